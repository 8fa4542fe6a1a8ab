import assert from "node:assert/strict";
import test from "node:test";
import { readKey } from "../../trainer_ui/static/trainer_ui/js/desk/keys.js";
import { formatSpan, runMsAt } from "../../trainer_ui/static/trainer_ui/js/run/clock.js";
import { readDeadline, readTurn } from "../../trainer_ui/static/trainer_ui/js/run/deadlines.js";
import { findAddressee, findEarlier, findTail, findUnread, foldEntries, trimTail, WAITING } from "../../trainer_ui/static/trainer_ui/js/run/folding.js";
import { readHeat } from "../../trainer_ui/static/trainer_ui/js/run/heat.js";
import { DEFAULT_KEYS, judgeKey, Keymap } from "../../trainer_ui/static/trainer_ui/js/write/keymap.js";
import { FakeStorage } from "./fakes.js";
import { choosePost } from "../../trainer_ui/static/trainer_ui/js/run/choosing.js";
import { sortQueue, stepThrough } from "../../trainer_ui/static/trainer_ui/js/run/queue.js";

const clock = { wall_ms: 1_000, run_ms: 5_000, per_mille: 2_000, paused: false };
const post = (key, persona, target_ms) => ({ kind: "post", post: key, persona, target_ms });

const thread = (more) => ({ posts: [post("1", "jana", null)], unanswered: [], mention: "direct", crowd: 0, due_ms: null, treated: {}, tags: {}, resolved: false, closed: null, ...more });
const waiting = (more) => thread({ unanswered: ["1"], ...more });

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
    a: waiting({ due_ms: 900, last_at_ms: 1 }), b: thread({ last_at_ms: 2 }), c: waiting({ due_ms: 300, last_at_ms: 3 }), d: thread({ last_at_ms: 4 }),
  };
  const { open, answered } = sortQueue({ order: ["a", "b", "c", "d"], threads, moods: {} });
  assert.deepEqual([open, answered].map((list) => list.map(({ key }) => key)), [["c", "a"], ["d", "b"]]);
});

test("what only listening finds, and the crowd, stand apart from those who wait", () => {
  const threads = {
    noise: waiting({ due_ms: null, mention: "noise" }), unasked: waiting({ due_ms: 500, mention: "unasked" }),
    voice: thread({ crowd: 1 }), spoken_to: thread({ crowd: 1, posts: [post("1", "crowd_1", null), { kind: "reply" }] }),
  };
  const queue = sortQueue({ order: Object.keys(threads), threads, moods: {} });
  const keys = Object.fromEntries(Object.entries(queue).map(([name, list]) => [name, list.map(({ key }) => key)]));
  assert.deepEqual(keys, { open: [], listening: ["noise", "unasked"], aside: [], answered: ["spoken_to"], crowd: ["voice"] });
});

test("j and k stay within the list", () => {
  assert.deepEqual([stepThrough(["a", "b"], "b", 1), stepThrough(["a", "b"], null, 1), stepThrough([], null, 1)], ["b", "a", null]);
});

test("a reply goes to the newest open post of whoever has waited longest", () => {
  const posts = [post("1", "jana", 100), post("2", "echo", 200), post("3", "jana", 300)];
  assert.equal(choosePost({ posts, unanswered: ["1", "2", "3"] }), "3");
  assert.equal(choosePost({ posts, unanswered: [] }), "3");
});

test("a target has words for plenty, soon and late", () => {
  const channel = { first_target_ms: 240_000, next_target_ms: 240_000 };
  const states = [200_000, 30_000, -1].map((left) => readDeadline(waiting({ due_ms: left }), 0, channel).state);
  assert.deepEqual(states, ["plenty", "soon", "late"]);
});

test("what nobody addressed to the brand has an age and no countdown, though its channel promises an answer", () => {
  const found = waiting({ due_ms: 500, mention: "unasked", posts: [{ ...post("1", "jana", 500), at_ms: 3_000 }] });
  assert.deepEqual(readDeadline(found, 10_000, {}), { state: "found", left_ms: 7_000, share: 0 });
});

test("a thread where nobody waits says where it stands", () => {
  assert.deepEqual(readDeadline(thread({ state: "hidden" }), 0, {}), { state: "hidden", left_ms: null, share: 0 });
});

test("heat has five words", () => {
  assert.deepEqual([0, 19, 20, 45, 79, 80, 100].map((points) => readHeat(points).level), ["calm", "calm", "tense", "heated", "boiling", "storm", "storm"]);
});

test("whose turn it is shows in the thread", () => {
  const reply = { kind: "reply" };
  const turns = [{ posts: [], unanswered: ["1"] }, { posts: [reply], unanswered: ["2"] }, { posts: [reply], unanswered: [] }];
  assert.deepEqual(turns.map(readTurn), ["new", "again", "answered"]);
});

test("single keys work outside text fields, and only when they are on", () => {
  const keymap = new Keymap(new FakeStorage());
  const press = (key, more) => readKey({ key, singleKeys: true, keymap, ...more });
  assert.deepEqual(["j", "k", "/", "?", "Enter", "r", "n", "s", "e", "a", "u", "m", "z", "3", "x", "ß"].map((key) => press(key)),
    ["next", "previous", "templates", "help", "reply", "reply", "private", "search", "escalate", "leave_alone", "notice", "actions", "aside", "open_3", "macros", null]);
  assert.deepEqual([press("j", { inField: true }), press("j", { singleKeys: false }), press("j", { ctrlKey: true })], [null, null, null]);
  assert.deepEqual([press("Enter", { onControl: true }), press("Escape", { inField: true })], [null, "leave"]);
});

test("a key can be set anew, and a reload keeps it", () => {
  const storage = new FakeStorage();
  assert.equal(new Keymap(storage).bind("next", { key: "ö" }), null);
  const keymap = new Keymap(storage);
  assert.deepEqual([keymap.find("ö"), keymap.find("j"), keymap.isChanged], ["next", undefined, true]);
  keymap.reset();
  assert.deepEqual([new Keymap(storage).find("j"), keymap.isChanged], ["next", false]);
});

test("a key that is taken, fixed, too long or needs AltGr is refused, and says by whom it is taken", () => {
  const refusals = [["k"], ["4"], ["F5"], ["@"], ["q", true]].map(([key, isAltGr]) => judgeKey(DEFAULT_KEYS, "next", { key, isAltGr }));
  assert.deepEqual(refusals, [{ why: "taken", by: "previous" }, { why: "fixed" }, { why: "long" }, { why: "altgr" }, { why: "altgr" }]);
  assert.equal(judgeKey(DEFAULT_KEYS, "next", { key: "j" }), null);
});

test("no key that is delivered needs AltGr on a German keyboard", () => {
  for (const [action, key] of Object.entries(DEFAULT_KEYS)) assert.equal(judgeKey(DEFAULT_KEYS, action, { key }), null, action);
});

test("keys of another version that would clash give way to those that are delivered", () => {
  const storage = new FakeStorage();
  storage.setItem("keys", JSON.stringify({ next: "k" }));
  assert.equal(new Keymap(storage).find("j"), "next");
});

test("a long thread shows its opening, who waits and the newer part; what lies between is counted", () => {
  const posts = Array.from({ length: 60 }, (_, number) => ({ ...post(`p${number}`, "x", null), seq: number + 1 }));
  const read = (parts) => parts.map(({ entry, folded }) => (entry ? entry.post : folded));
  const from = findTail(posts);
  const parts = read(foldEntries({ posts, unanswered: ["p30"] }, from));
  assert.deepEqual([parts.slice(0, 5), parts.length], [["p0", 29, "p30", 9, "p40"], 24]);
  assert.deepEqual(read(foldEntries({ posts, unanswered: [] }, findEarlier(posts, from))).length, 60);
  assert.equal(findTail(posts.slice(0, 3)), 1);
  const many = [...posts, ...posts.map((each) => ({ ...each, seq: each.seq + 60 }))];
  const atEnd = { atEnd: true };
  const asked = { atEnd: true, isUnfolded: true };
  assert.deepEqual([trimTail(posts, 29, atEnd), trimTail(posts, 28, atEnd), trimTail(posts, 1, {}), trimTail(posts, 90, {})], [29, 41, 1, 41]);
  assert.deepEqual([trimTail(posts, 1, asked), trimTail(many, 1, asked)], [1, 101]);
});

test("of hundreds who wait in one thread, those stand there who have waited longest, and who is answered", () => {
  const posts = Array.from({ length: 500 }, (_, number) => ({ ...post(`p${number}`, "x", null), seq: number + 1 }));
  const unanswered = posts.map((each) => each.post);
  const parts = foldEntries({ posts, unanswered }, findTail(posts), "p300");
  const shown = parts.flatMap(({ entry }) => (entry ? [entry.post] : []));
  assert.deepEqual(parts.flatMap(({ folded }) => folded ?? []), [280, 179]);
  assert.deepEqual(shown, [...unanswered.slice(0, WAITING), "p300", ...unanswered.slice(-20)]);
});

test("what is new since the last look begins with somebody else's words, and a first look finds nothing new", () => {
  const posts = [{ kind: "post", seq: 1 }, { kind: "reply", seq: 2 }, { kind: "post", seq: 3 }];
  assert.deepEqual([findUnread(posts, 1), findUnread(posts, 0), findUnread(posts, 3)], [3, null, null]);
});

test("whom a post answers is said where it does not stand just below", () => {
  const [one, two] = [post("1", "jana", null), post("2", "ole", null)];
  const answer = { ...post("3", "mia", null), reply_to: "1" };
  assert.deepEqual([findAddressee(answer, [one, two, answer], two), findAddressee(answer, [one, answer], one), findAddressee(one, [one], undefined)], [one, null, null]);
});
