// What goes on by itself is told apart from what is done at the desk, so that only those draw it who show it.
import assert from "node:assert/strict";
import test from "node:test";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { FakeStorage } from "./fakes.js";

const PACK = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: {} };
const POST = { thread: "t", channel: "m", post: "p1", persona: "jana", name: "Jana", handle: "@j", text: "Hallo?", reply_to: null, target_ms: 1 };
const event = (seq, kind, data, more) => ({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data, ...more });

test("what goes on by itself is told as news, what was done at this desk is not", () => {
  const desk = new DeskStore({ pack: PACK, storage: new FakeStorage(), wallClock: () => 0 });
  const told = [];
  desk.receiver.receive(event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB", cast: {} }));
  desk.receiver.receive(event(2, "PostAppeared", POST));
  desk.addEventListener("change", ({ detail }) => told.push(Boolean(detail?.isNews)));
  desk.receiver.receive(event(3, "PostAppeared", { ...POST, post: "p2" }));
  desk.receiver.receive(event(4, "MoodMoved", { heat: 50, moods: {} }));
  desk.receiver.receive(event(5, "ReplySent", { thread: "t", post: "p1", visibility: "public" }, { words: "…" }));
  assert.deepEqual(told, [true, true, false]);
});
