import assert from "node:assert/strict";
import test from "node:test";
import { readKey } from "../../trainer_ui/static/trainer_ui/js/desk/keys.js";
import { formatSpan, runMsAt } from "../../trainer_ui/static/trainer_ui/js/run/clock.js";
import { readDeadline, readTurn } from "../../trainer_ui/static/trainer_ui/js/run/deadlines.js";
import { choosePost, sortQueue, stepThrough } from "../../trainer_ui/static/trainer_ui/js/run/queue.js";

const clock = { wall_ms: 1_000, run_ms: 5_000, per_mille: 2_000, paused: false };
const post = (key, persona, target_ms) => ({ kind: "post", post: key, persona, target_ms });

test("run time follows the server's clock at the run's speed, and stands still while paused", () => {
  assert.equal(runMsAt({ clock }, 3_000), 9_000);
  assert.equal(runMsAt({ clock: { ...clock, paused: true } }, 3_000), 5_000);
  assert.equal(runMsAt({ clock }, 500), 5_000);
});

test("spans read as minutes and seconds", () => {
  assert.deepEqual([0, 65_999, 600_000, -5].map(formatSpan), ["0:00", "1:05", "10:00", "0:00"]);
});

test("what is due first stands first, what is answered below, newest first", () => {
  const threads = {
    a: { due_ms: 900, last_at_ms: 1 }, b: { due_ms: null, last_at_ms: 2 }, c: { due_ms: 300, last_at_ms: 3 }, d: { due_ms: null, last_at_ms: 4 },
  };
  const { open, answered } = sortQueue({ order: ["a", "b", "c", "d"], threads });
  assert.deepEqual([open, answered].map((list) => list.map(({ key }) => key)), [["c", "a"], ["d", "b"]]);
});

test("j and k stay within the list", () => {
  assert.deepEqual([stepThrough(["a", "b"], "b", 1), stepThrough(["a", "b"], null, 1), stepThrough([], null, 1)], ["b", "a", null]);
});

test("a reply goes to the newest open post of whoever has waited longest", () => {
  const posts = [post("1", "jana", 100), post("2", "echo", 200), post("3", "jana", 300)];
  assert.equal(choosePost({ posts, unanswered: ["1", "2", "3"] }), "3");
  assert.equal(choosePost({ posts, unanswered: [] }), "3");
});

test("a target has words for plenty, soon, late and answered", () => {
  const channel = { first_target_ms: 240_000, next_target_ms: 240_000 };
  const states = [200_000, 30_000, -1].map((left) => readDeadline({ due_ms: left, posts: [] }, 0, channel).state);
  assert.deepEqual(states, ["plenty", "soon", "late"]);
  assert.equal(readDeadline({ due_ms: null, posts: [] }, 0, channel).state, "answered");
});

test("whose turn it is shows in the thread", () => {
  const reply = { kind: "reply" };
  const turns = [{ posts: [], unanswered: ["1"] }, { posts: [reply], unanswered: ["2"] }, { posts: [reply], unanswered: [] }];
  assert.deepEqual(turns.map(readTurn), ["new", "again", "answered"]);
});

test("single keys work outside text fields, and only when they are on", () => {
  const press = (key, more) => readKey({ key, singleKeys: true, ...more });
  assert.deepEqual(["j", "k", "/", "?", "Enter", "x"].map((key) => press(key)), ["next", "previous", "templates", "help", "reply", null]);
  assert.deepEqual([press("j", { inField: true }), press("j", { singleKeys: false }), press("j", { ctrlKey: true })], [null, null, null]);
  assert.deepEqual([press("Enter", { onControl: true }), press("Escape", { inField: true })], [null, "leave"]);
});
