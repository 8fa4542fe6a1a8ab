// Public, private, call, mail, note: which are open to whom, and what becomes of words under another way.
import assert from "node:assert/strict";
import test from "node:test";
import { canReach, isPrivate, isProse, joinMail, readKind, splitMail, toCommand, turnText, wayOf } from "../../trainer_ui/static/trainer_ui/js/run/ways.js";
import { offerCall } from "../../trainer_ui/static/trainer_ui/js/write/calling.js";
import { DeskStore } from "../../trainer_ui/static/trainer_ui/js/desk/store.js";
import { FakeStorage } from "./fakes.js";

const ENTRIES = { call: ["phone", "mobile"], mail: ["mail", "email"] };
const viewOf = (record, posts = []) => ({ customers: record ? { jana: { record } } : {}, threads: { t: { posts } } });

test("a number or an address has to be known to call or write, to offer a call nothing", () => {
  const open = (view) => ["callback", "call", "mail"].filter((way) => canReach(view, "jana", way, ENTRIES));
  assert.deepEqual(open(viewOf(null)), ["callback"]);
  assert.deepEqual(open(viewOf({ customer_number: "S-1" })), ["callback"]);
  assert.deepEqual(open(viewOf({ mobile: "0151" })), ["callback", "call"]);
  assert.deepEqual(open(viewOf({ mail: "j@post.example" })), ["callback", "mail"]);
  assert.deepEqual(open(viewOf(null, [{ persona: "jana", way: "call" }])), ["callback", "call"]);
  assert.deepEqual(open(viewOf(null, [{ persona: "ole", way: "call" }])), ["callback"]);
});

test("an answer goes the way the post came", () => {
  assert.deepEqual(
    [wayOf(null), wayOf({ visibility: "public" }), wayOf({ visibility: "private", way: null }), wayOf({ visibility: "private", way: "mail" })],
    ["public", "public", "private", "mail"],
  );
});

test("on the wire every way but the public one is private", () => {
  assert.deepEqual(["public", "private", "callback", "call", "mail"].map(toCommand), [
    { visibility: "public" }, { visibility: "private" }, { visibility: "private", way: "callback" },
    { visibility: "private", way: "call" }, { visibility: "private", way: "mail" },
  ]);
  assert.deepEqual(["public", "private", "call", "note"].map(isPrivate), [false, true, true, false]);
  assert.deepEqual([readKind("callback"), readKind("mail")], ["call", "mail"]);
  assert.deepEqual(["public", "callback", "mail", "call", "note"].map(isProse), [true, true, true, false, false]);
});

test("no word is lost when the way is changed", () => {
  assert.equal(turnText("Hallo Jana,\nhier ist er.", "private", "mail"), "\nHallo Jana,\nhier ist er.");
  assert.equal(turnText("\nHallo Jana,\nhier ist er.", "mail", "private"), "Hallo Jana,\nhier ist er.");
  assert.equal(turnText("Ihr Rucksack\nHallo", "mail", "note"), "Ihr Rucksack\n\nHallo");
  assert.deepEqual([turnText("", "private", "mail"), turnText("a", "public", "call")], ["", "a"]);
  assert.deepEqual(splitMail(joinMail({ subject: "Ihr\nRucksack", body: "Hallo\nJana" })), { subject: "Ihr Rucksack", body: "Hallo\nJana" });
});

test("the sentence that offers a call is in the scenario's language and form of address", () => {
  assert.equal(offerCall("08:05", { language: "de", brand: { address: "du" } }), "Ich rufe dich um 8:05 Uhr an.");
  assert.equal(offerCall("18:30", { language: "en", brand: { address: "" } }), "I will call you at 18:30.");
});

function openDesk(undo = false) {
  const sent = [];
  const pack = { run: 7, audience: "trainee", agent: "^TB", duration_ms: 600_000, channels: {}, undo };
  const desk = new DeskStore({ pack, storage: new FakeStorage(), makeId: () => "c1", wallClock: () => 0 });
  desk.connection = { send: (message) => Boolean(sent.push(message)) };
  desk.receiver.setLine("live");
  const event = (seq, kind, data) => desk.receiver.receive({ type: "event", run: 7, seq, after: seq - 1, at_ms: 0, kind, data });
  event(1, "RunStarted", { wall_ms: 0, speed: 1000, agent: "^TB" });
  event(2, "PostAppeared", { thread: "t", channel: "m", post: "p1", persona: "jana", name: "Jana", handle: "@j", text: "?", reply_to: null, target_ms: 1, visibility: "private" });
  desk.select("t");
  return { desk, replies: () => sent.filter(({ type }) => type === "reply") };
}

test("a mail is signed at its end, the notes of a call are not", () => {
  for (const [visibility, text] of [["mail", "Betreff\nHallo ^TB"], ["call", "Betreff\nHallo"]]) {
    const { desk, replies } = openDesk();
    desk.sender.reply({ text: "Betreff\nHallo", visibility, signed: true });
    assert.deepEqual(replies(), [{ type: "reply", cmd_id: "c1", run: 7, thread: "t", post: "p1", visibility: "private", way: visibility, text, seen_seq: 2 }]);
  }
});

test("a refused mail, and one that is taken back, is a mail again", () => {
  const refused = openDesk().desk;
  refused.sender.reply({ text: "Betreff\nHallo", visibility: "mail", signed: false });
  refused.receiver.receive({ type: "refused", run: 7, cmd_id: "c1", code: "paused", message: "…" });
  refused.sender.reopen("c1");
  const held = openDesk(true).desk;
  held.sender.reply({ text: "Betreff\nHallo", visibility: "mail", signed: true });
  held.drafts.write("t", { text: "Noch was\nund so", visibility: "mail", signed: true, post: null });
  held.sender.takeBack("c1");
  assert.deepEqual([refused, held].map((desk) => [desk.drafts.read("t").visibility, desk.drafts.read("t").text]), [
    ["mail", "Betreff\nHallo"], ["mail", "Betreff\nHallo\n\nNoch was\n\nund so"],
  ]);
});
