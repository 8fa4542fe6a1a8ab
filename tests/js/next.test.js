// Who comes next: overdue before not, then how many read how cross a person, then the earliest target.
import assert from "node:assert/strict";
import test from "node:test";
import { findNext } from "../../trainer_ui/static/trainer_ui/js/run/next.js";

const CHANNELS = { m: { first_target_ms: 240_000, next_target_ms: 360_000 } };
const thread = (key, { due_ms, reach = 100, replied = false, visibility = "public" }) => ({
  key, channel: "m", mention: "direct", state: "new", unanswered: [`${key}-1`], due_ms,
  posts: [
    { kind: "post", post: `${key}-1`, persona: key, name: key, text: "?", at_ms: 0, seq: 1, reach, visibility },
    ...(replied ? [{ kind: "reply", seq: 2, reply_to: `${key}-0`, text: "" }] : []),
  ],
});
const next = (threads, moods) => findNext(threads, { runMs: 100_000, channels: CHANNELS, moods });

test("nobody waits, nobody comes next", () => {
  assert.equal(next([]), null);
});

test("what is overdue comes before whoever is read by more", () => {
  const found = next([thread("loud", { due_ms: 200_000, reach: 50_000 }), thread("late", { due_ms: 90_000 })]);
  assert.deepEqual([found.key, found.why, found.left_ms], ["late", "late", -10_000]);
});

test("of several, the one most depends on, and it says how many read along", () => {
  const found = next([thread("soon", { due_ms: 150_000 }), thread("loud", { due_ms: 200_000, reach: 900 })]);
  assert.deepEqual([found.key, found.why, found.reach], ["loud", "heat", 900]);
  assert.equal(next([thread("calm", { due_ms: 150_000 }), thread("cross", { due_ms: 200_000 })], { calm: 10, cross: 90 }).key, "cross");
});

test("nobody is said to be due first while another one is", () => {
  const found = next([thread("soon", { due_ms: 150_000, reach: 140 }), thread("read", { due_ms: 250_000, reach: 190 }), thread("far", { due_ms: 300_000, reach: 200 })]);
  assert.deepEqual([found.key, found.why], ["soon", "target"]);
});

test("where nobody stands out, the earliest target", () => {
  const found = next([thread("later", { due_ms: 300_000 }), thread("sooner", { due_ms: 150_000 })]);
  assert.deepEqual([found.key, found.why, found.left_ms, found.target_ms], ["sooner", "target", 50_000, 240_000]);
});

test("it knows what the channel promises the next time, and what is private", () => {
  const found = next([thread("again", { due_ms: 150_000, replied: true, visibility: "private" })]);
  assert.deepEqual([found.target_ms, found.isPrivate, found.name], [360_000, true, "again"]);
});
