// Completion and help in the text: where somebody writes is known from unfinished text, and what is offered is what the format allows.
import assert from "node:assert/strict";
import test from "node:test";
import { explain, follow, listOffers } from "../../trainer_ui/static/trainer_ui/js/editor/offering.js";
import { findStanding } from "../../trainer_ui/static/trainer_ui/js/editor/standing.js";

const text = (value) => value.replace(/^\n/, "").split("\n");

const DESCRIBED = {
  elements: {
    scenario: [
      { name: "format", kind: "whole", required: true, usual: true, label: "Format", help: "" },
      { name: "threads", kind: "map", item: { kind: "element", element: "thread" }, keys: null, required: true, usual: true, label: "Threads", help: "All of them." },
      { name: "goal", kind: "text", required: false, usual: false, label: "Goal", help: "" },
      { name: "rubric", kind: "element", element: "rubric", required: false, usual: true, label: "Rubric", help: "" },
    ],
    rubric: [{ name: "weights", kind: "map", item: { kind: "whole" }, keys: ["speed", "tone"], required: true, usual: true, label: "Weights", help: "" }],
    thread: [
      { name: "channel", kind: "key", of: "channel", any: false, required: true, usual: true, label: "Channel", help: "Where it happens." },
      { name: "posts", kind: "map", item: { kind: "element", element: "post" }, keys: null, required: true, usual: true, label: "Posts", help: "" },
    ],
    post: [
      { name: "by", kind: "key", of: "persona", any: false, required: true, usual: true, label: "By", help: "" },
      { name: "urgent", kind: "flag", required: false, usual: false, label: "Urgent", help: "" },
      { name: "acts", kind: "list", item: { kind: "choice", options: ["greeting", "thanks"] }, required: false, usual: true, label: "Acts", help: "" },
    ],
  },
  words: [{ options: ["greeting", "thanks"], labels: ["Greeting", "Thanks"] }, { options: ["speed", "tone"], labels: ["Speed", "Tone"] }],
  house: { channels: { forum: { name: "The forum", limit: null } }, desks: {} },
};
const TREE = { at: [1, 1], m: [["personas", [1, 1], { at: [2, 3], m: [["ada", [2, 3], { at: [2, 8], m: [["name", [2, 9], { v: "Ada", at: [2, 15] }]] }]] }]] };
const labels = (standing) => listOffers(standing, { described: DESCRIBED, tree: TREE }).map(({ label }) => label);

test("at the left edge stands a field of the scenario, and those above are taken", () => {
  const standing = findStanding(text("format: 1\ngo"));

  assert.deepEqual(standing, { path: [], word: "go", isValue: false, taken: ["format"] });
  assert.deepEqual(labels(standing), ["threads", "rubric", "goal"]);
});

test("indentation leads to the post that is written in, past comments and empty lines", () => {
  const standing = findStanding(text(`
threads:
  lost:
    channel: forum
    posts:
      # the first one

      lost-1:
        by: ada
        `));

  assert.deepEqual(standing, { path: ["threads", "lost", "posts", "lost-1"], word: "", isValue: false, taken: ["by"] });
  assert.deepEqual(labels(standing), ["acts", "urgent"]);
});

test("behind a colon stands a value: keys of the house, of people, a word of ours", () => {
  const lines = (last) => text(`threads:\n  lost:\n    ${last}`);
  const post = (last) => text(`threads:\n  lost:\n    posts:\n      lost-1:\n        ${last}`);

  assert.deepEqual(labels(findStanding(lines("channel: fo"))), ["forum"]);
  assert.deepEqual(labels(findStanding(post("by: "))), ["ada"]);
  assert.deepEqual(labels(findStanding(post("urgent: t"))), ["true", "false"]);
  assert.deepEqual(labels(findStanding(text("rubric:\n  weights:\n    speed: 1\n    "))), ["tone"]);
});

test("lists are written in dashes or in brackets", () => {
  const dashes = findStanding(text("threads:\n  lost:\n    posts:\n      lost-1:\n        acts:\n          - gr"));
  const brackets = findStanding(text("threads:\n  lost:\n    posts:\n      lost-1:\n        acts: [greeting, th"));

  assert.deepEqual([dashes.path.at(-1), dashes.word], [null, "gr"]);
  assert.deepEqual(labels({ ...dashes, isValue: true }), ["greeting", "thanks"]);
  assert.deepEqual(labels(dashes), ["greeting", "thanks"]);
  assert.deepEqual([brackets.path.at(-1), brackets.word, labels(brackets)], [null, "th", ["greeting", "thanks"]]);
});

test("an element in braces is one too, with what stands in it already", () => {
  const standing = findStanding(text('threads:\n  lost:\n    posts:\n      lost-1: {by: ada, text: "a: {b", '));

  assert.deepEqual(standing.path, ["threads", "lost", "posts", "lost-1"]);
  assert.deepEqual(standing.taken, ["by", "text"]);
  assert.deepEqual(labels(standing), ["acts", "urgent"]);
  assert.deepEqual(labels(findStanding(text("threads:\n  lost:\n    posts:\n      lost-1: {by: "))), ["ada"]);
});

test("nothing is offered inside of a text, in a place that the format does not know, or for a free name", () => {
  assert.deepEqual(labels(findStanding(text("goal: some wor"))), []);
  assert.deepEqual(labels(findStanding(text("nonsense:\n  deep"))), []);
  assert.deepEqual(labels(findStanding(text("threads:\n  ne"))), []);
  assert.equal(follow(["threads", "lost", "nothing"], DESCRIBED.elements), null);
});

test("who points at a field reads what it means, and at a name of their own nothing", () => {
  assert.deepEqual(explain(["threads", "lost", "channel"], DESCRIBED), { title: "Channel", text: "Where it happens." });
  assert.equal(explain(["threads", "lost"], DESCRIBED), null);
  assert.equal(explain(["format"], DESCRIBED), null);
});

test("a field brings its colon along, and a blank only where a value follows on the line", () => {
  const offers = listOffers({ path: ["threads", "lost"], isValue: false, taken: [] }, { described: DESCRIBED, tree: TREE });

  assert.deepEqual(offers.map(({ insert }) => insert), ["channel: ", "posts:"]);
});
