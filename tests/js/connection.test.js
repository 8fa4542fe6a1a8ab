import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { delayBefore } from "../../trainer_ui/static/trainer_ui/js/wire/backoff.js";
import { Connection, DEAD_MS, QUIET_MS, UNANSWERED_MS } from "../../trainer_ui/static/trainer_ui/js/wire/connection.js";
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
  timers.pass(2_000);
  FakeSocket.opened[1].onopen();
  assert.deepEqual(states, ["connecting", "live", "restarting", "connecting", "live"]);
});

for (const code of [1012, 1000]) {
  test(`a server that restarts (${code}) is about to be back while it is away, but not for ever`, () => {
    FakeSocket.opened[0].onclose({ code });
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      timers.pass(15_000);
      FakeSocket.opened[attempt].onclose({ code: 1006 });
    }
    assert.deepEqual(states.filter((state) => state !== "connecting"), ["live", ...Array(6).fill("restarting"), "waiting"]);
  });
}

test("whoever asked and hears nothing is told so, and told when there is a word again", () => {
  connection.send({ type: "reply" });
  timers.pass(UNANSWERED_MS - 1);
  connection.send({ type: "note" });
  timers.pass(1);
  FakeSocket.opened[0].onmessage({ data: "{}" });
  assert.deepEqual(states, ["connecting", "live", "silent", "live"]);
});

test("who asks for nothing waits for the next heartbeat", () => {
  FakeSocket.opened[0].onmessage({ data: "{}" });
  connection.send({ type: "heartbeat" });
  timers.pass(QUIET_MS - 1);
  assert.equal(states.at(-1), "live");
  timers.pass(1);
  assert.equal(states.at(-1), "silent");
});

test("a server that does not even open the line is said to be silent", () => {
  connection.doubtLine();
  timers.pass(500);
  timers.pass(UNANSWERED_MS);
  assert.deepEqual(states, ["connecting", "live", "waiting", "connecting", "silent"]);
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
  timers.pass(QUIET_MS - 1);
  assert.equal(states.at(-1), "live");
});

test("what a dead socket says late is not heard", () => {
  timers.pass(DEAD_MS);
  FakeSocket.opened[0].onclose({ code: 1006 });
  assert.deepEqual(states, ["connecting", "live", "waiting"]);
});

test("who will not wait for the next attempt makes it at once", () => {
  FakeSocket.opened[0].onclose({ code: 1006 });
  connection.hurry();
  timers.pass(500);
  assert.equal(FakeSocket.opened.length, 2);
});

test("nothing is sent without a line", () => {
  FakeSocket.opened[0].onclose({ code: 1006 });
  assert.equal(connection.send({ type: "follow" }), false);
});

test("waits double up to a cap, and no two are the same", () => {
  assert.deepEqual([0, 1, 2, 9].map((attempt) => delayBefore(attempt, () => 1)), [500, 1000, 2000, 15000]);
  assert.deepEqual([0, 1, 2, 9].map((attempt) => delayBefore(attempt, () => 0)), [250, 500, 1000, 7500]);
});
