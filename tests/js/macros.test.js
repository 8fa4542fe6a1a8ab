// Macros: what they are, when they may begin, and what becomes of them when a step is refused.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { asksDesk, gapsOf, HOUSE_MACROS, judgeMacro, judgeStart, Macros } from "../../trainer_ui/static/trainer_ui/js/write/macros.js";
import { FakeStorage } from "./fakes.js";

const [REPLY_RESOLVE, HAND_OVER, LEAVE] = HOUSE_MACROS;
const OWN = { key: "own-1", name: "Eigenes", steps: [{ do: "note", text: "Bitte im Auge behalten." }, { do: "resolve" }] };
const DRAFT = { text: "Das tut mir leid.", visibility: "public", signed: true, post: null };
const everything = { shows: () => true, hasDesks: true };

let desk, sent, ids;

const event = (seq, kind, data, more) => ({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data, ...more });
const post = (seq, thread, key) => event(seq, "PostAppeared", {
  thread, channel: "m", post: key, persona: thread, name: thread, handle: "@j", text: "Hallo?", reply_to: null, target_ms: seq });
const types = () => sent.map(({ type }) => type).filter((type) => type !== "follow");
const last = () => sent.at(-1);
const ack = () => desk.receiver.receive({ type: "ack", run: 7, cmd_id: last().cmd_id, seq: 9 });
const refuse = (message = "Nein.") => desk.receiver.receive({ type: "refused", run: 7, cmd_id: last().cmd_id, code: "x", message });

function openDesk({ undo = false } = {}) {
  [sent, ids] = [[], 0];
  const pack = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: { m: { limit: 40 } }, desks: [], undo };
  desk = new DeskStore({ pack, storage: new FakeStorage(), makeId: () => `c${++ids}`, wallClock: () => 0 });
  desk.connection = { send: (message) => Boolean(sent.push(message)) };
  desk.receiver.setLine("live");
  for (const frame of [event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB" }), post(2, "t", "p1"), post(3, "u", "p2")]) desk.receiver.receive(frame);
  desk.select("t");
}

beforeEach(() => openDesk());

test("each step is sent when the one before was acknowledged, under a cmd_id of its own, to where the macro was begun", () => {
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(REPLY_RESOLVE);
  assert.deepEqual(types(), ["reply"]);
  desk.select("u");
  const reply = last();
  ack();
  assert.deepEqual(types(), ["reply", "resolve"]);
  assert.notEqual(last().cmd_id, reply.cmd_id);
  assert.deepEqual([reply.thread, reply.post, last().thread, desk.drafts.read("t").text], ["t", "p1", "t", ""]);
  ack();
  assert.deepEqual(desk.macroRuns.runs, []);
});

test("a refused step ends it there: what was done stands, what was not is still to be done, from there on", () => {
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(HAND_OVER, { desk: "ops" });
  ack();
  refuse("Diese Stelle gibt es nicht.");
  const [run] = desk.macroRuns.runs;
  assert.deepEqual([run.state, run.at, run.message, desk.problem, types()], ["stopped", 1, "Diese Stelle gibt es nicht.", null, ["note", "escalate"]]);
  const before = last();
  desk.macroRuns.again(run);
  assert.deepEqual([types(), last().note, last().desk], [["note", "escalate", "escalate"], DRAFT.text, "ops"]);
  assert.notEqual(last().cmd_id, before.cmd_id);
  ack();
  assert.deepEqual([desk.macroRuns.runs, desk.isAside], [[], true]);
});

test("a refused settling says so where the macro is, and the rest can be left", () => {
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(REPLY_RESOLVE);
  ack();
  refuse();
  assert.deepEqual([desk.problem, desk.macroRuns.runs[0].state], [null, "stopped"]);
  desk.macroRuns.drop(desk.macroRuns.runs[0]);
  assert.deepEqual([desk.macroRuns.runs, types()], [[], ["reply", "resolve"]]);
});

test("a refused reply is tried again under its cmd_id, as ever", () => {
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(REPLY_RESOLVE);
  const { cmd_id } = last();
  refuse();
  desk.macroRuns.again(desk.macroRuns.runs[0]);
  assert.deepEqual([last().cmd_id, types()], [cmd_id, ["reply", "reply"]]);
});

test("a refused reply that was sent again by hand is done, and the rest waits to be asked for", () => {
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(REPLY_RESOLVE);
  refuse();
  desk.sender.retry("c2");
  ack();
  const [run] = desk.macroRuns.runs;
  assert.deepEqual([run.state, run.at, types()], ["stopped", 1, ["reply", "reply"]]);
  desk.macroRuns.again(run);
  assert.equal(last().type, "resolve");
});

test("a refused reply that is somebody's draft again is not tried again", () => {
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(REPLY_RESOLVE);
  refuse();
  desk.sender.reopen("c2");
  assert.equal(desk.macroRuns.canGoOn(desk.macroRuns.runs[0]), false);
});

test("who takes the reply back wants none of the rest", () => {
  openDesk({ undo: true });
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(REPLY_RESOLVE);
  desk.sender.takeBack("c2");
  assert.deepEqual([desk.macroRuns.runs, types(), desk.drafts.read("t").text], [[], [], DRAFT.text]);
});

test("a note with words of its own leaves what stands in the composer", () => {
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(OWN);
  assert.deepEqual([last().text, desk.drafts.read("t").text], ["Bitte im Auge behalten.", DRAFT.text]);
});

test("what is settled already is not settled again, and the end of the run ends macros", () => {
  desk.receiver.receive(event(4, "Resolved", { thread: "t" }));
  desk.keepDraft(DRAFT);
  desk.macroRuns.start(REPLY_RESOLVE);
  desk.receiver.receive(event(5, "RunEnded", {}));
  assert.deepEqual([desk.macroRuns.runs, types()], [[], ["reply"]]);
});

test("a macro begins only with words that it can use, and no note goes out as a reply", () => {
  const judge = (macro, draft) => judgeStart(macro, { draft: { ...DRAFT, ...draft }, limit: 40, agent: "^TB" });
  assert.deepEqual(
    [judge(REPLY_RESOLVE, {}), judge(REPLY_RESOLVE, { text: " " }), judge(REPLY_RESOLVE, { visibility: "note" }), judge(REPLY_RESOLVE, { text: "a".repeat(38) }),
      judge(REPLY_RESOLVE, { visibility: "mail", text: "Nur Betreff" }), judge(LEAVE, { visibility: "note" }), judge(LEAVE, { text: "" }), judge(OWN, { text: "" })],
    [null, "empty", "note", "long", "mail", null, "empty", null],
  );
  assert.deepEqual([gapsOf(REPLY_RESOLVE, { ...DRAFT, text: "Hallo {name}" }).length, gapsOf(LEAVE, { ...DRAFT, text: "Hallo {name}" }).length], [1, 0]);
});

test("macros are those whose steps the scenario shows", () => {
  const macros = new Macros(new FakeStorage());
  const names = (what) => macros.list(what).map(({ key }) => key);
  assert.deepEqual(names(everything), ["reply_resolve", "note_hand_over", "note_leave"]);
  assert.deepEqual(names({ shows: () => false, hasDesks: true }), ["reply_resolve"]);
  assert.deepEqual(names({ shows: () => true, hasDesks: false }), ["reply_resolve", "note_leave"]);
  assert.deepEqual([REPLY_RESOLVE, HAND_OVER].map(asksDesk), [false, true]);
});

test("own macros are kept, changed and dropped, and what is none is refused", () => {
  const storage = new FakeStorage();
  new Macros(storage).keep(OWN);
  new Macros(storage).keep({ ...OWN, name: "Anders" });
  assert.deepEqual(new Macros(storage).own.map(({ name }) => name), ["Anders"]);
  new Macros(storage).drop(OWN.key);
  assert.deepEqual(new Macros(storage).own, []);
  const bad = [{ ...OWN, name: " " }, { ...OWN, steps: [{ do: "note" }] }, { ...OWN, steps: [{ do: "note" }, { do: "pay" }] }, { ...OWN, steps: [{ do: "reply" }, { do: "reply" }] }];
  assert.deepEqual(bad.map(judgeMacro), ["name", "steps", "steps", "twice"]);
  const full = new Macros(new FakeStorage());
  const problems = Array.from({ length: 21 }, (_, nth) => full.keep({ ...OWN, key: `own-${nth}` }));
  assert.deepEqual([problems.filter(Boolean), full.own.length], [["many"], 20]);
});
