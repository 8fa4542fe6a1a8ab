// Forms and the time line: what is read of the outline, what is typed and not in the text yet, and where cards stand.
import assert from "node:assert/strict";
import test from "node:test";
import { Edits } from "../../trainer_ui/static/trainer_ui/js/editor/edits.js";
import { countWorst, find, findPath, idOf, listNamed, listPlaces, placeOf, read, sayPlainly, sortProblems } from "../../trainer_ui/static/trainer_ui/js/editor/forms/tree.js";
import { Written } from "../../trainer_ui/static/trainer_ui/js/editor/forms/written.js";
import { bow, CARD, cutOut, findPlace, groupFacts, HEAD, layOut, showTime, snap } from "../../trainer_ui/static/trainer_ui/js/editor/timeline/layout.js";
import { Moving } from "../../trainer_ui/static/trainer_ui/js/editor/timeline/moving.js";
import { FORM_STRINGS } from "../../trainer_ui/static/trainer_ui/js/texts/editor-form-strings.js";
import { FakeTimers } from "./fakes.js";

const leaf = (v, line, column) => ({ v, at: [line, column] });
const TREE = {
  at: [1, 1],
  m: [
    ["personas", [1, 1], { at: [2, 3], m: [["ada", [2, 3], { at: [2, 8], m: [["role", [2, 9], leaf("customer", 2, 15)], ["name", [2, 25], leaf("Ada", 2, 31)]] }]] }],
    ["threads", [3, 1], { at: [4, 3], m: [["lost", [4, 3], { at: [5, 5], m: [
      ["topic", [5, 5], leaf("bags", 5, 12)],
      ["posts", [6, 5], { at: [7, 7], m: [["lost-1", [7, 7], { at: [8, 9], m: [["text", [8, 9], leaf("Where?", 8, 15)], ["acts", [9, 9], { at: [9, 15], s: [leaf("greeting", 9, 16), leaf("thanks", 9, 26)] }]] }]] }],
      ["reactions", [10, 5], { at: [11, 7], m: [["again", [11, 7], { at: [12, 9], m: [["post", [12, 9], { at: [12, 15], m: [["key", [12, 16], leaf("lost-2", 12, 21)], ["text", [12, 30], leaf("So?", 12, 36)]] }]] }]] }],
    ] }]] }],
  ],
};
const POST = ["threads", "lost", "posts", "lost-1"];

test("in a form, help has no example of how a value is written in the text", () => {
  const fields = [["In both languages: {de: …, en: …}.", "In both languages."], ["Rows of cells: [[S 4, late], [RE 4, \"\"]]. At most 20.", "Rows of cells. At most 20."], ["{place} is put in.", "{place} is put in."], [undefined, ""]];
  const described = { words: [], elements: { scenario: fields.map(([help], at) => ({ name: `f${at}`, help })) } };
  assert.deepEqual(sayPlainly(described).elements.scenario.map(({ help }) => help), fields.map(([, plain]) => plain));
  assert.equal(described.elements.scenario[0].help, fields[0][0]);
});

test("what stands at a path is read, and what is missing is empty", () => {
  assert.equal(read(TREE, [...POST, "acts", 1]), "thanks");
  assert.equal(read(TREE, [...POST, "needs", "model"]), "");
  assert.equal(find(TREE, ["facts"]), null);
  assert.deepEqual(placeOf(TREE, [...POST, "acts", 1]), [9, 26]);
  assert.deepEqual(placeOf(TREE, [...POST, "at"]), [7, 7]);
});

test("a place of the text is part of what begins there or before it", () => {
  const places = listPlaces(TREE);
  assert.deepEqual(findPath(places, { line: 8, column: 20 }), [...POST, "text"]);
  assert.deepEqual(findPath(places, { line: 9, column: 26 }), [...POST, "acts", 1]);
  assert.deepEqual(findPath(places, { line: 7, column: 7 }), POST);
  assert.deepEqual(findPath([], { line: 1, column: 1 }), []);
});

test("problems stand at their fields", () => {
  const problems = [{ line: 8, column: 15, message: "a" }, { line: 8, column: 17, message: "b" }, { line: 7, column: 7, message: "c" }];
  const sorted = sortProblems(TREE, problems);
  assert.deepEqual(sorted.get(idOf([...POST, "text"])).map(({ message }) => message), ["a", "b"]);
  assert.deepEqual(sorted.get(idOf(POST)).map(({ message }) => message), ["c"]);
});

test("what can be meant is listed with what it is about", () => {
  assert.deepEqual(listNamed(TREE, "persona"), [{ key: "ada", about: "Ada" }]);
  assert.deepEqual(listNamed(TREE, "post", { thread: "lost" }), [{ key: "lost-1", about: "Where?" }, { key: "lost-2", about: "So?" }]);
  assert.deepEqual(listNamed(TREE, "channel", { house: { channels: { page: { name: "Seite" } } } }), [{ key: "page", about: "Seite" }]);
  assert.deepEqual(listNamed(TREE, "topic"), [{ key: "bags", about: "" }]);
});

function openEdits(answers, { writable = true } = {}) {
  const asked = [];
  const store = { text: "one", writable, applied: [], apply(patches) { this.applied.push(patches); this.text += "!"; return true; } };
  const ask = async ({ text, edit }) => {
    asked.push([text, edit.path]);
    return answers.shift()?.(store) ?? { status: 200, patches: [{ from: 0, to: 0, insert: "x" }], path: edit.path };
  };
  return { store, asked, edits: new Edits({ ask, store, t: (key) => key, wait: async () => {} }) };
}

test("one change is made after the other, each on the text as it stands by then", async () => {
  const { store, asked, edits } = openEdits([]);
  await Promise.all([edits.make({ path: ["a"] }), edits.make({ path: ["b"] })]);
  assert.deepEqual(asked, [["one", ["a"]], ["one!", ["b"]]]);
  assert.equal(store.applied.length, 2);
});

test("who types meanwhile makes it ask again, and who asks too often waits", async () => {
  const late = (store) => { store.text = "two"; return null; };
  const { asked, edits } = openEdits([late, () => ({ status: 429 })]);
  assert.deepEqual(await edits.make({ path: ["a"] }), { path: ["a"] });
  assert.deepEqual(asked.map(([text]) => text), ["one", "two", "two"]);
});

test("what is refused, or cannot be sent, changes nothing and says so", async () => {
  assert.deepEqual(await openEdits([() => ({ status: 200, refused: "No." })]).edits.make({}), { refused: "No." });
  assert.deepEqual(await openEdits([() => ({ status: 0 })]).edits.make({}), { refused: "edit.no_line" });
  assert.deepEqual(await openEdits([], { writable: false }).edits.make({}), { refused: "edit.read_only" });
});

test("what is typed is passed on when the keys rest, and stays in its field until the text says it", async () => {
  const timers = new FakeTimers();
  const made = [];
  const edits = { make: async (edit) => { made.push(edit); return {}; } };
  const written = new Written({ edits, tell: () => {}, setTimer: timers.setTimeout, clearTimer: timers.clearTimeout });
  written.type(["a"], "x", (value) => ({ value }));
  written.type(["a"], "xy", (value) => ({ value }));
  assert.equal(written.find(["a"]).value, "xy");
  await written.flush(["a"]);
  assert.deepEqual(made, [{ value: "xy" }]);
  assert.equal(written.find(["a"]).value, "xy");
  written.settle();
  assert.equal(written.find(["a"]), null);
});

test("what was refused stays in its field with the reason", async () => {
  const written = new Written({ edits: { make: async () => ({ refused: "No." }) }, tell: () => {}, setTimer: () => 0, clearTimer: () => {} });
  written.type(["a"], "x", (value) => ({ value }));
  await written.flush(["a"]);
  written.settle();
  assert.deepEqual([written.find(["a"]).value, written.find(["a"]).refused], ["x", "No."]);
});

const post = (key, at_ms, more = {}) => ({ key, thread: "t", at_ms, scripted: true, by: "ada", text: key, ...more });
const LINE = {
  duration_ms: 600_000,
  lanes: [{ key: "t" }, { key: "u" }],
  posts: [post("a", 10_000), post("b", 20_000), post("c", 300_000), post("d", 60_000, { thread: "u", scripted: false })],
  reactions: [{ key: "r", from: ["a"], post: "d" }],
};

test("cards that would lie on each other stand below each other, in lanes as high as that takes", () => {
  const { lanes, cards, height } = layOut(LINE, { pxPerS: 4 });
  assert.deepEqual([cards.get("a").left, cards.get("a").top], [HEAD + 40, 6]);
  assert.equal(cards.get("b").top, 6 + CARD.height + CARD.gap);
  assert.equal(cards.get("c").top, 6);
  assert.equal(lanes[1].top, lanes[0].height);
  assert.equal(height, lanes[0].height + lanes[1].height);
});

test("only what can be seen is drawn, and the arcs that begin or end there", () => {
  const laid = layOut(LINE, { pxPerS: 4 });
  const shown = cutOut(laid, { left: 1200, top: 0, width: 400, height: 40 }, 0);
  assert.deepEqual(shown.map(({ key, cards }) => [key, cards.map((card) => card.post.key)]), [["t", ["c"]]]);
  assert.deepEqual(bow(LINE, laid, shown), []);
  assert.deepEqual(bow(LINE, laid, laid.lanes).map(({ key }) => key), ["r"]);
});

test("moments are whole steps of five seconds within the run", () => {
  assert.deepEqual([snap(12_400, 600_000), snap(-3, 600_000), snap(700_000, 600_000)], [10_000, 0, 595_000]);
  assert.deepEqual([showTime(0), showTime(65_000), showTime(3_605_000), showTime(null)], ["0:00", "1:05", "1:00:05", ""]);
  assert.deepEqual([findPlace(LINE, "a", 5_000), findPlace(LINE, "a", 30_000), findPlace(LINE, "a", 400_000)], [0, 1, 2]);
});

test("facts that would lie on each other are one mark", () => {
  const facts = [{ key: "x", at_ms: 0 }, { key: "y", at_ms: 100_000 }, { key: "z", at_ms: 5_000 }, { key: "never", at_ms: null }];
  assert.deepEqual(groupFacts(facts, 4).map((group) => group.map(({ key }) => key)), [["x", "z"], ["y"]]);
});

function openMoving() {
  const timers = new FakeTimers();
  const made = [];
  const said = [];
  const edits = { make: async (edit) => { made.push(edit); return {}; } };
  const moving = new Moving({ edits, line: () => LINE, tell: () => {}, say: (...words) => said.push(words), setTimer: timers.setTimeout, clearTimer: timers.clearTimeout });
  return { moving, made, said };
}

test("a card that is dragged past its neighbour changes its moment and its place in the thread", async () => {
  const { moving, made, said } = openMoving();
  moving.begin(LINE.posts[0], 100);
  moving.follow(102, 4);
  assert.equal(moving.momentOf(LINE.posts[0]), 10_000);
  moving.follow(100 + 4 * 22, 4);
  assert.equal(moving.momentOf(LINE.posts[0]), 30_000);
  assert.equal(moving.drop(), true);
  await new Promise((run) => setTimeout(run));
  const path = ["threads", "t", "posts", "a"];
  assert.deepEqual(made, [{ do: "set", path: [...path, "at"], value: "0:30" }, { do: "move", path, index: 1 }]);
  assert.deepEqual(said, [[null, { key: "a", time: "0:30" }]]);
});

test("keys move a card by steps, and the text changes once they rest", async () => {
  const { moving, made } = openMoving();
  moving.nudge(LINE.posts[2], 1);
  moving.nudge(LINE.posts[2], 6);
  assert.deepEqual(made, []);
  await moving.finishNudged();
  assert.deepEqual(made, [{ do: "set", path: ["threads", "t", "posts", "c", "at"], value: "5:35" }]);
});

test("every sentence is there in both languages", () => {
  assert.deepEqual(Object.keys(FORM_STRINGS.de), Object.keys(FORM_STRINGS.en));
});

test("a badge counts the worst and calls hints hints", () => {
  const [error, warning, hint] = ["error", "warning", "hint"].map((severity) => ({ severity }));
  assert.deepEqual(countWorst([hint, error, warning, error]), { severity: "error", count: 2 });
  assert.deepEqual(countWorst([hint, warning, hint]), { severity: "warning", count: 1 });
  assert.deepEqual(countWorst([hint, hint]), { severity: "hint", count: 2 });
  assert.equal(countWorst([]), null);
  for (const language of ["de", "en"]) for (const severity of ["error", "warning", "hint"]) assert.ok(FORM_STRINGS[language][`problems.${severity}`]);
});
