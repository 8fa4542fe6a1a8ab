// What somebody wrote in this run, wherever, the newest first.
import assert from "node:assert/strict";
import test from "node:test";
import { findHistory } from "../../trainer_ui/static/trainer_ui/js/run/history.js";

const post = (name, persona, seq, more) => ({ kind: "post", post: name, persona, text: name, at_ms: seq, seq, visibility: "public", ...more });
const SEEN = { mention: "direct", unanswered: [] };
const VIEW = {
  threads: {
    bag: { ...SEEN, channel: "page", posts: [post("bag-1", "jana", 2), post("bag-2", "ali", 3), { kind: "reply", reply_to: "bag-1", seq: 4, deleted_ms: null }, post("bag-3", "jana", 6)] },
    late: { ...SEEN, channel: "forum", posts: [post("late-1", "jana", 5, { visibility: "private" }), { kind: "reply", reply_to: "late-1", seq: 7, deleted_ms: 9 }] },
  },
};
const say = ({ key, channel, post: name, visibility, answered }) => [key, channel, name, visibility, answered];

test("all threads and channels are looked through, and what was answered says so", () => {
  assert.deepEqual(findHistory(VIEW, "jana").map(say), [
    ["bag", "page", "bag-3", "public", false], ["late", "forum", "late-1", "private", false], ["bag", "page", "bag-1", "public", true],
  ]);
  assert.deepEqual(findHistory(VIEW, "nobody"), []);
});

test("a thread is read once, and anew when it has become another", () => {
  const { bag } = VIEW.threads;
  let reads = 0;
  const watched = { ...SEEN, channel: "page", get posts() { reads += 1; return bag.posts; } };
  const view = { threads: { bag: watched } };
  findHistory(view, "jana");
  findHistory(view, "ali");
  assert.equal(reads, 1);
  const grown = { threads: { bag: { ...bag, posts: [...bag.posts, post("bag-4", "ali", 8)] } } };
  assert.equal(findHistory(grown, "ali").length, 2);
});

test("what listening misses, or the stage does not show, is not told on the card either", () => {
  const unasked = { channel: "forum", mention: "unasked", unanswered: ["aside-1"], posts: [post("aside-1", "jana", 9, { text: "Diese Bahn!" })] };
  const view = { threads: { ...VIEW.threads, aside: unasked } };
  const finds = (listening) => findHistory(view, "jana", { listening }).some(({ key }) => key === "aside");
  assert.deepEqual([{ house: true, terms: [] }, { house: false, terms: ["bahn"] }].map(finds), [true, true]);
  assert.deepEqual([null, { house: false, terms: [] }, { house: false, terms: ["tarif"] }].map(finds), [false, false, false]);
  const answered = { ...view, threads: { aside: { ...unasked, unanswered: [] } } };
  assert.equal(findHistory(answered, "jana", { listening: null }).length, 1);
});
