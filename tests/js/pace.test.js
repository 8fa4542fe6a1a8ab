// Who types comes first: what others do is drawn after the letter, and soon.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { MOST_MS, Pace, TYPING_MS } from "../../trainer_ui/static/trainer_ui/js/desk/pace.js";
import { FakeTimers } from "./fakes.js";

let timers, frames, drawn, pace;

const draw = () => drawn.push(timers.now);
const drawFrame = () => frames.splice(0).forEach((call) => call());

beforeEach(() => {
  [timers, frames, drawn] = [new FakeTimers(), [], []];
  pace = new Pace({ now: () => timers.now, afterFrame: (call) => frames.push(call), clock: timers });
});

test("while the keys are still, everything is drawn at once", () => {
  pace.draw(draw);
  assert.deepEqual(drawn, [0]);
});

test("what comes while a letter is under way is drawn after it, once", () => {
  pace.hearKey();
  pace.draw(draw);
  pace.draw(draw);
  assert.deepEqual(drawn, []);
  timers.pass(16);
  drawFrame();
  assert.deepEqual(drawn, [16]);
  timers.pass(MOST_MS);
  assert.deepEqual(drawn, [16]);
});

test("between two letters it waits for the second", () => {
  pace.hearKey();
  drawFrame();
  timers.pass(40);
  pace.draw(draw);
  assert.deepEqual(drawn, []);
  timers.pass(50);
  pace.hearKey();
  drawFrame();
  assert.deepEqual(drawn, [90]);
});

test("whoever stops in the middle of a word waits a moment and no longer", () => {
  pace.hearKey();
  drawFrame();
  timers.pass(100);
  pace.draw(draw);
  timers.pass(MOST_MS - 1);
  assert.deepEqual(drawn, []);
  timers.pass(1);
  assert.deepEqual(drawn, [100 + MOST_MS]);
});

test("a while after the last key, everything is drawn at once again", () => {
  pace.hearKey();
  drawFrame();
  timers.pass(TYPING_MS);
  pace.draw(draw);
  assert.deepEqual(drawn, [TYPING_MS]);
});

test("keys that follow each other within one frame ask for it once", () => {
  pace.hearKey();
  pace.hearKey();
  assert.equal(frames.length, 1);
});
