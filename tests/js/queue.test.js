// What the queue shows, in which order, and what it keeps still.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { countFilters, isFiltered, isShownBy, NO_FILTER } from "../../trainer_ui/static/trainer_ui/js/run/filters.js";
import { holdOrder, keepOrder } from "../../trainer_ui/static/trainer_ui/js/run/holding.js";
import { addTerm, dropTerm, isHeard, LISTENING, MOST_TERMS } from "../../trainer_ui/static/trainer_ui/js/run/listening.js";
import { countReplies } from "../../trainer_ui/static/trainer_ui/js/run/load.js";
import { readThreadHeat, sortThreads } from "../../trainer_ui/static/trainer_ui/js/run/ordering.js";
import { sortQueue } from "../../trainer_ui/static/trainer_ui/js/run/queue.js";
import { hasWords } from "../../trainer_ui/static/trainer_ui/js/run/searching.js";
import { moveState, MOVES, readStep } from "../../trainer_ui/static/trainer_ui/js/run/states.js";
import { FakeStorage } from "./fakes.js";

const post = (key, more) => ({ kind: "post", post: key, persona: key, name: key, handle: `@${key}`, text: "Hallo?", at_ms: 0, seq: 1, reach: null, target_ms: null, visibility: "public", crowd: false, ...more });
const thread = (key, more, about) => ({
  key, channel: "kurz", mention: "direct", state: "new", posts: [post(key, about)], unanswered: [key], due_ms: null, last_at_ms: 0, crowd: 0, desks: {}, treated: {}, tags: {}, ...more,
});
const voice = (key, text) => thread(key, { state: "crowd", crowd: 1, unanswered: [] }, { crowd: true, text });
const viewOf = (...threads) => ({ order: threads.map(({ key }) => key), threads: Object.fromEntries(threads.map(({ key, ...rest }) => [key, rest])), moods: {} });
const keysOf = (sections) => Object.fromEntries(Object.entries(sections).filter(([, list]) => list.length).map(([name, list]) => [name, list.map(({ key }) => key)]));

test("a thread moves as its machine says, and stays where the machine says nothing", () => {
  const path = ["written", "handed_over", "returned", "answered", "written", "hidden", "answered", "resolved", "answered", "written"];
  const states = [];
  path.reduce((state, step) => { states.push(moveState(state, step)); return states.at(-1); }, "crowd");
  assert.deepEqual(states, ["new", "escalated", "new", "waiting", "new", "hidden", "waiting", "resolved", "resolved", "new"]);
  for (const moves of Object.values(MOVES)) for (const to of Object.values(moves)) assert.ok(to in MOVES, to);
});

test("what is done about one of several is no step, and the crowd asks for nothing", () => {
  const steps = [["ReplySent", {}, true], ["ReplySent", {}, false], ["PostAppeared", { crowd: true }, true], ["FactReleased", {}, false]];
  assert.deepEqual(steps.map(([kind, data, waits]) => readStep({ kind, data }, waits)), [null, "answered", null, null]);
});

test("the queue sorts by time left, heat, reach or arrival, and who has waited longest breaks a tie", () => {
  const calm = thread("calm", { due_ms: 100 }, { reach: 9_000, at_ms: 30 });
  const cross = thread("cross", { due_ms: 300 }, { reach: 500, at_ms: 20 });
  const early = thread("early", { due_ms: 300 }, { at_ms: 10 });
  const orders = ["left", "heat", "reach", "arrival"].map((order) => sortThreads([cross, calm, early], order, { calm: 1, cross: 90, early: 90 }).map(({ key }) => key));
  assert.deepEqual(orders, [["calm", "early", "cross"], ["cross", "early", "calm"], ["calm", "cross", "early"], ["early", "cross", "calm"]]);
});

test("nobody is taken for calm or cross before anything was told of them", () => {
  assert.deepEqual([readThreadHeat(thread("a"), {}), readThreadHeat(thread("a"), { a: 0 }), readThreadHeat(thread("a"), { a: 100 })], [5_000, 0, 10_000]);
});

test("words are found however they are typed, and all of them have to be there", () => {
  const found = ["MUELLER", "müller", "grosse", "große muller", "müller zug"].map((query) => hasWords("frau muller\ngrosse verspatung", query));
  assert.deepEqual(found, [false, true, true, true, false]);
});

test("a filter narrows by channel, state, time, privacy, draft, tag and words; an empty one by nothing", () => {
  const at = { runMs: 0, channels: { kurz: { first_target_ms: 240_000 } }, drafted: new Set(["b"]) };
  const threads = [
    thread("a", { due_ms: 30_000 }), thread("b", { due_ms: 200_000, channel: "forum" }), thread("c", { due_ms: -1 }, { visibility: "private", text: "Mein Gepäck" }),
    thread("d", { state: "waiting", unanswered: [], tags: { d: ["product_feedback"] } }),
  ];
  const shown = (part) => threads.filter((each) => isShownBy({ ...NO_FILTER, ...part }, each, at)).map(({ key }) => key).join("");
  const parts = [{}, { channel: "forum" }, { state: "waiting" }, { due: "soon" }, { due: "late" }, { isPrivate: true }, { isDrafted: true }, { isTagged: true }, { query: "gepack" }];
  assert.deepEqual(parts.map(shown), ["abcd", "b", "d", "ac", "c", "c", "b", "d", "c"]);
  assert.deepEqual([isFiltered(NO_FILTER), isFiltered({ ...NO_FILTER, query: "x" }), countFilters({ ...NO_FILTER, query: "x", due: "late" })], [false, true, 1]);
});

test("the house hears what it always heard; a word of one's own brings voices of the crowd as well", () => {
  const view = viewOf(thread("asked"), thread("unasked", { mention: "unasked" }), thread("noise", { mention: "noise" }, { text: "Wabenfunk der Bienen" }), voice("v1", "Oberlauch ohne Netz"), voice("v2", "nichts"));
  const heard = (listening) => keysOf(sortQueue(view, { listening }));
  assert.deepEqual(heard(LISTENING), { open: ["asked"], listening: ["unasked", "noise"], crowd: ["v1", "v2"] });
  assert.deepEqual(heard({ house: true, terms: ["oberlauch"] }), { open: ["asked"], listening: ["unasked", "noise", "v1"], crowd: ["v2"] });
  assert.deepEqual(heard({ house: false, terms: ["wabenfunk"] }), { open: ["asked"], listening: ["noise"], crowd: ["v1", "v2"] });
});

test("what was found stands in the order it came in: its targets would tell what means the brand", () => {
  const view = viewOf(thread("noise", { mention: "noise" }, { at_ms: 1 }), thread("meant", { mention: "unasked", due_ms: 5 }, { at_ms: 2 }));
  assert.deepEqual(keysOf(sortQueue(view)), { listening: ["noise", "meant"] });
});

test("a search word stands there once, and there is an end to them", () => {
  const once = addTerm(addTerm(LISTENING, "  Ober  lauch "), "ober lauch");
  assert.deepEqual([once.terms, addTerm(LISTENING, " ").terms, dropTerm(once, "Ober lauch").terms], [["Ober lauch"], [], []]);
  const many = Array.from({ length: MOST_TERMS + 3 }, (_, number) => `w${number}`).reduce(addTerm, LISTENING);
  assert.equal(many.terms.length, MOST_TERMS);
  assert.equal(isHeard(voice("v", "W2 fehlt"), many), true);
});

test("what is put aside comes back at its time, or when somebody writes there", () => {
  const view = viewOf(thread("a", {}, { seq: 5 }));
  const place = (aside, runMs = 0) => Object.keys(keysOf(sortQueue(view, { aside: { a: aside }, runMs })))[0];
  assert.deepEqual([place({ seq: 9, until_ms: null }), place({ seq: 9, until_ms: 100 }), place({ seq: 9, until_ms: 100 }, 100), place({ seq: 4, until_ms: null })], ["aside", "aside", "open", "open"]);
});

test("a list that is held keeps every thread where it was drawn, and counts who is new", () => {
  const [a, b, c] = ["a", "b", "c"].map((key) => thread(key));
  const answered = { ...a, state: "waiting", unanswered: [] };
  const empty = { listening: [], aside: [], crowd: [] };
  const { sections, news } = holdOrder(keepOrder({ open: [a, b], answered: [], ...empty }), { open: [c, b], answered: [answered], ...empty });
  assert.deepEqual([keysOf(sections), sections.open[0].state, news], [{ open: ["a", "b"] }, "waiting", 1]);
});

test("one's load counts the replies of the last five minutes", () => {
  const reply = (at_ms) => ({ kind: "reply", at_ms });
  const view = { threads: { a: { posts: [reply(10_000), reply(350_000)] }, b: { posts: [post("b"), reply(600_000)] } } };
  assert.deepEqual([countReplies(view, 600_000), countReplies(view, 400_000)], [2, 2]);
});

const PACK = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: {} };
let storage;
beforeEach(() => { storage = new FakeStorage(); });

function openDesk(...threads) {
  const desk = new DeskStore({ pack: PACK, storage, wallClock: () => 0 });
  desk.connection = { send: () => true };
  const start = { kind: "RunStarted", data: { wall_ms: 0, speed: 1000, agent: "^TB" } };
  const posts = threads.map((key, index) => ({ kind: "PostAppeared", data: { ...post(key, { thread: key, channel: "kurz", reply_to: null, target_ms: 10 * index }) } }));
  [start, ...posts].forEach(({ kind, data }, index) => desk.receiver.receive({ type: "event", run: 7, seq: index + 1, after: index, at_ms: 0, kind, data }));
  return desk;
}

test("the order and the words listened for are kept with the run, a filter is not", () => {
  const desk = openDesk("a", "b");
  desk.listing.change({ order: "reach" });
  desk.listing.listenFor("Oberlauch");
  desk.listing.narrow({ query: "a" });
  const { order, listening, filter } = openDesk("a", "b").listing;
  assert.deepEqual([order, listening.terms, filter], ["reach", ["Oberlauch"], NO_FILTER]);
});

test("who steps through a held list goes where the eye goes, and whoever is done sees what is so now", () => {
  const desk = openDesk("a", "b");
  desk.listing.hold();
  desk.receiver.receive({ type: "event", run: 7, seq: 4, after: 3, at_ms: 0, kind: "PostAppeared", data: post("urgent", { thread: "urgent", channel: "kurz", target_ms: -5 }) });
  desk.step(1);
  assert.deepEqual([desk.selected, desk.listing.shown.news], ["a", 1]);
  desk.isDone = true;
  desk.step(1);
  assert.deepEqual([desk.selected, desk.listing.shown.news], ["urgent", 0]);
});

test("a letter more is no news to the rest of the desk, a first one is", () => {
  const desk = openDesk("a");
  desk.select("a");
  let changes = 0;
  desk.addEventListener("change", () => { changes += 1; });
  for (const text of ["G", "Gu", "Gut"]) desk.keepDraft({ text, visibility: "public", signed: true });
  assert.deepEqual([changes, [...desk.drafts.drafted]], [1, ["a"]]);
  desk.keepDraft({ text: "", visibility: "public", signed: true });
  assert.deepEqual([changes, [...desk.drafts.drafted]], [2, []]);
});

test("the list is sorted once for as long as nothing is new", () => {
  const desk = openDesk("a", "b");
  assert.equal(desk.listing.fresh, desk.listing.fresh);
  const before = desk.listing.fresh;
  desk.listing.narrow({ query: "b" });
  assert.deepEqual([desk.listing.fresh === before, keysOf(desk.listing.fresh)], [false, { open: ["b"] }]);
});

test("who waits is counted whatever is looked for", () => {
  const desk = openDesk("a", "b");
  assert.equal(desk.listing.waiting, desk.listing.fresh.open);
  desk.listing.narrow({ query: "b" });
  assert.deepEqual(desk.listing.waiting.map(({ key }) => key), ["a", "b"]);
});

test("a way to look at the queue that cannot be read is as if it were not there", () => {
  for (const kept of ["{{", "7", '{"order":"heap","listening":null}', '{"listening":{"terms":"Zug"}}']) {
    storage.setItem("gp:listing:7", kept);
    const { listing } = openDesk("a");
    assert.deepEqual([listing.order, listing.listening, listing.fresh.open.length], ["left", LISTENING, 1], kept);
  }
});
