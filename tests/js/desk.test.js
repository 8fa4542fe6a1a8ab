// The store between a line that breaks and a trainee who types.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { isShown } from "../../trainer_ui/static/trainer_ui/js/write/outbox.js";
import { FakeStorage } from "./fakes.js";

const PACK = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: {} };
const DRAFT = { text: "Das tut mir leid.", visibility: "public", signed: true, post: null };
const POST = { thread: "t", channel: "m", post: "p1", persona: "jana", name: "Jana", handle: "@j", text: "Hallo?", reply_to: null, target_ms: 1 };

let storage, sent, isUp, ids;

function openDesk() {
  const desk = new DeskStore({ pack: PACK, storage, makeId: () => `c${++ids}`, wallClock: () => 0 });
  desk.connection = { send: (message) => isUp && Boolean(sent.push(message)) };
  desk.receiver.setLine("live");
  for (const frame of history()) desk.receiver.receive(frame);
  desk.select("t");
  return desk;
}

const event = (seq, kind, data, more) => ({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data, ...more });
const history = () => [event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB", cast: {} }), event(2, "PostAppeared", POST)];
const replies = () => sent.filter(({ type }) => type === "reply");
const replyEvent = (text) => event(3, "ReplySent", { thread: "t", post: "p1", visibility: "public" }, { words: text });

function cutLine(desk) {
  isUp = false;
  desk.receiver.setLine("waiting");
}

function mendLine(desk) {
  isUp = true;
  desk.receiver.setLine("live");
  desk.receiver.receive({ type: "following", run: 7, audience: "trainee", head_seq: 2, server_now: 0 });
}

beforeEach(() => {
  [storage, sent, isUp, ids] = [new FakeStorage(), [], true, 0];
});

test("a reply is signed, says what it answers and what had been seen", () => {
  openDesk().sender.reply(DRAFT);
  assert.deepEqual(replies(), [{
    type: "reply", cmd_id: "c1", run: 7, thread: "t", post: "p1", visibility: "public", text: "Das tut mir leid. ^TB", seen_seq: 2,
  }]);
});

test("after a reply, the next thread is the one that is most urgent, wherever the answered one went", () => {
  const desk = openDesk();
  for (const [seq, thread, target_ms] of [[3, "later", 9], [4, "sooner", 2]]) {
    desk.receiver.receive(event(seq, "PostAppeared", { ...POST, thread, post: thread, target_ms }));
  }
  desk.sender.reply(DRAFT);
  desk.receiver.receive(event(5, "ReplySent", { thread: "t", post: "p1", visibility: "public" }, { words: "…" }));
  desk.step(1);
  assert.equal(desk.selected, "sooner");
  desk.step(1);
  assert.equal(desk.selected, "later");
});

test("after a reload, too, next leads from what is done to who waits", () => {
  const desk = openDesk();
  desk.receiver.receive(event(3, "PostAppeared", { ...POST, thread: "later", post: "later" }));
  desk.receiver.receive(event(4, "ReplySent", { thread: "t", post: "p1", visibility: "public" }, { words: "…" }));
  const again = new DeskStore({ pack: PACK, storage });
  Object.assign(again, { view: desk.view });
  again.step(1);
  assert.equal(again.selected, "later");
});

test("a note goes to the thread and to nobody in it, survives an outage, and leaves what waits as it was", () => {
  const desk = openDesk();
  cutLine(desk);
  desk.sender.note({ text: " Ruft um zwölf zurück. " });
  assert.equal(desk.outbox.items[0].status, "queued");
  mendLine(desk);
  const [note] = sent.filter(({ type }) => type === "note");
  assert.deepEqual(note, { type: "note", cmd_id: "c1", run: 7, thread: "t", text: "Ruft um zwölf zurück." });
  desk.receiver.receive({ type: "ack", run: 7, cmd_id: "c1", seq: 3 });
  desk.receiver.receive(event(3, "NoteWritten", { thread: "t" }, { words: note.text }));
  assert.deepEqual([desk.outbox.items, desk.thread.unanswered, replies()], [[], ["p1"], []]);
});

test("a refused note becomes a note again, not a reply", () => {
  const desk = openDesk();
  desk.sender.note({ text: "Ruft zurück." });
  desk.receiver.receive({ type: "refused", run: 7, cmd_id: "c1", code: "paused", message: "…" });
  desk.sender.reopen("c1");
  assert.equal(desk.drafts.read("t").visibility, "note");
});

test("what is set aside stands apart, in this browser only, until somebody writes there again", () => {
  const desk = openDesk();
  desk.setAside(true);
  const keysOf = ({ listing: { fresh: { open, aside } } }) => [open, aside].map((threads) => threads.map(({ key }) => key));
  assert.deepEqual([keysOf(desk), keysOf(openDesk()), sent.filter(({ type }) => type !== "follow")], [[[], ["t"]], [[], ["t"]], []]);
  desk.receiver.receive(event(3, "PostAppeared", { ...POST, post: "p2" }));
  assert.deepEqual(keysOf(desk), [["t"], []]);
});

test("a thread that was set aside can be taken back", () => {
  const desk = openDesk();
  desk.setAside(true);
  desk.setAside(false);
  assert.deepEqual([desk.isAside, Object.keys(storage).filter((key) => key.startsWith("gp:aside"))], [false, []]);
});

test("a reload comes back to the thread that was open, until the run is over", () => {
  openDesk();
  const desk = new DeskStore({ pack: PACK, storage });
  for (const frame of history()) desk.receiver.receive(frame);
  assert.deepEqual([desk.selected, desk.thread.posts.length], ["t", 1]);
  desk.receiver.receive(event(3, "RunEnded", {}));
  assert.equal(new DeskStore({ pack: PACK, storage }).selected, null);
});

for (const [kind, data] of [["Treated", { thread: "t", post: "p1", as: "left_alone", reason: "settled" }], ["Resolved", { thread: "t" }]]) {
  test(`after ${kind}, the next thread is the most urgent one, not the neighbour among what is done`, () => {
    const desk = openDesk();
    desk.receiver.receive(event(3, "PostAppeared", { ...POST, thread: "older", post: "older" }));
    desk.receiver.receive(event(4, "ReplySent", { thread: "older", post: "older", visibility: "public" }, { words: "…" }));
    for (const [seq, thread, target_ms] of [[5, "later", 9], [6, "sooner", 2]]) {
      desk.receiver.receive(event(seq, "PostAppeared", { ...POST, thread, post: thread, target_ms }));
    }
    desk.receiver.receive(event(7, kind, data));
    desk.step(1);
    assert.equal(desk.selected, "sooner");
  });
}

test("a post that was picked is the one answered in its thread, until a reply has gone out", () => {
  const desk = openDesk();
  for (const [seq, thread, post] of [[3, "t", "p2"], [4, "u", "u1"], [5, "u", "u2"]]) {
    desk.receiver.receive(event(seq, "PostAppeared", { ...POST, thread, post, persona: post, target_ms: seq }));
  }
  desk.pick("p2");
  desk.select("u");
  desk.pick("u2");
  desk.select("t");
  assert.equal(desk.addressed.post, "p2");
  desk.sender.reply(DRAFT);
  assert.deepEqual([replies().map(({ post }) => post), desk.addressed.post], [["p2"], "p1"]);
});

test("a post that was hidden is picked no longer", () => {
  const desk = openDesk();
  desk.receiver.receive(event(3, "PostAppeared", { ...POST, post: "p2", persona: "ole" }));
  desk.pick("p2");
  desk.receiver.receive(event(4, "Treated", { thread: "t", post: "p2", as: "hidden", reason: "hate" }));
  assert.equal(desk.addressed.post, "p1");
});

test("a draft holds on to whom it was begun for, though somebody more urgent writes, also across a reload", () => {
  const desk = openDesk();
  desk.keepDraft(DRAFT);
  const urgent = event(3, "PostAppeared", { ...POST, post: "p2", persona: "ole", target_ms: 0 });
  desk.receiver.receive(urgent);
  const again = openDesk();
  again.receiver.receive(urgent);
  assert.deepEqual([desk.addressed.post, again.addressed.post], ["p1", "p1"]);
  again.keepDraft({ ...DRAFT, text: "" });
  assert.equal(again.addressed.post, "p2");
});

test("a reply typed without a line is kept, and sent once when it returns", () => {
  const desk = openDesk();
  cutLine(desk);
  desk.sender.reply(DRAFT);
  assert.deepEqual([replies().length, desk.outbox.items[0].status], [0, "queued"]);
  mendLine(desk);
  desk.sender.flush();
  assert.deepEqual([replies().map(({ cmd_id }) => cmd_id), desk.outbox.items[0].status], [["c1"], "sent"]);
});

test("a reply whose acknowledgement was lost goes out again under the same id", () => {
  const desk = openDesk();
  desk.sender.reply(DRAFT);
  cutLine(desk);
  mendLine(desk);
  assert.deepEqual(replies().map(({ cmd_id }) => cmd_id), ["c1", "c1"]);
});

test("a reload keeps what was not acknowledged, and its id", () => {
  const desk = openDesk();
  cutLine(desk);
  desk.sender.reply(DRAFT);
  isUp = true;
  mendLine(openDesk());
  assert.deepEqual(replies().map(({ cmd_id }) => cmd_id), ["c1"]);
});

for (const first of ["event", "ack"]) {
  test(`an acknowledged reply leaves the outbox, also when the ${first} comes first`, () => {
    const desk = openDesk();
    desk.sender.reply(DRAFT);
    const frames = [replyEvent("Das tut mir leid. ^TB"), { type: "ack", cmd_id: "c1", run: 7, seq: 4 }];
    for (const frame of first === "event" ? frames : frames.reverse()) desk.receiver.receive(frame);
    assert.deepEqual([desk.outbox.items, desk.thread.posts.length], [[], 2]);
  });
}

test("a reply is never shown twice, though its event comes before its acknowledgement", () => {
  const desk = openDesk();
  desk.sender.reply(DRAFT);
  assert.equal(isShown(desk.outbox.items[0], desk.thread), false);
  desk.receiver.receive(replyEvent("Das tut mir leid. ^TB"));
  assert.equal(isShown(desk.outbox.items[0], desk.thread), true);
});

test("a refused reply says why and can become a draft again", () => {
  const desk = openDesk();
  desk.sender.reply(DRAFT);
  desk.receiver.receive({ type: "refused", cmd_id: "c1", run: 7, code: "paused", message: "Der Lauf steht still." });
  assert.equal(desk.outbox.items[0].message, "Der Lauf steht still.");
  desk.sender.reopen("c1");
  assert.deepEqual([desk.outbox.items, desk.drafts.read("t").text], [[], "Das tut mir leid. ^TB"]);
});

test("an act is sent again under its id after an outage, and waits for the server's word", () => {
  const desk = openDesk();
  const cmdId = desk.sender.act("treat", { thread: "t", post: "p1", as: "left_alone", reason: "settled" });
  cutLine(desk);
  mendLine(desk);
  assert.deepEqual(sent.filter(({ type }) => type === "treat").map(({ cmd_id }) => cmd_id), [cmdId, cmdId]);
  desk.receiver.receive({ type: "ack", cmd_id: cmdId, run: 7, seq: 3 });
  assert.deepEqual([desk.acts.find(cmdId), desk.acts.pending()], [undefined, []]);
});

test("an act that is refused says why where its words are, and is not sent again", () => {
  const desk = openDesk();
  const cmdId = desk.sender.act("escalate", { thread: "t", post: "p1", desk: "operations", note: "Bitte." });
  desk.receiver.receive({ type: "refused", cmd_id: cmdId, run: 7, code: "already_escalated", message: "Liegt schon dort." });
  assert.deepEqual([desk.acts.find(cmdId).message, desk.acts.pending(), desk.problem], ["Liegt schon dort.", [], null]);
  const other = desk.sender.act("resolve", { thread: "t" });
  desk.receiver.receive({ type: "refused", cmd_id: other, run: 7, code: "already_resolved", message: "Schon erledigt." });
  assert.deepEqual([desk.acts.find(other), desk.problem], [undefined, "Schon erledigt."]);
});

test("a scenario that names parts of the desk shows only those", () => {
  const desk = openDesk();
  assert.equal(desk.shows("treat"), true);
  desk.pack = { ...PACK, stage: ["queue", "thread"] };
  assert.deepEqual(["queue", "treat"].map((part) => desk.shows(part)), [true, false]);
});

test("a gap is closed by following again from where we stand", () => {
  const desk = openDesk();
  desk.receiver.receive(event(5, "FactReleased", { fact: "f", text: "x" }));
  assert.deepEqual([sent.at(-1), desk.view.seq], [{ type: "follow", run: 7, after: 2 }, 2]);
});

test("a heartbeat is answered with what was seen, and a missing event asked for", () => {
  const desk = openDesk();
  desk.receiver.receive({ type: "heartbeat", server_now: 1_000, runs: { 7: { head_seq: 4, run_ms: 0 } } });
  assert.deepEqual(sent.slice(-2), [{ type: "heartbeat", seen: { 7: 2 } }, { type: "follow", run: 7, after: 2 }]);
  assert.equal(desk.skew_ms, 1_000);
});

test("the end of the run hands back what was not sent", () => {
  const desk = openDesk();
  desk.keepDraft(DRAFT);
  desk.receiver.receive(event(3, "RunEnded", {}));
  assert.deepEqual([desk.leftovers, desk.drafts.threads()], [["Das tut mir leid."], []]);
});

test("a long past is drawn a few times on its way, and what comes then at once", () => {
  const desk = new DeskStore({ pack: PACK, storage, makeId: () => "c", wallClock: () => 0 });
  desk.connection = { send: () => true };
  let changes = 0;
  desk.addEventListener("change", () => { changes += 1; });
  desk.receiver.receive({ type: "following", run: 7, audience: "trainee", head_seq: 300, server_now: 0 });
  const before = changes;
  desk.receiver.receive(event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB", cast: {} }));
  for (let seq = 2; seq < 300; seq += 1) desk.receiver.receive(event(seq, "PostAppeared", { ...POST, post: `p${seq}` }));
  assert.equal(changes, before);
  for (const seq of [300, 301]) desk.receiver.receive(event(seq, "PostAppeared", { ...POST, post: `p${seq}` }));
  assert.equal(changes, before + 2);
});

test("of two tabs, one writes; the other one goes on with what that has written down", () => {
  const writer = openDesk();
  const other = openDesk();
  other.setPen(false);
  cutLine(writer);
  writer.sender.reply(DRAFT);
  writer.keepDraft({ ...DRAFT, text: "Und noch etwas" });
  other.readKept();
  assert.deepEqual([other.isLocked, other.outbox.items.length, other.drafts.read("t").text], [true, 1, "Und noch etwas"]);
  mendLine(other);
  assert.deepEqual(replies(), []);
  other.setPen(true);
  assert.deepEqual([other.isLocked, replies().map(({ cmd_id }) => cmd_id)], [false, ["c1"]]);
});
