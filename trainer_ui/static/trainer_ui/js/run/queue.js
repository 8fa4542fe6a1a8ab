// The order of work: what must be answered first stands first, then what listening has found, then what was put aside; what is
// done lies below, newest first, and the crowd in a fold of its own.

import { isHeard, LISTENING } from "./listening.js";
import { sortThreads } from "./ordering.js";
import { summarise } from "./summary.js";

const byNews = (a, b) => b.last_at_ms - a.last_at_ms;
const everything = () => true;

// `aside`: thread -> {seq: what was there when it was put aside, until_ms: of the run, or null}; a newer post or the time brings it
// back. `isShown`: thread -> whether a filter lets it through.
export function sortQueue(view, { aside = {}, order = "left", listening = LISTENING, runMs = 0, isShown = everything } = {}) {
  const queue = { open: [], listening: [], aside: [], answered: [], crowd: [] };
  for (const key of view.order) {
    const thread = withKey(key, view.threads[key]);
    const place = placeThread(thread, { aside: aside[key], listening, runMs });
    if (place && isShown(thread)) queue[place].push(thread);
  }
  for (const name of ["open", "aside"]) queue[name] = sortThreads(queue[name], order, view.moods);
  // What was found has no target, whatever its channel promises to who asks.
  queue.listening = sortThreads(queue.listening, order === "left" ? "arrival" : order, view.moods);
  for (const name of ["answered", "crowd"]) queue[name].sort(byNews);
  return queue;
}

const keyed = new WeakMap();

// The same thread is the same object each time, so that what was read of it is still known.
function withKey(key, thread) {
  if (!keyed.has(thread)) keyed.set(thread, { key, ...thread });
  return keyed.get(thread);
}

function placeThread(thread, { aside, listening, runMs }) {
  if (thread.crowd === thread.posts.length) return listening.terms.length && isHeard(thread, { ...listening, house: false }) ? "listening" : "crowd";
  if (!thread.unanswered.length) return "answered";
  if (isAside(thread, aside, runMs)) return "aside";
  if (thread.mention === "direct") return "open";
  return isHeard(thread, listening) ? "listening" : null;
}

function isAside(thread, aside, runMs) {
  if (!aside || aside.seq < summarise(thread).last_seq) return false;
  return aside.until_ms === null || runMs < aside.until_ms;
}

// The thread `step` places below (or above) `selected`; stays at the ends.
export function stepThrough(keys, selected, step) {
  if (!keys.length) return null;
  const at = keys.indexOf(selected);
  if (at < 0) return step > 0 ? keys[0] : keys.at(-1);
  return keys[Math.min(keys.length - 1, Math.max(0, at + step))];
}
