// Two at work in one run: who is where, whose a thread is, and who is told. The folds themselves are held by the vectors.
import assert from "node:assert/strict";
import test from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { isTeam, listOthers, readAssignee } from "../../trainer_ui/static/trainer_ui/js/run/team.js";
import { FakeStorage } from "./fakes.js";

const POST = { channel: "m", persona: "jana", name: "Jana", handle: "@j", text: "?", reply_to: null, target_ms: 1 };

function openDesk(team) {
  const sent = [];
  const pack = { run: 7, audience: "trainee", agent: "^TB", actor: "u1", team, duration_ms: 600_000, channels: {} };
  const desk = new DeskStore({ pack, storage: new FakeStorage(), wallClock: () => 0 });
  desk.connection = { send: (message) => Boolean(sent.push(message)) };
  desk.receiver.setLine("live");
  const event = (seq, kind, data) => desk.receiver.receive({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data });
  event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB" });
  for (const [seq, thread] of [[2, "a"], [3, "b"]]) event(seq, "PostAppeared", { ...POST, thread, post: thread });
  return { desk, event, looks: () => sent.filter(({ type }) => type === "look") };
}

const theo = (thread, more) => ({ type: "presence", run: 7, actor: "u2", name: "Theo", thread, ...more });

test("alone, nothing is drawn and nobody is told where one looks", () => {
  const { desk, event, looks } = openDesk(false);
  desk.select("a");
  desk.receiver.receive({ type: "following", run: 7, audience: "trainee", head_seq: 3, server_now: 0, run_ms: 0 });
  event(4, "Assigned", { thread: "a", to: "u1" });
  assert.deepEqual([isTeam(desk.view, "u1"), looks()], [false, []]);
});

test("in a team, each thread that is opened is told, and after an outage again", () => {
  const { desk, looks } = openDesk(true);
  desk.select("a");
  desk.receiver.receive({ type: "following", run: 7, audience: "trainee", head_seq: 3, server_now: 0, run_ms: 0 });
  assert.deepEqual(looks(), [{ type: "look", run: 7, thread: "a" }, { type: "look", run: 7, thread: "a" }]);
});

test("the other one's frames say who has a thread open, oneself is not counted, and another run is nobody's business", () => {
  const { desk } = openDesk(true);
  for (const frame of [theo("a"), { ...theo("b"), run: 8 }, { ...theo("a"), actor: "u1", name: "Tia" }]) desk.receiver.receive(frame);
  assert.deepEqual([listOthers(desk.view, "a", "u1"), listOthers(desk.view, "b", "u1"), isTeam(desk.view, "u1"), desk.view.seq], [["Theo"], [], true, 3]);
  desk.receiver.receive(theo("b"));
  assert.deepEqual(listOthers(desk.view, "a", "u1"), []);
  desk.receiver.receive(theo("b", { gone: true }));
  assert.deepEqual([listOthers(desk.view, "b", "u1"), isTeam(desk.view, "u1")], [[], false]);
});

test("a thread is mine, somebody's by name, somebody's who has left, or nobody's", () => {
  const { desk, event } = openDesk(true);
  assert.equal(readAssignee(desk.view, "a", "u1"), null);
  event(4, "Assigned", { thread: "a", to: "u2" });
  assert.deepEqual([readAssignee(desk.view, "a", "u1"), isTeam(desk.view, "u1")], [{ isMine: false, name: null }, true]);
  desk.receiver.receive(theo("b"));
  assert.deepEqual(readAssignee(desk.view, "a", "u1"), { isMine: false, name: "Theo" });
  event(5, "Assigned", { thread: "a", to: "u1" });
  assert.equal(readAssignee(desk.view, "a", "u1").isMine, true);
});

test("a refused assignment says so at the top and is done with", () => {
  const { desk } = openDesk(true);
  const cmd_id = desk.sender.act("assign", { thread: "a", to: "u1" });
  desk.receiver.receive({ type: "refused", run: 7, cmd_id, code: "x", message: "Nein." });
  assert.deepEqual([desk.problem, desk.acts.pending()], ["Nein.", []]);
});

test("who left while the line was down is not there any more once it is back", () => {
  const { desk } = openDesk(true);
  desk.receiver.receive(theo("a"));
  desk.receiver.receive({ type: "following", run: 7, audience: "trainee", head_seq: 3, server_now: 0, run_ms: 0 });
  assert.deepEqual(listOthers(desk.view, "a", "u1"), []);
  desk.receiver.receive(theo("a"));
  assert.deepEqual(listOthers(desk.view, "a", "u1"), ["Theo"]);
});
