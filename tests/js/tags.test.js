// Tags at the desk: pressed, shown when the server has said so, and refused at the top.
import assert from "node:assert/strict";
import test from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { FakeStorage } from "./fakes.js";

const PACK = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: {} };
const POST = { thread: "t", channel: "m", post: "p1", persona: "jana", name: "Jana", handle: "@j", text: "Hallo?", reply_to: null, target_ms: 1 };
const event = (seq, kind, data) => ({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data });

function openDesk() {
  const desk = new DeskStore({ pack: PACK, storage: new FakeStorage(), makeId: () => "c1", wallClock: () => 0 });
  desk.connection = { send: () => true };
  desk.receiver.setLine("live");
  desk.receiver.receive(event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB", cast: {} }));
  desk.receiver.receive(event(2, "PostAppeared", POST));
  desk.select("t");
  return desk;
}

test("a tag is pressed, not written: where it is refused, that stands at the top", () => {
  const desk = openDesk();
  desk.sender.act("tag", { thread: "t", post: "p1", tag: "product_feedback" });
  desk.receiver.receive({ type: "refused", run: 7, cmd_id: "c1", code: "already_tagged", message: "Schon so markiert." });
  assert.deepEqual([desk.problem, desk.acts.pending()], ["Schon so markiert.", []]);
  desk.receiver.receive(event(3, "Tagged", { thread: "t", post: "p1", tag: "product_feedback" }));
  assert.deepEqual([desk.thread.tags, desk.thread.unanswered], [{ p1: ["product_feedback"] }, ["p1"]]);
});
