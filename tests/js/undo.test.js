// Three seconds in which a reply can be taken back, where the scenario allows it.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { UNDO_MS } from "../../trainer_ui/static/trainer_ui/js/desk/sender.js";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { FakeStorage } from "./fakes.js";

const PACK = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: {}, undo: true };
const DRAFT = { text: "Das tut mir leid.", visibility: "public", signed: true, post: null };
const POST = { thread: "t", channel: "m", post: "p1", persona: "jana", name: "Jana", handle: "@j", text: "Hallo?", reply_to: null, target_ms: 1 };
const event = (seq, kind, data) => ({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data });

let now, storage, sent;

function openDesk(pack = PACK) {
  const desk = new DeskStore({ pack, storage, makeId: () => `c${++now}`, wallClock: () => now });
  desk.connection = { send: (message) => Boolean(sent.push(message)) };
  desk.receiver.setLine("live");
  desk.receiver.receive(event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB", cast: {} }));
  desk.receiver.receive(event(2, "PostAppeared", POST));
  desk.select("t");
  return desk;
}

const replies = () => sent.filter(({ type }) => type === "reply");

function pass(desk, ms) {
  now += ms;
  desk.say("tick");
}

beforeEach(() => {
  [now, storage, sent] = [1_000, new FakeStorage(), []];
});

test("a reply is held for three seconds, and then sent once", () => {
  const desk = openDesk();
  desk.sender.reply(DRAFT);
  desk.sender.flush();
  pass(desk, UNDO_MS - 10);
  assert.deepEqual([replies(), desk.outbox.items[0].status, desk.outbox.unsent().length], [[], "held", 1]);
  pass(desk, 10);
  pass(desk, 10);
  assert.deepEqual(replies().map(({ text }) => text), ["Das tut mir leid. ^TB"]);
  assert.deepEqual(Object.keys(replies()[0]).sort(), ["cmd_id", "post", "run", "seen_seq", "text", "thread", "type", "visibility"]);
});

test("taken back, it never goes out and is the draft again, before what was begun since", () => {
  const desk = openDesk();
  desk.sender.reply(DRAFT);
  desk.keepDraft({ ...DRAFT, text: "Und noch" });
  desk.sender.takeBack(desk.outbox.held.cmd_id);
  pass(desk, 2 * UNDO_MS);
  assert.deepEqual(replies(), []);
  assert.deepEqual(desk.drafts.read("t"), { ...DRAFT, text: "Das tut mir leid.\n\nUnd noch", post: "p1" });
  assert.equal(desk.outbox.held, undefined);
});

test("what is on the line can no longer be taken back", () => {
  const desk = openDesk();
  desk.sender.reply(DRAFT);
  const { cmd_id } = desk.outbox.held;
  pass(desk, UNDO_MS);
  desk.sender.takeBack(cmd_id);
  assert.deepEqual([replies().length, desk.drafts.threads()], [1, []]);
});

test("pausing or ending the run sends it first", () => {
  const desk = openDesk();
  desk.sender.reply(DRAFT);
  desk.sender.command("end");
  assert.deepEqual(sent.map(({ type }) => type).filter((type) => type !== "follow"), ["reply", "end"]);
});

test("a page that was closed meanwhile sends it when it is opened again", () => {
  openDesk().sender.reply(DRAFT);
  now += UNDO_MS;
  const again = openDesk();
  again.say("tick");
  assert.equal(replies().length, 1);
});

test("where the scenario does not allow it, a reply goes out at once", () => {
  openDesk({ ...PACK, undo: false }).sender.reply(DRAFT);
  assert.equal(replies().length, 1);
});
