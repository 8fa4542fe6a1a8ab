// What was begun in an act's window outlives the page, and nothing that was sent comes back.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { Words } from "../../trainer_ui/static/trainer_ui/js/write/words.js";
import { FakeStorage } from "./fakes.js";

const PACK = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: {} };
const NOTE = "Jana steht in Altenried, noch nichts zugesagt.";

let storage;

const open = () => new Words(storage, 7);
const event = (seq, kind, data, more) => ({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data, ...more });

function openDesk() {
  const desk = new DeskStore({ pack: PACK, storage, makeId: () => "c1", wallClock: () => 0 });
  desk.connection = { send: () => true };
  desk.receiver.receive(event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB" }));
  return desk;
}

beforeEach(() => { storage = new FakeStorage(); });

test("words are there again after the page was loaded anew, each where they were begun", () => {
  open().write("notice:Störung", NOTE);
  assert.deepEqual([open().read("notice:Störung"), open().read("notice:Wetter")], [NOTE, null]);
});

test("what is empty, or as it was before, is not kept", () => {
  const words = open();
  words.write("correct:4", NOTE);
  words.write("correct:4", NOTE, NOTE);
  assert.equal(words.read("correct:4"), null);
  words.write("notice:a", "  ");
  assert.deepEqual(words.close(), []);
});

test("what the log has was sent, whoever loaded the page before hearing of it", () => {
  open().write("notice:Störung", NOTE);
  const desk = openDesk();
  desk.receiver.receive(event(2, "NoticePublished", { topic: "Störung", channel: "page" }, { words: NOTE }));
  assert.equal(desk.words.read("notice:Störung"), null);
});

test("words of another run, and others of this one, stay", () => {
  open().write("notice:Wetter", "Es schneit.");
  new Words(storage, 8).write("notice:Störung", NOTE);
  open().settle(NOTE);
  assert.deepEqual([open().read("notice:Wetter"), new Words(storage, 8).read("notice:Störung")], ["Es schneit.", NOTE]);
});

test("what was not sent by the end is handed back like a draft", () => {
  const desk = openDesk();
  desk.words.write("escalate:t:p1", NOTE);
  desk.receiver.receive(event(2, "RunEnded", { reason: "asked" }));
  assert.deepEqual([desk.leftovers, open().read("escalate:t:p1")], [[NOTE], null]);
});
