// The control room: what is read of each trainee, who stands first, what is ordered, and the one line for all.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { Orders } from "../../trainer_ui/static/trainer_ui/js/room/orders.js";
import { listKinds, listSpeakers, readForm } from "../../trainer_ui/static/trainer_ui/js/room/asking.js";
import { Cards } from "../../trainer_ui/static/trainer_ui/js/room/cards.js";
import { readAway, readRun, sortMembers } from "../../trainer_ui/static/trainer_ui/js/room/reading.js";
import { RoomStore } from "../../trainer_ui/static/trainer_ui/js/room/store.js";
import { ROOM_STRINGS } from "../../trainer_ui/static/trainer_ui/js/texts/room-strings.js";

const CHANNELS = { page: { first_target_ms: 120_000, next_target_ms: 120_000 } };
const ROOM = { duration_ms: 600_000, channels: CHANNELS, members: [], waits: false };

const event = (run, seq, kind, data = {}, more = {}) => ({ type: "event", run, seq, after: seq - 1, at_ms: 0, kind, data, ...more });
const started = (run) => event(run, 1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "TB" });
const posted = (run, seq, thread, target_ms) =>
  event(run, seq, "PostAppeared", { thread, channel: "page", post: `${thread}-1`, persona: thread, name: "N", handle: "n", text: "Hm", reply_to: null, target_ms });
const member = (person, run, more = {}) => ({ person, name: `P${person}`, run, state: run === null ? "not_there" : "plays", seen_ms: 0, ...more });

function open(members, now = 0) {
  let id = 0;
  const sent = [];
  const store = new RoomStore({ room: { ...ROOM, members }, orders: new Orders({ makeId: () => `c${(id += 1)}` }), wallClock: () => now });
  store.connection = { send: (message) => sent.push(message) };
  return { store, sent };
}

test("who plays is read as their desk shows it", () => {
  const { store } = open([member(1, 7)], 130_000);
  for (const frame of [started(7), posted(7, 2, "a", 120_000), posted(7, 3, "b", 150_000), posted(7, 4, "c", 500_000)]) store.receive(frame);
  store.receive(event(7, 5, "ReplySent", { thread: "c", post: "c-1", visibility: "public" }, { at_ms: 9, words: "Ja." }));

  const { last, ...counts } = readRun(store.views.get(7), 130_000, ROOM);

  assert.deepEqual(counts, { waiting: 2, soon: 1, late: 1, heat: 0, run_ms: 130_000 });
  assert.equal(last.text, "Ja.");
});

test("a desk is away when nothing was heard of it for two heartbeats, while its run is under way", () => {
  assert.deepEqual(
    [member(1, 7, { seen_ms: 25_000 }), member(1, 7, { seen_ms: 9_000 }), member(1, 7, { seen_ms: null }), member(1, 7, { seen_ms: 99_000, state: "ended" })].map(readAway),
    [25_000, null, null, null],
  );
});

test("who needs help stands first, then by name", () => {
  const members = [
    member(1, 1), member(2, 2), member(3, 3, { seen_ms: 60_000 }), member(4, null), member(5, 5), member(6, 6), member(7, 7, { state: "ended" }),
  ];
  const readings = new Map([[1, { late: 0, soon: 0, heat: 5 }], [2, { late: 2, soon: 0, heat: 0 }], [3, { late: 0, soon: 0, heat: 0 }], [5, { late: 0, soon: 1, heat: 0 }], [6, { late: 0, soon: 0, heat: 5 }]]);

  assert.deepEqual(sortMembers(members, readings).map(({ person }) => person), [3, 2, 5, 1, 6, 4, 7]);
});

test("nobody changes places while somebody is about to press", () => {
  const { store } = open([member(1, 1), member(2, 2)], 130_000);
  assert.deepEqual(store.order, [1, 2]);
  store.isHeld = true;
  for (const frame of [started(2), posted(2, 2, "a", 1_000)]) store.receive(frame);
  store.sort();
  assert.deepEqual(store.order, [1, 2]);
  store.isHeld = false;
  store.sort();
  assert.deepEqual(store.order, [2, 1]);
});

test("one line follows everybody, who comes later too, and closes its own gaps", () => {
  const { store, sent } = open([member(1, 1), member(2, null)]);
  store.setLine("live");
  store.takeMembers({ members: [member(1, 1), member(2, 2)], waits: false });
  store.receive(started(1));
  store.receive(event(1, 4, "Tagged", {}));
  store.receive({ type: "heartbeat", server_now: 0, runs: { 1: { head_seq: 1 }, 2: { head_seq: 3 } } });

  assert.deepEqual(sent, [
    { type: "follow", run: 1, after: 0 },
    { type: "follow", run: 2, after: 0 },
    { type: "follow", run: 1, after: 1 },
    { type: "heartbeat", seen: { 1: 1, 2: 0 } },
    { type: "follow", run: 2, after: 0 },
  ]);
});

test("what was ordered is sent again under the same id until it is acknowledged", () => {
  const { store, sent } = open([member(1, 1), member(2, 2)]);
  store.command("pause", store.running);
  const asked = sent.splice(0);
  store.receive({ type: "ack", cmd_id: "c1", run: 1, seq: 9 });
  store.setLine("live");

  assert.deepEqual(asked, [{ type: "pause", cmd_id: "c1", run: 1 }, { type: "pause", cmd_id: "c2", run: 2 }]);
  assert.deepEqual(sent.filter(({ type }) => type === "pause"), [asked[1]]);
  store.receive({ type: "refused", cmd_id: "c2", code: "ended", message: "Zu Ende." });
  assert.deepEqual([store.orders.waiting.size, store.orders.said], [0, { type: "pause", of: 2, done: 1, refused: "Zu Ende." }]);
});

test("a certification is paused for the reason that was chosen, a class for none", () => {
  const { store, sent } = open([member(1, 1)]);
  store.pause([1]);
  store.room.mode = "certification";
  store.pause([1]);
  store.reason = "device";
  store.pause([1]);

  assert.deepEqual(sent.map(({ reason }) => reason), [undefined, "connection", "device"]);
});

test("a run that has ended is steered no more", () => {
  const { store } = open([member(1, 1), member(2, 2)]);
  store.receive(started(1));
  store.receive(event(1, 2, "RunEnded", { reason: "time" }));

  assert.deepEqual(store.running, [2]);
});

test("both languages say the same, and everything that is said is there", () => {
  const ROOM_JS = new URL("../../trainer_ui/static/trainer_ui/js/room/", import.meta.url);
  const source = readdirSync(ROOM_JS).map((name) => readFileSync(new URL(name, ROOM_JS), "utf8")).join("\n");
  const keys = Object.keys(ROOM_STRINGS.de);
  const asked = [...source.matchAll(/\bt\(\s*"([\w.]+)"/g)].map(([, key]) => key);
  const groups = [...source.matchAll(/`(\w+\.)\$\{/g)].map(([, group]) => group);

  assert.deepEqual(keys, Object.keys(ROOM_STRINGS.en));
  assert.deepEqual(asked.filter((key) => !keys.includes(key)), []);
  assert.deepEqual(keys.filter((key) => !asked.includes(key) && !groups.some((group) => key.startsWith(group))), []);
});

test("what stands in the form is what is sent, for each run at its own time", () => {
  const ask = (given, run_ms = 90_000) => {
    const { type, tell } = readForm(given);
    return { type, ...tell(run_ms) };
  };

  assert.deepEqual(ask({ kind: "post", text: "Hm", answer: "on", persona: "", name: "Neu", place: "channel:page", in_s: "60" }), {
    type: "inject_post", text: "Hm", answer: true, name: "Neu", channel: "page", due_ms: 150_000,
  });
  assert.deepEqual(ask({ kind: "post", text: "Hm", persona: "mara", place: "thread:a:b", visibility: "private", in_s: "0" }), {
    type: "inject_post", text: "Hm", answer: false, persona: "mara", thread: "a:b", visibility: "private",
  });
  assert.deepEqual(ask({ kind: "fact", fact: "eta", in_s: "0" }), { type: "inject_fact", fact: "eta" });
  assert.deepEqual(ask({ kind: "fact", fact: "", text: "Neu" }), { type: "inject_fact", text: "Neu" });
  assert.deepEqual(ask({ kind: "wave", posts: "30", seconds: "60", in_s: "120" }), { type: "raise_wave", posts: 30, seconds: 60, due_ms: 210_000 });
  assert.deepEqual(ask({ kind: "heat", points: "-10", in_s: "0" }), { type: "turn_heat", milli: -10_000 });
  assert.deepEqual(ask({ kind: "whisper", text: "Ruhig.", in_s: "60" }), { type: "whisper", text: "Ruhig." });
  assert.deepEqual(ask({ kind: "moment", text: "" }), { type: "note_moment", text: "" });
});

test("strangers and the crowd speak again in the one run that knows them, the crowd where it wrote", () => {
  const post = (persona, name, crowd = false) => ({ kind: "post", persona, name, crowd });
  const view = { threads: {
    a: { posts: [post("mara", "Mara Öz"), { kind: "reply" }, post("crowd_a3", "Gast 3", true)] },
    b: { posts: [post("said_p9", "Neu"), post("crowd_a4", "Gast 4", true)] },
  } };
  const people = [{ key: "mara", name: null }, { key: "ole", name: "Ole" }];
  const speak = (place, isOne) => listSpeakers(people, view, place, isOne).map(({ key, name }) => `${key}: ${name}`);

  assert.deepEqual(speak("thread:a", true), ["mara: Mara Öz", "ole: Ole", "crowd_a3: Gast 3", "said_p9: Neu"]);
  assert.deepEqual(speak("channel:page", true), ["mara: Mara Öz", "ole: Ole", "said_p9: Neu"]);
  assert.deepEqual(speak("thread:a", false), ["mara: Mara Öz (mara)", "ole: Ole"]);
  assert.deepEqual(listSpeakers(people, null, "", true).map(({ name }) => name), ["mara", "Ole"]);
});

test("an answer counts for the order that it is about, whatever was ordered since", () => {
  let id = 0;
  const orders = new Orders({ makeId: () => `c${(id += 1)}` });
  orders.give("pause", [11, 12]);
  orders.settle({ cmd_id: "c1" });
  orders.give("whisper", [11]);
  orders.settle({ cmd_id: "c2" });
  assert.deepEqual(orders.said, { type: "whisper", of: 1, done: 0, refused: null });
  orders.settle({ cmd_id: "c3" });
  assert.deepEqual(orders.said, { type: "whisper", of: 1, done: 1, refused: null });

  orders.give("skip", [11]);
  orders.give("end", [11]);
  orders.settle({ cmd_id: "c4", message: "Zu spät." });
  assert.deepEqual(orders.said, { type: "skip", of: 1, done: 0, refused: "Zu spät." });
  assert.equal(orders.given.size, orders.waiting.size);
});

test("what the installation or the scenario does not know is not offered", () => {
  assert.deepEqual(listKinds({ crowd: false, whisper: false }), ["post", "fact", "moment"]);
  assert.deepEqual(listKinds({ crowd: true, whisper: true }), ["post", "fact", "wave", "heat", "whisper", "moment"]);
});

test("a card is drawn anew for what it shows, and for nothing that others do", () => {
  let now = 0;
  const { store } = open([member(1, 11), member(2, 12), member(3, null)]);
  store.wallClock = () => now;
  store.receive(started(11));
  store.receive(started(12));
  const drawn = [];
  const cards = new Cards(({ person }) => drawn.push(person) && `card ${person}`);
  const look = () => {
    drawn.length = 0;
    assert.deepEqual(store.members.map((each) => cards.draw(each, store)), ["card 1", "card 2", "card 3"]);
    return [...drawn];
  };

  assert.deepEqual(look(), [1, 2, 3]);
  assert.deepEqual(look(), []);
  store.receive(posted(12, 2, "t", 60_000));
  assert.deepEqual(look(), [2]);
  now = 1_000;
  assert.deepEqual(look(), [1, 2]);
  store.setLine("silent");
  assert.deepEqual(look(), [1, 2, 3]);
});
