// What is written reaches the server once, or stays in the browser until it does.
import assert from "node:assert/strict";
import test from "node:test";
import { Checker } from "../../trainer_ui/static/trainer_ui/js/editor/checker.js";
import { Pen, IDLE_MS } from "../../trainer_ui/static/trainer_ui/js/editor/pen.js";
import { findIndex, findSpan } from "../../trainer_ui/static/trainer_ui/js/editor/places.js";
import { Saver } from "../../trainer_ui/static/trainer_ui/js/editor/saver.js";
import { EditorStore } from "../../trainer_ui/static/trainer_ui/js/editor/store.js";
import { EDITOR_STRINGS } from "../../trainer_ui/static/trainer_ui/js/texts/editor-strings.js";
import { Records } from "../../trainer_ui/static/trainer_ui/js/write/storage.js";
import { FakeStorage } from "./fakes.js";

const settle = () => new Promise((resolve) => setImmediate(resolve));

function makeTimers() {
  const waiting = new Map();
  let last = 0;
  return {
    setTimer: (run, ms) => (waiting.set(++last, { run, ms }), last),
    clearTimer: (timer) => waiting.delete(timer),
    waits: () => [...waiting.values()].map(({ ms }) => ms),
    async fire() {
      const runs = [...waiting.values()];
      waiting.clear();
      for (const { run } of runs) run();
      await settle();
    },
  };
}

function makeSaver({ answers, storage = new FakeStorage(), edition = 1, saved = "old" }) {
  const sent = [], timers = makeTimers(), page = { text: saved };
  const line = {
    save: async (text, base) => (sent.push(["save", text, base]), answers.shift() ?? { status: 200, edition: base + 1 }),
    aside: async (text) => (sent.push(["aside", text]), answers.shift() ?? { status: 200, number: 1 }),
  };
  const records = new Records(storage, "d.");
  const saver = new Saver({ line, records, read: () => page.text, edition, saved, ...timers });
  return { saver, sent, timers, page, records, write: (text) => ((page.text = text), saver.note()) };
}

test("a text is sent a moment after the last key, upon the edition that is known", async () => {
  const { saver, sent, timers, write, records } = makeSaver({ answers: [] });
  write("n");
  write("new");
  assert.deepEqual([saver.state, timers.waits(), records.read("text")], ["waiting", [1000], { text: "new", base: 1 }]);
  await timers.fire();
  assert.deepEqual([sent, saver.state, saver.edition, records.read("text")], [[["save", "new", 1]], "saved", 2, null]);
});

test("who wants what stands there now waits for the save under way, and for what was written since", async () => {
  const { saver, sent, write } = makeSaver({ answers: [] });
  write("one");
  saver.flush();
  write("two");

  assert.equal(await saver.finish(), true);
  assert.deepEqual([sent, saver.edition], [[["save", "one", 1], ["save", "two", 2]], 3]);
});

test("who wants what stands there now is told that the server does not have it", async () => {
  const { saver, write } = makeSaver({ answers: [{ status: 0 }] });
  write("one");

  assert.equal(await saver.finish(), false);
});

test("what is written while it is sent follows", async () => {
  const { saver, sent, timers, write } = makeSaver({ answers: [] });
  write("one");
  const flushed = saver.flush();
  write("two");
  await flushed;
  assert.equal(saver.state, "waiting");
  await timers.fire();
  assert.deepEqual(sent, [["save", "one", 1], ["save", "two", 2]]);
});

test("without a way to the server the text stays here, and goes when there is one", async () => {
  const { saver, sent, timers, write, records } = makeSaver({ answers: [{ status: 0 }, { status: 503 }] });
  write("new");
  await timers.fire();
  assert.deepEqual([saver.state, records.read("text")?.text], ["offline", "new"]);
  await timers.fire();
  assert.equal(saver.state, "offline");
  await timers.fire();
  assert.deepEqual([saver.state, sent.length, records.read("text")], ["saved", 3, null]);
});

test("what an earlier visit could not send is there again, and sent upon its edition", async () => {
  const storage = new FakeStorage();
  const first = makeSaver({ answers: [{ status: 0 }], storage });
  first.write("new");
  await first.timers.fire();
  const second = makeSaver({ answers: [], storage });
  second.page.text = second.saver.recall();
  assert.equal(second.page.text, "new");
  second.saver.note();
  await second.timers.fire();
  assert.deepEqual(second.sent, [["save", "new", 1]]);
});

test("recalled upon an older edition it is a choice, and nothing is sent before it is made", async () => {
  const storage = new FakeStorage();
  makeSaver({ answers: [], storage }).write("mine");
  const { saver, sent, timers, page } = makeSaver({ answers: [], storage, edition: 4, saved: "theirs" });
  page.text = saver.recall();
  saver.note();
  await timers.fire();
  assert.deepEqual([saver.state, sent], ["conflict", []]);
  await saver.keepMine();
  assert.deepEqual([sent, saver.state], [[["save", "mine", 4]], "saved"]);
});

test("of two texts the one that is given up goes into the history", async () => {
  const theirs = { status: 409, code: "conflict", edition: 7, text: "theirs", saved_by: "Conny" };
  const { saver, sent, timers, write, page } = makeSaver({ answers: [theirs] });
  write("mine");
  await timers.fire();
  assert.equal(saver.state, "conflict");
  page.text = await saver.takeTheirs();
  saver.settle();
  assert.deepEqual([sent.at(-1), page.text, saver.edition, saver.isDirty, saver.state], [["aside", "mine"], "theirs", 7, false, "saved"]);
});

test("where the history cannot be reached, nothing is given up", async () => {
  const theirs = { status: 409, code: "held", edition: 7, text: "theirs" };
  const { saver, timers, write, page } = makeSaver({ answers: [theirs, { status: 0 }] });
  write("mine");
  await timers.fire();
  assert.deepEqual([saver.state, await saver.takeTheirs(), page.text], ["held", null, "mine"]);
});

test("who is signed out, or sends what is refused, is told so", async () => {
  for (const [answer, state] of [[{ status: 401 }, "signed_out"], [{ status: 413, message: "1 MB" }, "refused"]]) {
    const { saver, timers, write, records } = makeSaver({ answers: [answer] });
    write("new");
    await timers.fire();
    assert.deepEqual([saver.state, records.read("text").text], [state, "new"]);
  }
});

function makeChecker(page) {
  const asked = [], told = [], timers = makeTimers();
  const ask = (text, quick, signal) => new Promise((resolve) => asked.push({ text, quick, signal, answer: async (more) => (resolve({ status: 200, ...more }), await settle()) }));
  const checker = new Checker({ ask, tell: (answer, quick) => told.push([answer.of, quick]), read: () => page.text, ...timers });
  return { checker, asked, told, timers };
}

test("a text is checked quickly after the last key, and thoroughly once it rests", async () => {
  const { checker, asked, told, timers } = makeChecker({ text: "a" });
  checker.note();
  checker.note();
  assert.deepEqual(timers.waits(), [80]);
  await timers.fire();
  await asked[0].answer({ of: "a" });
  assert.deepEqual(timers.waits(), [400]);
  await timers.fire();
  await asked[1].answer({ of: "a" });
  assert.deepEqual([told, timers.waits()], [[["a", true], ["a", false]], []]);
});

test("what is asked about a text that is no more is given up", async () => {
  const page = { text: "a" };
  const { checker, asked, told, timers } = makeChecker(page);
  checker.note();
  await timers.fire();
  page.text = "ab";
  checker.note();
  assert.equal(asked[0].signal.aborted, true);
  await asked[0].answer({ of: "a" });
  await timers.fire();
  await asked[1].answer({ of: "ab" });
  assert.deepEqual([asked.map(({ text }) => text), told], [["a", "ab"], [["ab", true]]]);
});

test("a check that nobody answered is made again", async () => {
  const { checker, asked, told, timers } = makeChecker({ text: "a" });
  checker.check();
  await asked[0].answer({ status: 0 });
  assert.deepEqual([timers.waits(), told], [[3000], []]);
  await timers.fire();
  await asked[1].answer({ of: "a" });
  assert.deepEqual(told, [["a", false]]);
});

test("the pen is held while somebody is at work, let go after a while, and asked for again at the next key", async () => {
  const asked = [], clock = { ms: 0 };
  const line = { pen: async (want) => (asked.push(want), { status: 200, mine: want === "take", holder: want === "take" ? "Carla" : null }) };
  const pen = new Pen({ line, edition: () => 1, tell: () => {}, now: () => clock.ms });
  await pen.beat();
  assert.deepEqual([pen.state, asked], ["mine", ["take"]]);
  clock.ms = IDLE_MS + 1;
  await pen.beat();
  assert.deepEqual([pen.state, asked.at(-1)], ["idle", "release"]);
  await pen.beat();
  assert.deepEqual([pen.state, asked.at(-1)], ["idle", "look"]);
  pen.touch();
  await settle();
  assert.deepEqual([pen.state, asked.at(-1)], ["mine", "take"]);
});

test("who finds the pen with somebody else only looks", async () => {
  const asked = [];
  const line = { pen: async (want) => (asked.push(want), { status: want === "take" ? 409 : 200, mine: false, holder: "Conny" }) };
  const pen = new Pen({ line, edition: () => 1, tell: () => {}, now: () => 0 });
  await pen.beat();
  await pen.beat();
  assert.deepEqual([pen.state, pen.holder, asked], ["theirs", "Conny", ["take", "look"]]);
});

test("a problem underlines the word at its place, whatever the place", () => {
  const lines = ["key: a", "  role: costumer, x", "🎒 bag:", ""];
  const starts = lines.map((_, at) => lines.slice(0, at).join("\n").length + (at ? 1 : 0));
  const text = { lines: lines.length, line: (n) => ({ text: lines[n - 1], from: starts[n - 1], to: starts[n - 1] + lines[n - 1].length }) };
  const whole = lines.join("\n");
  const cut = (place) => whole.slice(findSpan(text, place).from, findSpan(text, place).to);
  assert.deepEqual([cut({ line: 2, column: 9 }), cut({ line: 3, column: 4 }), cut({ line: 1, column: 99 })], ["costumer", "bag", "a"]);
  assert.equal(findIndex(text, { line: 99, column: 99 }), whole.length);
});

test("while one types, what was said of models stays unless there is an error", () => {
  const store = new EditorStore({ text: "a" });
  const model = { code: "model-weak", severity: "hint" }, warning = { code: "late", severity: "warning" }, error = { code: "no-value", severity: "error" };
  store.take({ problems: [model], outline: { tree: 1 } });
  store.takeQuick({ problems: [warning] });
  assert.deepEqual([store.problems, store.outline, store.errors], [[warning, model], { tree: 1 }, 0]);
  store.takeQuick({ problems: [error] });
  assert.deepEqual([store.problems, store.errors], [[error], 1]);
});

test("both languages say the same", () => {
  assert.deepEqual(Object.keys(EDITOR_STRINGS.de), Object.keys(EDITOR_STRINGS.en));
});
