// What the queue asks of a thread, read once: threads of the view never change, a changed one is another.

import { choosePost } from "./choosing.js";
import { foldText } from "./searching.js";

// A post that says nothing of its author's reach has this much (docs/events.md, `PostAppeared`).
export const USUAL_REACH = 100;

const known = new WeakMap();

// -> {shown: the post that stands for the thread, waiting: posts, reach: of who waits, since_ms: since when somebody waits, first_ms,
//     replied, isPrivate: something private waits}
export function summarise(thread) {
  if (!known.has(thread)) known.set(thread, read(thread));
  return known.get(thread);
}

function read(thread) {
  const posts = thread.posts.filter(({ kind }) => kind === "post");
  const open = new Set(thread.unanswered);
  const waiting = posts.filter(({ post }) => open.has(post));
  const asking = waiting.length ? waiting : posts;
  const chosen = choosePost(thread);
  return {
    waiting,
    shown: posts.find(({ post }) => post === chosen) ?? posts[0],
    reach: Math.max(...asking.map((post) => post.reach ?? USUAL_REACH)),
    since_ms: asking[0].at_ms,
    first_ms: posts[0].at_ms,
    last_seq: posts.findLast(({ crowd }) => !crowd)?.seq ?? posts.at(-1).seq,
    replied: thread.posts.some(({ kind }) => kind === "reply"),
    isPrivate: waiting.some(({ visibility }) => visibility === "private"),
  };
}

let haystacks = new WeakMap();

// What a search looks through, put together only once somebody searches, and kept until nobody does: it is as long as all that was written.
export function readHaystack(thread) {
  if (!haystacks.has(thread)) haystacks.set(thread, foldText(thread.posts.flatMap(({ name, handle, text }) => [name, handle, text]).filter(Boolean).join("\n")));
  return haystacks.get(thread);
}

export function forgetHaystacks() {
  haystacks = new WeakMap();
}
