// What the trainee does, put onto the line. A reply is kept until it is acknowledged; a control is pressed again instead.

import { signText } from "../write/signing.js";

const FIELDS = {
  reply: ["type", "cmd_id", "run", "thread", "post", "visibility", "text", "seen_seq"],
  note: ["type", "cmd_id", "run", "thread", "text"],
};

export class Sender {
  constructor(store) {
    this.store = store;
  }

  reply({ text, visibility, signed }) {
    const { store } = this;
    store.outbox.add({
      type: "reply", cmd_id: store.makeId(), run: store.pack.run, thread: store.selected,
      post: store.addressed.post, visibility,
      text: signText(text, store.pack.agent, signed), seen_seq: store.view.seq, born: store.wallClock(),
    });
    store.drafts.drop(store.selected);
    store.picks.delete(store.selected);
    store.isDone = true;
    this.flush();
  }

  // A note answers nobody: who waits still does, and the thread stays open.
  note({ text }) {
    const { store } = this;
    store.outbox.add({
      type: "note", cmd_id: store.makeId(), run: store.pack.run, thread: store.selected, visibility: "note",
      text: text.trim(), seen_seq: store.view.seq, born: store.wallClock(),
    });
    store.drafts.drop(store.selected);
    this.flush();
  }

  // Sends what waits, each under the cmd_id it was born with; of what is written, the tab that has the pen.
  flush() {
    const { acts, connection, hasPen, outbox } = this.store;
    for (const item of hasPen ? outbox.pending() : []) {
      const command = Object.fromEntries(FIELDS[item.type].map((field) => [field, item[field]]));
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
    const { thread, text, visibility, post = null } = store.outbox.find(cmdId);
    store.picks.delete(thread);
    store.drafts.write(thread, { text, visibility, post, signed: false });
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

  // pause, resume, speed, end
  command(type, more = {}) {
    const { store } = this;
    store.problem = null;
    store.connection.send({ type, cmd_id: store.makeId(), run: store.pack.run, ...more });
    store.say("change");
  }
}
