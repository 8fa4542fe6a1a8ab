import assert from "node:assert/strict";
import test from "node:test";
import { Drafts } from "../../trainer_ui/static/trainer_ui/js/write/drafts.js";
import { dropGreeting } from "../../trainer_ui/static/trainer_ui/js/write/greeting.js";
import { countGraphemes } from "../../trainer_ui/static/trainer_ui/js/write/graphemes.js";
import { Outbox } from "../../trainer_ui/static/trainer_ui/js/write/outbox.js";
import { endWords, signText } from "../../trainer_ui/static/trainer_ui/js/write/signing.js";
import { fillTemplate, findTemplates, readSlash } from "../../trainer_ui/static/trainer_ui/js/write/templates.js";
import { FakeStorage } from "./fakes.js";

test("a flag, a family and a letter with its dots each count as one", () => {
  assert.deepEqual(["🇩🇪", "👩‍👩‍👧", "ä"].map(countGraphemes), [1, 1, 1]);
});

test("letters that need no looking at are counted as if they had been looked at", () => {
  const plain = `Größe\n${String.fromCodePoint(...Array.from({ length: 0x2ff - 0xa0 + 1 }, (_, number) => 0xa0 + number))}`;
  const looked = [...new Intl.Segmenter().segment(plain)].length;
  assert.equal(countGraphemes(plain), looked);
  assert.equal(countGraphemes("a\r\nb"), 3);
});

test("variables are filled in once, and a name that looks like one stays as it is", () => {
  assert.equal(fillTemplate("Hallo {name}! {agent} {secret}", { name: "{agent}", agent: "^TB" }), "Hallo {agent}! ^TB {secret}");
});

test("templates whose title starts with the query come first", () => {
  const [dank, stoerung] = [{ key: "a", title: "Dank", text: "Gern" }, { key: "b", title: "Störung", text: "Danke" }];
  assert.deepEqual(findTemplates([stoerung, dank], "dan"), [dank, stoerung]);
});

test("a slash opens templates at the start of a word only", () => {
  assert.deepEqual(readSlash("Hallo /da", 9), { start: 6, query: "da" });
  assert.deepEqual(["24/7", "a / b", "https://x"].map((text) => readSlash(text, text.length)), [null, null, null]);
});

test("a reply is signed once, and not against the trainee's will", () => {
  assert.deepEqual(
    [signText("Gern. ", "^TB", true), signText("Gern. ^tb", "^TB", true), signText("Gern.", "^TB", false)],
    ["Gern. ^TB", "Gern. ^tb", "Gern."],
  );
});

test("whoever goes on writing in what is signed does so before the signature", () => {
  assert.deepEqual([endWords("Gern. ^TB", "^TB"), endWords("Gern. ^TB", "^TL"), endWords("Gern.", "")], [5, 9, 5]);
});

test("a text is kept without who was greeted in it, and with all else", () => {
  const told = {
    "Guten Abend, Frau Dr. Yıldız-Thoma, der Zug fährt.": "Der Zug fährt.",
    "Guten Abend, der Zug fährt, aber spät.": "Der Zug fährt, aber spät.",
    "Hallo Frau Dr. Yıldız-Thoma, der Zug fährt.": "Der Zug fährt.",
    "@lena Guten Morgen!\nwir prüfen das.": "Wir prüfen das.",
    "Sehr geehrte Frau Öz,\n\ndanke für die Nachricht.": "Danke für die Nachricht.",
    "Dear Mr O’Neil, we are on it.": "We are on it.",
    "@lena the next train leaves at 19:45.": "The next train leaves at 19:45.",
    "Hinweis: Der Zug fährt, aber spät.": "Hinweis: Der Zug fährt, aber spät.",
    "Liebe geht durch den Magen. Gern!": "Liebe geht durch den Magen. Gern!",
    "Hallo!": "Hallo!",
  };
  for (const [said, kept] of Object.entries(told)) assert.equal(dropGreeting(said), kept);
});

test("drafts are kept by run and thread, and an emptied one is gone", () => {
  const storage = new FakeStorage();
  const drafts = new Drafts(storage, 7);
  drafts.write("t", { text: "Hallo", visibility: "private", signed: true, post: null });
  assert.deepEqual([new Drafts(storage, 7).read("t").visibility, new Drafts(storage, 8).threads()], ["private", []]);
  drafts.write("t", { text: " " });
  assert.deepEqual(drafts.threads(), []);
});

test("what is typed is known at once, and written down later", () => {
  const [storage, later, told] = [new FakeStorage(), [], []];
  const drafts = new Drafts(storage, 7, { changed: (thread) => told.push(thread), later: (call) => later.push(call) });
  drafts.write("t", { text: "Ha", visibility: "public", signed: true, post: null });
  drafts.write("t", { text: "Hallo", visibility: "public", signed: true, post: null });
  assert.deepEqual([drafts.read("t").text, drafts.threads(), new Drafts(storage, 7).threads(), told], ["Hallo", ["t"], [], []]);
  later[0]();
  assert.deepEqual([new Drafts(storage, 7).read("t").text, told], ["Hallo", ["t"]]);
});

test("what was sent before it was written down is not written down any more", () => {
  const [storage, later] = [new FakeStorage(), []];
  const drafts = new Drafts(storage, 7, { later: (call) => later.push(call) });
  drafts.write("t", { text: "Hallo", visibility: "public", signed: true, post: null });
  drafts.drop("t");
  for (const call of later) call();
  assert.deepEqual([drafts.read("t").text, drafts.threads(), new Drafts(storage, 7).threads()], ["", [], []]);
});

test("two tabs do not overwrite each other's unsent replies", () => {
  const storage = new FakeStorage();
  const [one, two] = [new Outbox(storage, 7), new Outbox(storage, 7)];
  one.add({ cmd_id: "a", born: 1 });
  two.add({ cmd_id: "b", born: 2 });
  assert.deepEqual(new Outbox(storage, 7).items.map(({ cmd_id }) => cmd_id), ["a", "b"]);
});
