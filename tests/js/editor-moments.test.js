// The cursor's line leads to a post, and the post to a moment of the run.
import assert from "node:assert/strict";
import test from "node:test";
import { findMoment, listPosts } from "../../trainer_ui/static/trainer_ui/js/editor/moments.js";

const leaf = (v) => ({ v, at: [1, 1] });
const posts = (...lines) => ({ m: [["posts", [9, 5], { m: lines.map(([key, line]) => [key, [line, 7], { m: [["text", [line + 1, 9], leaf("x")]], at: [line + 1, 9] }]), at: [9, 7] }]], at: [8, 5] });
const tree = { m: [["key", [1, 1], leaf("k")], ["threads", [6, 1], { m: [["one", [7, 3], posts(["a", 10], ["b", 14])], ["two", [20, 3], posts(["c", 22])], ["three", [30, 3], leaf("?")]], at: [7, 3] }]], at: [1, 1] };
const outline = { tree, time_line: { posts: [{ key: "a", at_ms: 20_000 }, { key: "b", at_ms: 65_000 }, { key: "c", at_ms: null }] } };

test("posts are listed with their lines, whatever else stands there", () => {
  assert.deepEqual(listPosts(tree), [{ key: "a", line: 10 }, { key: "b", line: 14 }, { key: "c", line: 22 }]);
});

test("a line belongs to the post above it", () => {
  assert.deepEqual([10, 13, 14, 21].map((line) => findMoment(outline, line)?.key), ["a", "a", "b", "b"]);
  assert.equal(findMoment(outline, 16).at_ms, 65_000);
});

test("above the first post, without a time and without an outline there is no moment", () => {
  assert.deepEqual([findMoment(outline, 9), findMoment(outline, 23), findMoment(null, 9), findMoment({ tree: null, time_line: null }, 9)], [null, null, null, null]);
});
