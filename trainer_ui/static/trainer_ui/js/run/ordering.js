// The orders that a queue can have. Each says what of a thread counts; the smallest stands first. Where two are alike, who has
// waited longer stands first.

import { summarise } from "./summary.js";

// Anger of whom nothing has moved yet: nobody has told the browser, so neither calm nor cross.
const UNTOLD = 50;

export const ORDERS = {
  left: ({ due_ms }) => due_ms ?? Infinity,
  heat: (thread, moods) => -readThreadHeat(thread, moods),
  reach: (thread) => -summarise(thread).reach,
  arrival: (thread) => summarise(thread).since_ms,
};

const known = new WeakMap();

// How much a thread may heat the public: the anger of who waits there times how many read them, of the worst. Read anew where the
// thread or the moods have become other objects.
export function readThreadHeat(thread, moods) {
  const before = known.get(thread);
  if (before?.moods === moods) return before.heat;
  const heat = Math.max(0, ...summarise(thread).waiting.map(({ persona, reach }) => (moods[persona] ?? UNTOLD) * (reach ?? 100)));
  known.set(thread, { moods, heat });
  return heat;
}

export function sortThreads(threads, order, moods = {}) {
  const weighed = threads.map((thread) => ({ thread, weight: ORDERS[order](thread, moods), since: summarise(thread).since_ms }));
  const compare = (a, b) => (a.weight === b.weight ? a.since - b.since : a.weight < b.weight ? -1 : 1);
  return weighed.sort(compare).map(({ thread }) => thread);
}
