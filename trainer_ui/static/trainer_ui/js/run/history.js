// What somebody has written in this run, wherever: read once of each thread, because a thread that changes is another object.

import { isFound, LISTENING } from "./listening.js";

const known = new WeakMap();

// `listening`: what is listened for, null where the stage shows none of it; what that misses is not told here either.
// -> [{key: of the thread, channel, post, text, at_ms, seq, visibility, answered: whether a reply went to it}], the newest first
export function findHistory({ threads }, persona, { listening = LISTENING } = {}) {
  return Object.entries(threads)
    .filter(([, thread]) => read(thread).has(persona) && isFound(thread, listening))
    .flatMap(([key, thread]) => read(thread).get(persona).map((post) => ({ key, channel: thread.channel, ...post })))
    .sort((a, b) => b.seq - a.seq);
}

function read(thread) {
  if (!known.has(thread)) known.set(thread, index(thread));
  return known.get(thread);
}

function index({ posts }) {
  const answered = new Set(posts.flatMap(({ kind, reply_to, deleted_ms }) => (kind === "reply" && deleted_ms === null ? [reply_to] : [])));
  const people = new Map();
  for (const { kind, persona, post, text, at_ms, seq, visibility } of posts) {
    if (kind !== "post") continue;
    if (!people.has(persona)) people.set(persona, []);
    people.get(persona).push({ post, text, at_ms, seq, visibility, answered: answered.has(post) });
  }
  return people;
}
