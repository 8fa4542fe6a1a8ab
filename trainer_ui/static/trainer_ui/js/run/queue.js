// The order of work: what must be answered first stands first, then what was put aside; what is answered lies below, newest
// first. `aside`: thread -> the seq up to which it was put aside; a newer post brings it back.

export function sortQueue(view, aside = {}) {
  const keys = view.order.map((key) => ({ key, ...view.threads[key] }));
  const waiting = keys.filter((thread) => thread.due_ms !== null).sort((a, b) => a.due_ms - b.due_ms);
  const isAside = ({ key, posts }) => key in aside && aside[key] >= posts.findLast(({ kind }) => kind === "post").seq;
  const answered = keys.filter((thread) => thread.due_ms === null).sort((a, b) => b.last_at_ms - a.last_at_ms);
  return { open: waiting.filter((thread) => !isAside(thread)), aside: waiting.filter(isAside), answered };
}

// The thread `step` places below (or above) `selected`; stays at the ends.
export function stepThrough(keys, selected, step) {
  if (!keys.length) return null;
  const at = keys.indexOf(selected);
  if (at < 0) return step > 0 ? keys[0] : keys.at(-1);
  return keys[Math.min(keys.length - 1, Math.max(0, at + step))];
}

// The post a reply goes to unless the trainee picks one: the newest open post of whoever has waited longest.
export function choosePost(thread) {
  const posts = thread.posts.filter((post) => post.kind === "post");
  const open = posts.filter((post) => thread.unanswered.includes(post.post));
  if (!open.length) return posts.at(-1)?.post ?? null;
  const first = open.reduce((a, b) => (b.target_ms < a.target_ms ? b : a));
  return open.filter((post) => post.persona === first.persona).at(-1).post;
}
