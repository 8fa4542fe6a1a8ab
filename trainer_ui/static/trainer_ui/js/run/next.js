// Who comes next, and why: overdue before not, then how many read how cross a person, then the earliest target; the order that triage weighs by.

import { readDeadline } from "./deadlines.js";
import { readThreadHeat } from "./ordering.js";
import { summarise } from "./summary.js";

// Somebody stands out whom twice as much depends on as on the next one.
const STANDS_OUT = 2;

// `threads`: those who wait, each with its key. -> {key, name, why: "late" | "heat" | "target", left_ms, target_ms: what the channel promises, reach,
// isPrivate}, or null where nobody waits
export function findNext(threads, { runMs, channels, moods = {} }) {
  const waiting = threads.map((thread) => ({ thread, ...readDeadline(thread, runMs, channels[thread.channel]), heat: readThreadHeat(thread, moods) }));
  const late = waiting.filter(({ state }) => state === "late");
  const field = late.length ? late : waiting;
  if (!field.length) return null;
  const byDue = (a, b) => (a.thread.due_ms ?? Infinity) - (b.thread.due_ms ?? Infinity);
  const [first, second] = [...field].sort((a, b) => b.heat - a.heat || byDue(a, b));
  const { thread, left_ms } = first;
  const { shown, reach, replied, isPrivate } = summarise(thread);
  const channel = channels[thread.channel];
  const isOutstanding = second !== undefined && first.heat >= STANDS_OUT * second.heat;
  return {
    key: thread.key, name: shown.name, left_ms, reach, isPrivate,
    why: late.length ? "late" : isOutstanding ? "heat" : "target",
    target_ms: (replied ? channel?.next_target_ms : channel?.first_target_ms) ?? null,
  };
}
