// One's own load, calmly: how many words went out in the last minutes.

export const LOAD_SPAN_MS = 300_000;

export function countReplies({ threads }, runMs) {
  const isRecent = ({ kind, at_ms }) => kind === "reply" && at_ms > runMs - LOAD_SPAN_MS;
  return Object.values(threads).reduce((count, { posts }) => count + posts.filter(isRecent).length, 0);
}
