// A run as a film: the view at any moment is what its frames up to then make, whichever way one came there.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { Film, countLoad, findMark } from "../../trainer_ui/static/trainer_ui/js/replay/film.js";
import { ReplayStore } from "../../trainer_ui/static/trainer_ui/js/replay/store.js";
import { foldFrame, startView } from "../../trainer_ui/static/trainer_ui/js/run/view.js";
import { REPLAY_STRINGS } from "../../trainer_ui/static/trainer_ui/js/texts/replay-strings.js";

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/view.json", import.meta.url)));
const REPLAY = new URL("../../trainer_ui/static/trainer_ui/js/replay/", import.meta.url);
const longest = VECTORS.views.toSorted((a, b) => b.frames.length - a.frames.length)[0].frames;

test("at every moment the view is what the frames until then make", () => {
  const film = new Film(longest);
  for (const { at_ms } of longest) {
    const until = longest.filter((frame) => frame.at_ms <= at_ms);
    assert.deepEqual(film.viewAt(at_ms), until.reduce(foldFrame, startView()));
  }
});

test("the film is long enough for the kept views to matter", () => assert.ok(new Film(longest).kept.length > 1));

test("before the first frame there is nothing, and after the last all", () => {
  const film = new Film(longest);
  assert.equal(film.viewAt(-1).seq, 0);
  assert.equal(film.viewAt(Infinity).seq, longest.at(-1).seq);
});

test("the next mark is the one behind this moment, never the one at it", () => {
  const marks = [{ at_ms: 10 }, { at_ms: 20 }];
  assert.deepEqual([findMark(marks, 10, 1), findMark(marks, 20, -1)], [marks[1], marks[0]]);
  assert.deepEqual([findMark(marks, 20, 1), findMark(marks, 10, -1)], [null, null]);
});

test("who waits is counted, and who waits too long; what nobody promised is not", () => {
  const threads = { a: { unanswered: ["1"], due_ms: 5 }, b: { unanswered: ["2"], due_ms: 50 }, c: { unanswered: ["3"], due_ms: null }, d: { unanswered: [], due_ms: null } };
  assert.deepEqual(countLoad({ threads }, 10), { waiting: 2, late: 1 });
});

function makeStore() {
  const ended_ms = longest.at(-1).at_ms;
  return new ReplayStore({ pack: { run: 1, duration_ms: ended_ms, stage: [] }, replay: { ended_ms, replies: [] }, frames: longest });
}

test("nothing can be written in a replay, and nothing is covered or over", () => {
  const store = makeStore();
  store.seek(Infinity);
  assert.deepEqual([store.isMine, store.isLocked, store.view.state], [false, true, "running"]);
});

test("the desk follows what was done, until somebody chooses a thread", () => {
  const store = makeStore();
  const done = longest.findLast(({ kind }) => kind === "ReplySent");
  store.seek(done.at_ms);
  assert.equal(store.selected, done.data.thread);
  const other = store.view.order.find((key) => key !== done.data.thread);
  store.select(other);
  store.seek(done.at_ms);
  assert.equal(store.selected, other);
});

test("a moment outside of the run is its start or its end", () => {
  const store = makeStore();
  store.seek(-5);
  assert.equal(store.runMs, 0);
  store.seek(1e12);
  assert.equal(store.runMs, store.replay.ended_ms);
});

test("a replay's sentences are there in both languages, and all are used", () => {
  const source = readdirSync(REPLAY).map((name) => readFileSync(new URL(name, REPLAY), "utf8")).join("\n");
  assert.deepEqual(Object.keys(REPLAY_STRINGS.de), Object.keys(REPLAY_STRINGS.en));
  const names = Object.keys(REPLAY_STRINGS.de).map((key) => key.replace(/\.one$/, ""));
  assert.deepEqual(names.filter((key) => !source.includes(`"${key}"`)), []);
});
