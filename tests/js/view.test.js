// The same vectors as pytest runs (tests/vectors): a log as frames, and the view they make.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { runMsAt } from "../../trainer_ui/static/trainer_ui/js/run/clock.js";
import { foldFrame, isNext, startView } from "../../trainer_ui/static/trainer_ui/js/run/view.js";

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/view.json", import.meta.url)));

for (const { name, frames, view } of VECTORS.views) {
  test(`${name}: the view is what Python says`, () => assert.deepEqual(frames.reduce(foldFrame, startView()), view));
}

test("run time is what Python says, at every clock", () => {
  for (const { name, clock, wall_ms, run_ms } of VECTORS.times) assert.equal(runMsAt({ clock }, wall_ms), run_ms, name);
});

test("a frame is next where Python says so", () => {
  for (const { view_seq, after, is_next } of VECTORS.links) assert.equal(isNext({ seq: view_seq }, { after }), is_next);
});

const start = { seq: 1, after: 0, at_ms: 0, kind: "RunStarted", data: { wall_ms: 5, speed: 1000, agent: "^TB", cast: {} } };

test("a frame that is in the view already changes nothing", () => {
  const view = foldFrame(startView(), start);
  assert.equal(foldFrame(view, start), view);
});

test("a kind of a newer server moves only seq and time", () => {
  const view = foldFrame(startView(), start);
  assert.deepEqual(foldFrame(view, { seq: 2, after: 1, at_ms: 9, kind: "Unheard", data: {} }), { ...view, seq: 2, at_ms: 9 });
});

test("a frame after a hidden one is next, a frame after a lost one is not", () => {
  const view = foldFrame(startView(), start);
  assert.equal(isNext(view, { seq: 3, after: 1 }), true);
  assert.equal(isNext(view, { seq: 3, after: 2 }), false);
});
