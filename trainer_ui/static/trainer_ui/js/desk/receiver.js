// What comes over the line, put into the store.

import { foldFrame } from "../run/view.js";
import { isBehind, placeFrame } from "../wire/follower.js";
import { isShown } from "../write/outbox.js";

// Events with the words of an act's window.
const OF_WINDOWS = ["Escalated", "NoticePublished", "NoticeUpdated", "ReplyCorrected"];
const PAST_EVERY_MS = 100;
// What goes on by itself: these change the view and nothing else at this desk. Whoever shows nothing of it is not drawn anew.
const NEWS = ["PostAppeared", "MoodMoved", "FactReleased", "DeskAnswered", "CustomerIdentified"];

export class Receiver {
  constructor(store) {
    this.store = store;
  }

  setLine(line) {
    const { store } = this;
    store.line = line;
    if (line === "live") this.follow();
    else if (line !== "silent") store.outbox.requeue();
    // An attempt to come back is no news: what is the matter stays what it was.
    if (line !== "connecting") store.trouble = line;
    store.say("change");
  }

  follow() {
    const { connection, pack, view } = this.store;
    connection.send({ type: "follow", run: pack.run, after: view.seq });
  }

  receive(frame) {
    if (frame.type === "heartbeat") this.answerHeartbeat(frame);
    else if (frame.run !== undefined && frame.run !== this.store.pack.run) return;
    else if (frame.type === "event") this.foldEvent(frame);
    else if (frame.type === "presence") this.store.view = foldFrame(this.store.view, frame);
    else if (frame.type === "following") this.catchUp(frame);
    else if (frame.type === "ack") this.acknowledge(frame);
    else if (frame.type === "refused") this.refuse(frame);
    if (this.store.view.seq < this.head) this.drawLater();
    // Somebody who types waits for nothing that others do.
    else this.store.pace.draw(isNews(frame) ? this.store.sayNews : this.store.sayChange);
  }

  // A long past comes frame by frame: it is drawn a few times on its way, not a thousand times.
  drawLater() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.store.pace.draw(this.store.sayChange);
    }, PAST_EVERY_MS);
  }

  // Everything up to `head_seq` is history: it is not announced.
  catchUp({ head_seq, server_now, run_ms, audience }) {
    const { store } = this;
    // Somebody else has signed in: what was written here is not theirs to send.
    if (audience !== store.pack.audience) {
      store.connection.stop("forbidden");
      return;
    }
    store.waking.settle({ missed_ms: server_now - store.serverNow, run_ms });
    store.setServerTime(server_now);
    this.head = head_seq;
    store.headAtStart ??= head_seq;
    store.wasLive = true;
    store.sender.flush();
    // Who left during an outage said so to nobody here: whoever is there says it now, in answer to the look.
    store.view = { ...store.view, present: {} };
    store.sender.look();
    store.copies.pull();
  }

  foldEvent(frame) {
    const { store } = this;
    const place = placeFrame(store.view, frame);
    if (place === "gap") this.follow();
    if (place !== "next") return;
    store.view = foldFrame(store.view, frame);
    if (frame.kind === "ReplySent" || frame.kind === "NoteWritten") store.outbox.settle({ ...frame.data, text: frame.words });
    if (frame.kind === "Treated" || frame.kind === "Resolved") this.finishThread(frame.data);
    if (OF_WINDOWS.includes(frame.kind)) store.words.settle(frame.words);
    if (frame.kind === "RunEnded") store.close();
    store.say("event", frame);
  }

  // Something was decided instead of written: the thread is done with, unless somebody else waits there.
  finishThread({ thread, post }) {
    const { store } = this;
    if (post !== undefined && store.picks.get(thread) === post) store.picks.delete(thread);
    if (thread === store.selected && !store.thread.unanswered.length) store.isDone = true;
  }

  answerHeartbeat(frame) {
    const { store } = this;
    store.setServerTime(frame.server_now);
    store.connection.send({ type: "heartbeat", seen: { [store.pack.run]: store.view.seq } });
    if (isBehind(store.view, frame, store.pack.run)) this.follow();
  }

  acknowledge({ cmd_id }) {
    const { acts, outbox, view } = this.store;
    const item = acts.settle(cmd_id) ? null : outbox.find(cmd_id);
    if (item && isShown(item, view.threads[item.thread])) outbox.drop(cmd_id);
    else if (item) outbox.mark(cmd_id, { status: "accepted" });
    // Whoever waits for it, to go on.
    this.store.say("answered", { cmd_id });
  }

  refuse({ cmd_id, code, message }) {
    const { acts, outbox } = this.store;
    if (acts.find(cmd_id)) this.refuseAct(cmd_id, message);
    else if (outbox.find(cmd_id)) outbox.mark(cmd_id, { status: "refused", code, message });
    else this.store.problem = message;
    this.store.say("answered", { cmd_id, message });
  }

  // Whoever wrote something still has its window open; what was only pressed says it at the top.
  refuseAct(cmdId, message) {
    const { acts } = this.store;
    if (["resolve", "tag", "untag", "unblock", "assign"].includes(acts.find(cmdId).command.type)) {
      acts.settle(cmdId);
      this.store.problem = message;
    } else acts.refuse(cmdId, message);
  }
}

function isNews({ type, kind }) {
  return type === "presence" || (type === "event" && NEWS.includes(kind));
}
