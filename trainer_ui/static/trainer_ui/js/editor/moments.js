// From the cursor to a moment of the run. Pure.

// The editor begins so long before a post, so that one sees it come.
export const BEFORE_MS = 3_000;

// -> [{key, line}] of all posts as they stand in the outline's tree, in the order of the text
export function listPosts(tree) {
  const found = [];
  for (const [, , thread] of enter(tree, "threads")?.m ?? []) {
    for (const [key, [line]] of enter(thread, "posts")?.m ?? []) found.push({ key, line });
  }
  return found.sort((a, b) => a.line - b.line);
}

// The post that the cursor's line belongs to -> {key, at_ms}, or null above the first one and where its time cannot be told
export function findMoment(outline, line) {
  const post = listPosts(outline?.tree).findLast((each) => each.line <= line);
  const at_ms = outline?.time_line?.posts.find(({ key }) => key === post?.key)?.at_ms;
  return Number.isFinite(at_ms) ? { key: post.key, at_ms } : null;
}

function enter(node, name) {
  return node?.m?.find(([key]) => key === name)?.[2];
}
