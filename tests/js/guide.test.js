// The guide goes on by what somebody does, in whatever order, and finds its place again.
import assert from "node:assert/strict";
import test from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { findPlace, nameDeed, readDeed } from "../../trainer_ui/static/trainer_ui/js/run/guide.js";
import { foldFrame, startView } from "../../trainer_ui/static/trainer_ui/js/run/view.js";
import { Guiding } from "../../trainer_ui/static/trainer_ui/js/write/guiding.js";
import { FakeStorage } from "./fakes.js";

const step = (until, post = "") => ({ text: until, until, post, place: "", keys: [] });
const STEPS = [
  step("opened", "fern-1"), step("answered", "fern-1"), step("templates", "palm-1"), step("answered", "palm-1"), step("handed_over", "tree-1"),
  step("answered", "tree-1"), step("left_alone", "horst-1"), step("paused"), step("resumed"), step("ended"),
];

const frames = (...events) => events.map(([kind, data], at) => ({ seq: at + 1, after: at, at_ms: at * 1000, kind, data }));
const post = (key) => ["PostAppeared", { thread: key, channel: "m", post: `${key}-1`, persona: key, name: key, handle: `@${key}`, text: "?", reply_to: null, target_ms: 9 }];
const reply = (key) => ["ReplySent", { thread: key, post: `${key}-1`, visibility: "public" }];
const handOver = (key) => ["Escalated", { thread: key, post: `${key}-1`, desk: "shop" }];
const leave = (key) => ["Treated", { thread: key, post: `${key}-1`, as: "left_alone", reason: "settled" }];

// The place of whoever did `deeds` in a run in which this happened.
function placeAfter(events, deeds = []) {
  const all = frames(...events);
  const done = new Set([...deeds, ...all.map(readDeed).filter(Boolean)]);
  const place = findPlace(STEPS, { view: all.reduce(foldFrame, startView()), deeds: done });
  return place && [place.nth, place.waits];
}

const OPENED = nameDeed("opened", "fern");
const LOOKED = nameDeed("templates", "palm");

test("before its post is there, a step waits", () => {
  assert.deepEqual(placeAfter([]), [1, true]);
  assert.deepEqual(placeAfter([post("fern")]), [1, false]);
});

test("opening is what the desk noted down, of this thread and no other", () => {
  assert.deepEqual(placeAfter([post("fern")], [nameDeed("opened", "palm")]), [1, false]);
  assert.deepEqual(placeAfter([post("fern")], [OPENED]), [2, false]);
});

test("the answer is what the log says, and the next step waits for its post", () => {
  assert.deepEqual(placeAfter([post("fern"), reply("fern")], [OPENED]), [3, true]);
  assert.deepEqual(placeAfter([post("fern"), reply("fern"), post("palm")], [OPENED]), [3, false]);
});

test("who answers without looking at templates is not held up by them", () => {
  assert.deepEqual(placeAfter([post("fern"), reply("fern"), post("palm")], [OPENED, LOOKED]), [4, false]);
  assert.deepEqual(placeAfter([post("fern"), reply("fern"), post("palm"), reply("palm")], [OPENED]), [5, true]);
});

const UP_TO_TREE = [post("fern"), reply("fern"), post("palm"), reply("palm"), post("tree")];

test("handing over is one step, the word to the customer another", () => {
  assert.deepEqual(placeAfter(UP_TO_TREE), [5, false]);
  assert.deepEqual(placeAfter([...UP_TO_TREE, handOver("tree")]), [6, false]);
  assert.deepEqual(placeAfter([...UP_TO_TREE, handOver("tree"), reply("tree")]), [7, true]);
});

test("who deals with a post in another way has dealt with it", () => {
  assert.deepEqual(placeAfter([...UP_TO_TREE, leave("tree")]), [7, true]);
  assert.deepEqual(placeAfter([...UP_TO_TREE, reply("tree"), post("horst"), reply("horst")]), [8, false]);
});

test("what was done before its turn need not be done again", () => {
  assert.deepEqual(placeAfter([["Paused", {}], ["Resumed", {}], ...UP_TO_TREE, reply("tree"), post("horst"), leave("horst")]), [10, false]);
});

test("a deleted reply leads back to its step", () => {
  const deleted = ["ReplyDeleted", { thread: "fern", reply: 2 }];
  assert.deepEqual(placeAfter([post("fern"), reply("fern"), deleted], [OPENED]), [2, false]);
});

test("once all is done there is no step", () => {
  const rest = [reply("tree"), post("horst"), leave("horst"), ["Paused", {}], ["Resumed", {}], ["RunEnded", {}]];
  assert.equal(placeAfter([...UP_TO_TREE, ...rest]), null);
});

test("a reload keeps the place and the wish to be left alone; the end of the run forgets both", () => {
  const storage = new FakeStorage();
  const guiding = new Guiding(storage, 7);
  guiding.note(OPENED);
  assert.deepEqual([[...new Guiding(storage, 7).deeds], new Guiding(storage, 7).isOff, [...new Guiding(storage, 8).deeds]], [[OPENED], false, []]);
  guiding.skip();
  assert.deepEqual([[...new Guiding(storage, 7).deeds], new Guiding(storage, 7).isOff, new Guiding(storage, 8).isOff], [[OPENED], true, false]);
  guiding.close();
  assert.deepEqual(Object.keys(storage), []);
});

test("only who learns is guided, and only in a run that teaches", () => {
  const isGuided = (audience, guide) => new DeskStore({ pack: { run: 7, audience, channels: {}, guide }, storage: new FakeStorage() }).isGuided;
  assert.deepEqual([isGuided("trainee", STEPS), isGuided("coach", STEPS), isGuided("trainee", [])], [true, false, false]);
});
