// The post a reply goes to unless the trainee picks one: the newest open post of whoever has waited longest.

export function choosePost(thread) {
  const posts = thread.posts.filter((post) => post.kind === "post");
  const waiting = new Set(thread.unanswered);
  const open = posts.filter(({ post }) => waiting.has(post));
  if (!open.length) return (posts.findLast((post) => !post.crowd) ?? posts.at(-1))?.post ?? null;
  const dueOf = ({ target_ms }) => target_ms ?? Infinity;
  const first = open.reduce((a, b) => (dueOf(b) < dueOf(a) ? b : a));
  return open.filter((post) => post.persona === first.persona).at(-1).post;
}
