// The log that the page of components is drawn from: one thread for each state that a thread can be in, told by the events that a
// server would send.

export const WALL_MS = 1_800_000_000_000;
export const NOW_MS = 480_000;

const PEOPLE = {
  jana: ["Jana Vogt", "@janav", 420], omar: ["Omar Yıldız", "@omar_y", 1_800], lena: ["Lena Brandt", "@lbrandt", 95], radio: ["Radio Altenried", "@radioaltenried", 48_200],
  kofi: ["Kofi Mensah", "@kofi.m", 60], ruth: ["Ruth Ohm", "@ruthohm", 230],
};

export class Log {
  constructor({ run, texts }) {
    Object.assign(this, { run, texts, frames: [] });
    this.tell("RunStarted", 0, { wall_ms: WALL_MS - NOW_MS, speed: 1000, agent: "^TB", heat: 52 });
  }

  tell(kind, at_ms, data, words) {
    const seq = this.frames.length + 1;
    this.frames.push({ type: "event", run: this.run, seq, after: seq - 1, at_ms, kind, data, ...(words === undefined ? {} : { words }) });
    return this;
  }

  // `text`: which of the texts; `left_ms`: how much of the target is left now, null for none.
  post(thread, who, text, { at_ms = 60_000, left_ms = 400_000, channel = "micro", ...more } = {}) {
    const [name, handle, reach] = PEOPLE[who];
    return this.tell("PostAppeared", at_ms, {
      post: `${thread}-${this.frames.length}`, thread, channel, persona: who, name, handle, reach, reply_to: null, first: true,
      text: this.texts[text], target_ms: left_ms === null ? null : NOW_MS + left_ms, ...more,
    });
  }

  get last() {
    return this.frames.findLast(({ kind }) => kind === "PostAppeared").data;
  }

  reply(text, { at_ms = 240_000, visibility = "public", ...more } = {}) {
    const { thread, post } = this.last;
    return this.tell("ReplySent", at_ms, { thread, post, visibility, seen_seq: 1, ...more }, this.texts[text]);
  }

  // Something done about the post that was written last.
  act(kind, data = {}, words) {
    const { thread, post } = this.last;
    return this.tell(kind, 260_000, { thread, post, ...data }, words);
  }
}

// Every state of the queue, one thread each.
export function tellQueue(log) {
  const { texts } = log;
  log.post("late", "jana", "waiting", { left_ms: -70_000 });
  log.post("soon", "omar", "rumour", { left_ms: 40_000, at_ms: 200_000 });
  log.post("plenty", "lena", "refund", { channel: "page", at_ms: 400_000 });
  log.post("again", "ruth", "waiting", { channel: "forum", left_ms: null }).reply("sorry").post("again", "ruth", "again", { channel: "forum", at_ms: 300_000, left_ms: 120_000 });
  log.post("more", "kofi", "refund", { left_ms: 200_000 }).post("more", "jana", "waiting", { at_ms: 90_000, left_ms: 210_000 });
  log.post("asked", "radio", "press", { left_ms: 160_000 }).act("Escalated", { desk: "press", note: {} }, texts.note);
  log.post("told", "omar", "waiting", { left_ms: 180_000 }).act("Escalated", { desk: "ops", note: {} }, texts.note).act("DeskAnswered", { desk: "ops", text: texts.told });
  log.post("drafted", "lena", "refund", { channel: "page", left_ms: 240_000 });
  log.post("secret", "kofi", "number", { visibility: "private", left_ms: 250_000 });
  log.post("aside", "ruth", "praise").post("snoozed", "omar", "again");
  log.post("found", "jana", "unasked", { mention: "unasked", left_ms: null, at_ms: 100_000 });
  log.post("answered", "lena", "refund").reply("sorry");
  log.post("resolved", "kofi", "praise").reply("thanks").act("Resolved");
  log.post("left", "ruth", "troll").act("Treated", { as: "left_alone", reason: "provocation" });
  log.post("hidden", "omar", "spam").act("Treated", { as: "hidden", reason: "spam" });
  log.post("reported", "omar", "insult").act("Treated", { as: "reported", reason: "insult" });
  log.post("closed", "jana", "waiting", { channel: "forum" }).act("ThreadClosed", { reason: "ping_pong" });
  log.post("voices", "kofi", "voice", { crowd: true, left_ms: null }).post("voices2", "ruth", "voice", { crowd: true, left_ms: null });
  return log;
}

// One thread with every kind of entry.
export function tellThread(log, { channel = "micro" } = {}) {
  const { texts } = log;
  log.post("t", "jana", "waiting", { channel, picture: { kind: "board", title: "", alt: texts.board, rows: [] }, reach: 12_400 });
  log.reply("sorry", { at_ms: 90_000 });
  const reply = log.frames.length;
  log.tell("ReplyCorrected", 110_000, { thread: "t", reply, seen_seq: 1 }, texts.better);
  log.post("t", "radio", "press", { channel, at_ms: 120_000, left_ms: 60_000, reply_to: log.last.post });
  log.act("Escalated", { desk: "press", note: {} }, texts.note).act("DeskAnswered", { desk: "press", text: texts.told });
  log.tell("NoteWritten", 270_000, { thread: "t" }, texts.note);
  log.post("t", "omar", "insult", { channel, at_ms: 280_000, crowd: true, left_ms: null }).act("Treated", { as: "hidden", reason: "insult" });
  log.post("t", "kofi", "number", { channel, at_ms: 300_000, visibility: "private" }).reply("thanks", { visibility: "private", at_ms: 310_000 });
  log.post("t", "lena", "praise", { channel, at_ms: 320_000 }).reply("wrong", { at_ms: 330_000 });
  return log.tell("ReplyDeleted", 340_000, { thread: "t", reply: log.frames.length });
}

export function tellFacts(log) {
  const { texts } = log;
  const release = (fact, at_ms, more = {}) => log.tell("FactReleased", at_ms, { fact, text: texts[`fact_${fact}`], ...more });
  release("start", 0);
  release("old", 60_000);
  release("new", 440_000, { replaces: "old", approved: texts.approved });
  release("right", 120_000, { kind: "right" });
  return log;
}
