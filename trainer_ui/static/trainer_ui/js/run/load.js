// One's own load, calmly: how many words went out in the last minutes.

export const LOAD_SPAN_MS = 300_000;

export function countReplies({ threads }, runMs) {
  const isRecent = (at_ms) => at_ms > runMs - LOAD_SPAN_MS;
  return Object.values(threads).reduce((count, thread) => count + readReplies(thread).filter(isRecent).length, 0);
}

const known = new WeakMap();

// When replies went out, read once of each thread: one that changes is another object.
function readReplies(thread) {
  if (!known.has(thread)) known.set(thread, thread.posts.flatMap(({ kind, at_ms }) => (kind === "reply" ? [at_ms] : [])));
  return known.get(thread);
}
