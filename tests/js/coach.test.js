// What a coach does to a run under way, as the desk draws it. The folds themselves are held by the vectors.
import assert from "node:assert/strict";
import test from "node:test";
import { readHalt } from "../../trainer_ui/static/trainer_ui/js/run/halting.js";

test("the desk says who paused only where it was somebody else", () => {
  assert.deepEqual([null, { by: null }, { by: "u1" }, { by: "u2", reason: "device" }].map((halt) => readHalt(halt, "u1")), [null, null, null, "halt.coach"]);
});
