import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { cutGaps, findGaps } from "../../trainer_ui/static/trainer_ui/js/write/gaps.js";

const VECTORS = JSON.parse(readFileSync(new URL("../vectors/gaps.json", import.meta.url)));

test("the desk marks the gaps that the score would find, and nothing else", () => {
  for (const { text, gaps } of VECTORS) assert.deepEqual(findGaps(text).map((gap) => gap.text), gaps, text);
});

test("a gap says where it stands in the text field", () => {
  const text = "🚆 Hallo {name}!";
  const [{ start, end }] = findGaps(text);
  assert.equal(text.slice(start, end), "{name}");
});

test("a template is cut so that its gaps can be marked, and its parts are the text again", () => {
  const parts = cutGaps("Hallo Jana, am TT.MM. kommt {wer}.");
  assert.deepEqual(parts.filter((part) => part.isGap).map((part) => part.text), ["TT.MM.", "{wer}"]);
  assert.equal(parts.map((part) => part.text).join(""), "Hallo Jana, am TT.MM. kommt {wer}.");
});
