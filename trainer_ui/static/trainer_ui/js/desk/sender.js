// What the trainee does, put onto the line. A reply is kept until it is acknowledged; a control is pressed again instead.

import { isProse, toCommand, turnText } from "../run/ways.js";
import { signText } from "../write/signing.js";

const FIELDS = {
  reply: ["type", "cmd_id", "run", "thread", "post", "visibility", "way", "text", "seen_seq"],
  note: ["type", "cmd_id", "run", "thread", "text"],
};

// How long a reply can be taken back where the scenario allows it.
export const UNDO_MS = 3_000;

export class Sender {
  constructor(store) {
    this.store = store;
    store.addEventListener("tick", () => this.release(store.wallClock()));
  }

  // -> its cmd_id. To whom, unless somebody else is named: the post that is addressed.
  reply({ text, visibility, signed }, { thread = this.store.selected, post = this.store.addressed.post } = {}) {
    const { store } = this;
    const cmd_id = store.makeId();
    store.outbox.add({
      type: "reply", cmd_id, run: store.pack.run, thread, post, ...toCommand(visibility),
      text: signText(text, store.pack.agent, signed && isProse(visibility)), written: text, seen_seq: store.view.seq, born: store.wallClock(), signed,
    }, { until: store.pack.undo ? store.wallClock() + UNDO_MS : null });
    store.drafts.drop(thread);
    store.picks.delete(thread);
    if (thread === store.selected) store.isDone = true;
    this.flush();
    return cmd_id;
  }

  // A note answers nobody: who waits still does, and the thread stays open.
  // `isDraft`: its words were what stood in the composer. -> its cmd_id
  note({ text }, { thread = this.store.selected, isDraft = true } = {}) {
    const { store } = this;
    const cmd_id = store.makeId();
    store.outbox.add({
      type: "note", cmd_id, run: store.pack.run, thread, visibility: "note",
      text: text.trim(), seen_seq: store.view.seq, born: store.wallClock(),
    });
    if (isDraft) store.drafts.drop(thread);
    this.flush();
    return cmd_id;
  }

  // Holds nothing back any longer that was to go out by `now`; all of it, where nobody could take it back any more.
  release(now = Infinity) {
    if (this.store.hasPen && this.store.outbox.release(now)) this.flush();
  }

  // The reply never went out: it is the thread's draft again, before whatever was begun there since.
  takeBack(cmdId) {
    const { store } = this;
    const item = store.outbox.find(cmdId);
    if (item?.status !== "held" || !store.hasPen) return;
    const { thread, post, written } = item;
    const visibility = item.way ?? item.visibility;
    const draft = store.drafts.read(thread);
    const begun = turnText(draft.text, draft.visibility, "private");
    store.outbox.drop(cmdId);
    store.say("answered", { cmd_id: cmdId, isBack: true });
    store.picks.delete(thread);
    store.drafts.write(thread, { text: begun ? `${written}\n\n${begun}` : written, visibility, post, signed: item.signed });
    store.select(thread);
    store.say("draft");
    store.say("reply");
  }

  // Sends what waits, each under the cmd_id it was born with; of what is written, the tab that has the pen.
  flush() {
    const { acts, connection, hasPen, outbox } = this.store;
    for (const item of hasPen ? outbox.pending() : []) {
      const command = Object.fromEntries(FIELDS[item.type].filter((field) => field in item).map((field) => [field, item[field]]));
      if (item.status === "queued" && connection.send(command)) outbox.mark(item.cmd_id, { status: "sent" });
    }
    for (const command of acts.pending()) connection.send(command);
    this.store.say("change");
  }

  retry(cmdId) {
    this.store.outbox.mark(cmdId, { status: "queued" });
    this.flush();
  }

  // A refused reply becomes the thread's draft again.
  reopen(cmdId) {
    const { store } = this;
    const { thread, text, visibility, way = visibility, post = null } = store.outbox.find(cmdId);
    store.picks.delete(thread);
    store.drafts.write(thread, { text, visibility: way, post, signed: false });
    store.outbox.drop(cmdId);
    store.select(thread);
    store.say("draft");
  }

  // Handing over, a notice, a treatment -> its cmd_id, by which `store.acts` says what has become of it.
  act(type, fields) {
    const { store } = this;
    const command = { type, cmd_id: store.makeId(), run: store.pack.run, ...fields };
    store.problem = null;
    store.acts.add(command);
    store.connection.send(command);
    store.say("change");
    return command.cmd_id;
  }

  // Which thread is open here, for others of a team; alone, nobody is told.
  look() {
    const { connection, pack, selected } = this.store;
    if (pack.team) connection.send({ type: "look", run: pack.run, thread: selected });
  }

  // pause, resume, speed, end: what was written before goes out before.
  command(type, more = {}) {
    const { store } = this;
    this.release();
    store.problem = null;
    store.connection.send({ type, cmd_id: store.makeId(), run: store.pack.run, ...more });
    store.say("change");
  }
}
