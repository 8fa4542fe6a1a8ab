import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { delayBefore } from "../../trainer_ui/static/trainer_ui/js/wire/backoff.js";
import { Connection, DEAD_MS } from "../../trainer_ui/static/trainer_ui/js/wire/connection.js";
import { FakeSocket, FakeTimers } from "./fakes.js";

let timers, states, connection;

beforeEach(() => {
  FakeSocket.opened = [];
  timers = new FakeTimers();
  states = [];
  connection = new Connection({
    url: "ws://x/ws/", Socket: FakeSocket, timers, random: () => 1, onFrame: () => {}, onState: (state) => states.push(state),
  });
  connection.open();
  FakeSocket.opened[0].onopen();
});

test("it comes back after a restart", () => {
  FakeSocket.opened[0].onclose({ code: 1012 });
  timers.pass(500);
  FakeSocket.opened[1].onopen();
  assert.deepEqual(states, ["connecting", "live", "waiting", "connecting", "live"]);
});

for (const [code, state] of [[4401, "signed_out"], [4403, "forbidden"]]) {
  test(`it stays away after ${code}`, () => {
    FakeSocket.opened[0].onclose({ code });
    timers.pass(3_600_000);
    assert.deepEqual([states.at(-1), FakeSocket.opened.length], [state, 1]);
  });
}

test("a server that is silent is gone, though its socket is open", () => {
  timers.pass(DEAD_MS);
  assert.deepEqual([states.at(-1), FakeSocket.opened[0].isClosed], ["waiting", true]);
});

test("a frame shows that the server is there", () => {
  timers.pass(DEAD_MS - 1);
  FakeSocket.opened[0].onmessage({ data: "{}" });
  timers.pass(DEAD_MS - 1);
  assert.equal(states.at(-1), "live");
});

test("what a dead socket says late is not heard", () => {
  timers.pass(DEAD_MS);
  FakeSocket.opened[0].onclose({ code: 1006 });
  assert.deepEqual(states, ["connecting", "live", "waiting"]);
});

test("nothing is sent without a line", () => {
  FakeSocket.opened[0].onclose({ code: 1006 });
  assert.equal(connection.send({ type: "follow" }), false);
});

test("waits double up to a cap, and no two are the same", () => {
  assert.deepEqual([0, 1, 2, 9].map((attempt) => delayBefore(attempt, () => 1)), [500, 1000, 2000, 15000]);
  assert.deepEqual([0, 1, 2, 9].map((attempt) => delayBefore(attempt, () => 0)), [250, 500, 1000, 7500]);
});
