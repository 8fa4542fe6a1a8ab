// What a coach types is kept until it is saved, and places are counted as the server counts them.
import assert from "node:assert/strict";
import test from "node:test";
import { MarkDrafts, PREFIX, readNotes } from "../../trainer_ui/static/trainer_ui/js/marking/drafts.js";
import { findSpan, findUnits } from "../../trainer_ui/static/trainer_ui/js/marking/places.js";

function makeStorage() {
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
    kept,
  };
}

const ENTRIES = [["csrfmiddlewaretoken", "x"], ["reply", "t"], ["step-tone", "4"], ["note-start", "0"], ["note-end", "5"], ["note-text", "Anrede?"], ["finding-1", "[]"], ["verdict-1", "lifted"]];

test("what was typed comes back, and what belongs to the page does not", () => {
  const drafts = new MarkDrafts(makeStorage());
  drafts.keep("t", ENTRIES);

  assert.deepEqual(drafts.read("t"), [["step-tone", "4"], ["note-start", "0"], ["note-end", "5"], ["note-text", "Anrede?"], ["verdict-1", "lifted"]]);
  assert.deepEqual(readNotes(drafts.read("t")), [{ start: 0, end: 5, text: "Anrede?" }]);
  drafts.drop("t");
  assert.equal(drafts.read("t"), null);
});

test("what somebody else has written there is as if it were not", () => {
  const storage = makeStorage();
  for (const text of ["{", "7", "[7]", "[[1, 2]]", "[[\"a\"]]"]) {
    storage.setItem(`${PREFIX}t`, text);
    assert.equal(new MarkDrafts(storage).read("t"), null, text);
  }
});

test("a place is counted in letters as people see them, without the white space around", () => {
  const text = "Grüße 👨‍👩‍👧 an alle";

  assert.deepEqual(findSpan(text, 5, text.indexOf(" an")), { start: 6, end: 7, words: "👨‍👩‍👧" });
  assert.deepEqual(findSpan(text, 7, 9), { start: 6, end: 7, words: "👨‍👩‍👧" });
  assert.equal(findSpan(text, 5, 6), null);
  assert.deepEqual(findUnits(text, 6, 7), [6, text.indexOf(" an")]);
  assert.deepEqual(findSpan("Hallo", 0, 5), { start: 0, end: 5, words: "Hallo" });
});
