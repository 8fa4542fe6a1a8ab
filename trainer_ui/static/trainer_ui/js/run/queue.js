// The order of work: what must be answered first stands first, then what listening has found, then what was put aside; what is
// done lies below, newest first, and the crowd in a fold of its own. `aside`: thread -> the seq up to which it was put aside; a
// newer post brings it back.

const byDue = (a, b) => (a.due_ms ?? Infinity) - (b.due_ms ?? Infinity);
const byNews = (a, b) => b.last_at_ms - a.last_at_ms;

export function sortQueue(view, aside = {}) {
  const queue = { open: [], listening: [], aside: [], answered: [], crowd: [] };
  for (const key of view.order) {
    const thread = { key, ...view.threads[key] };
    queue[placeThread(thread, aside)].push(thread);
  }
  queue.open.sort(byDue);
  queue.aside.sort(byDue);
  queue.answered.sort(byNews);
  queue.crowd.sort(byNews);
  return queue;
}

function placeThread({ key, posts, unanswered, mention, crowd }, aside) {
  if (crowd === posts.length) return "crowd";
  if (!unanswered.length) return "answered";
  const isAside = key in aside && aside[key] >= posts.findLast((post) => post.kind === "post" && !post.crowd).seq;
  if (isAside) return "aside";
  return mention === "direct" ? "open" : "listening";
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
  if (!open.length) return (posts.findLast((post) => !post.crowd) ?? posts.at(-1))?.post ?? null;
  const dueOf = ({ target_ms }) => target_ms ?? Infinity;
  const first = open.reduce((a, b) => (dueOf(b) < dueOf(a) ? b : a));
  return open.filter((post) => post.persona === first.persona).at(-1).post;
}
