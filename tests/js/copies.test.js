// Two devices, one server: the newest draft stands, and what it replaces is not lost.
import assert from "node:assert/strict";
import test, { beforeEach } from "node:test";
import { Copies, LONGEST_MS, QUIET_MS, RETRY_MS } from "../../trainer_ui/static/trainer_ui/js/write/copies.js";
import { Drafts } from "../../trainer_ui/static/trainer_ui/js/write/drafts.js";
import { mergeDraft } from "../../trainer_ui/static/trainer_ui/js/write/merging.js";
import { FakeStorage, FakeTimers } from "./fakes.js";

const write = (text) => ({ text, visibility: "public", signed: true, post: "p1" });

// The server as trainer_ui/draft_views.py is: `status` says how it answers.
class FakeServer {
  constructor(timers) {
    Object.assign(this, { timers, rows: new Map(), kept: [], status: 200 });
  }

  async load() {
    return this.status === 200 ? [...this.rows.values()] : null;
  }

  async keep({ base, ...draft }) {
    this.kept.push(draft.text);
    if (this.status !== 200) return { status: this.status };
    const known = this.rows.get(draft.thread) ?? { revision: 0, text: "" };
    const row = { ...draft, revision: known.revision + 1, saved_at: this.timers.now };
    this.rows.set(draft.thread, row);
    const replaced = known.revision !== base && known.text && known.text !== draft.text ? known.text : null;
    return { status: 200, revision: row.revision, replaced };
  }
}

let timers, server;

function openDevice() {
  const storage = new FakeStorage();
  const drafts = new Drafts(storage, 7, { changed: (thread) => copies.touch(thread) });
  const copies = new Copies(storage, { run: 7, drafts, now: () => timers.now, say: () => {}, clock: timers });
  copies.start(server);
  return { drafts, copies, storage };
}

const settle = () => new Promise((done) => { setImmediate(done); });

async function pass(ms) {
  timers.pass(ms);
  await settle();
}

beforeEach(() => {
  timers = new FakeTimers();
  server = new FakeServer(timers);
});

test("the server hears of a draft when the keys are still, and at the latest after ten seconds", async () => {
  const { drafts } = openDevice();
  for (const text of ["H", "Ha", "Hal"]) {
    drafts.write("t", write(text));
    await pass(QUIET_MS - 1);
  }
  assert.deepEqual(server.kept, []);
  await pass(1);
  assert.deepEqual(server.kept, ["Hal"]);
  server.kept = [];
  for (let at = 0; at < LONGEST_MS; at += 1_000) {
    drafts.write("t", write(`${at}`));
    await pass(1_000);
  }
  assert.deepEqual(server.kept, [`${LONGEST_MS - 1_000}`]);
});

test("another device goes on where this one stopped, and learns that it was sent", async () => {
  const [desk, phone] = [openDevice(), openDevice()];
  desk.drafts.write("t", { ...write("Hallo"), visibility: "private" });
  await pass(QUIET_MS);
  await phone.copies.pull();
  assert.deepEqual(phone.drafts.read("t"), { ...write("Hallo"), visibility: "private" });
  assert.deepEqual(phone.copies.others.get("t"), { stands: "theirs", text: null });

  phone.drafts.drop("t");
  await pass(QUIET_MS);
  await desk.copies.pull();
  assert.deepEqual([desk.drafts.threads(), desk.copies.unkept], [[], []]);
});

test("what was written later stands on both, and the other text is handed back", async () => {
  const [desk, phone] = [openDevice(), openDevice()];
  server.status = 0;
  phone.drafts.write("t", write("unterwegs"));
  await pass(1_000);
  server.status = 200;
  desk.drafts.write("t", write("am Tisch"));
  await desk.copies.flush();
  await phone.copies.pull();
  assert.equal(phone.drafts.read("t").text, "am Tisch");
  assert.deepEqual(phone.copies.others.get("t"), { stands: "theirs", text: "unterwegs" });

  phone.copies.swap("t");
  assert.deepEqual([phone.drafts.read("t").text, phone.copies.others.get("t").text], ["unterwegs", "am Tisch"]);
  await pass(QUIET_MS);
  assert.equal(server.rows.get("t").text, "unterwegs");
});

test("whoever writes over another device's words is shown them", async () => {
  const [desk, phone] = [openDevice(), openDevice()];
  phone.drafts.write("t", write("vom Telefon"));
  await phone.copies.flush();
  desk.drafts.write("t", write("vom Tisch"));
  await desk.copies.flush();
  assert.deepEqual(desk.copies.others.get("t"), { stands: "mine", text: "vom Telefon" });
});

test("while nothing comes through, all of it stays here and is tried again", async () => {
  const { drafts, copies } = openDevice();
  server.status = 0;
  drafts.write("t", write("Hallo"));
  await pass(QUIET_MS);
  assert.deepEqual([copies.isFailing, copies.unkept, drafts.read("t").text], [true, ["t"], "Hallo"]);
  server.status = 200;
  await pass(RETRY_MS);
  assert.deepEqual([copies.isFailing, copies.unkept, server.rows.get("t").text], [false, [], "Hallo"]);
});

test("a letter that is typed while a copy is under way is sent with the next one", async () => {
  const { drafts, copies } = openDevice();
  drafts.write("t", write("Hall"));
  timers.now += 1;
  const sending = copies.flush();
  timers.now += 1;
  drafts.write("t", write("Hallo"));
  await sending;
  assert.deepEqual(copies.unkept, ["t"]);
  await pass(QUIET_MS);
  assert.deepEqual([server.rows.get("t").text, copies.unkept], ["Hallo", []]);
});

test("who leaves the page sends it without waiting, and what is gone is not asked for again", async () => {
  const { drafts, copies, storage } = openDevice();
  drafts.write("t", write("Hallo"));
  await copies.flush({ isLeaving: true });
  await settle();
  assert.deepEqual(server.kept, ["Hallo"]);
  copies.close();
  assert.deepEqual(Object.keys(storage).filter((key) => key.startsWith("gp:copied")), []);
  server.status = 409;
  const late = openDevice();
  late.drafts.write("t", write("zu spät"));
  await late.copies.flush();
  assert.equal(late.copies.line, null);
});

test("a draft that is known already, or says the same, is no news", () => {
  const theirs = { ...write("a"), revision: 2, saved_at: 5 };
  assert.deepEqual(mergeDraft(write("b"), { revision: 2, edited_ms: null }, theirs), { stands: "mine", isNews: false, lost: null });
  assert.deepEqual(mergeDraft(write("a"), { revision: 1, edited_ms: 9 }, theirs), { stands: "theirs", isNews: false, lost: null });
  assert.deepEqual(mergeDraft(write("b"), { revision: 1, edited_ms: 9 }, { ...theirs, text: "" }), { stands: "mine", isNews: false, lost: null });
});

test("a tab that only reads along neither asks nor sends", async () => {
  const device = openDevice();
  device.copies.mayWrite = () => false;
  device.drafts.write("t", write("Hallo"));
  await device.copies.pull();
  await pass(LONGEST_MS);
  assert.deepEqual([server.kept, device.copies.unkept], [[], ["t"]]);
});
