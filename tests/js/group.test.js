// The same minute of everybody.
import assert from "node:assert/strict";
import test from "node:test";
import { findBusiest, readMinute } from "../../trainer_ui/static/trainer_ui/js/group/reading.js";
import { GROUP_STRINGS } from "../../trainer_ui/static/trainer_ui/js/texts/group-strings.js";

const ends = [60_000, 120_000, 180_000];
const run = { ended_ms: 110_000, heat: [10, 20, 20], waiting: [1, 2, 0], late: [0, 1, 0], replies: [{ at_ms: 0 }, { at_ms: 60_000 }, { at_ms: 60_001 }] };

test("a reply belongs to the minute that it was sent in, one at the very start to the first", () => {
  assert.deepEqual(readMinute(run, 1, ends).replies, [{ at_ms: 0 }, { at_ms: 60_000 }]);
  assert.deepEqual(readMinute(run, 2, ends), { isOver: false, heat: 20, waiting: 2, late: 1, replies: [{ at_ms: 60_001 }] });
});

test("a run is over in the minutes after its end", () => {
  assert.deepEqual([1, 2, 3].map((minute) => readMinute(run, minute, ends).isOver), [false, false, true]);
});

test("one begins where most was sent", () => {
  assert.equal(findBusiest([run, { ...run, replies: [{ at_ms: 90_000 }, { at_ms: 91_000 }] }], ends), 2);
  assert.equal(findBusiest([{ ...run, replies: [] }], ends), 1);
});

test("both languages have the same sentences", () => {
  assert.deepEqual(Object.keys(GROUP_STRINGS.de), Object.keys(GROUP_STRINGS.en));
});
