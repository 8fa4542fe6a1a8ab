// Replies and internal notes on their way. Each keeps its cmd_id until the server has acknowledged it, through reloads and outages, so that
// sending it again is safe: the server counts a cmd_id once.
//
// held: can still be taken back, until `until` (this device's clock, ms) · queued: typed while there was no line · sent: on the line, not acknowledged · accepted: acknowledged, its event is about
// to arrive (no longer kept) · refused: the server said no, and why.

import { Records } from "./storage.js";

// Whether the thread shows this reply already: its event may come before its acknowledgement.
export function isShown(item, thread) {
  if (item.type === "note") return Boolean(thread?.posts.some(({ kind, seq, text }) => kind === "note" && seq > item.seen_seq && text === item.text));
  return Boolean(thread?.posts.some((post) =>
    post.kind === "reply" && post.seq > item.seen_seq && post.reply_to === item.post && post.text === item.text));
}

export class Outbox {
  constructor(storage, run) {
    this.records = new Records(storage, `gp:outbox:${run}:`);
    this.items = [];
    this.read();
  }

  // What is kept, by this tab or another one; what is accepted is no longer kept.
  read() {
    const kept = this.records.names().map((name) => this.records.read(name)).sort((a, b) => a.born - b.born);
    this.items = [...this.items.filter(({ status }) => status === "accepted"), ...kept];
    this.requeue();
  }

  add(command, { until = null } = {}) {
    this.items = [...this.items, { ...command, ...(until === null ? { status: "queued" } : { status: "held", until }) }];
    this.keep(this.items.at(-1));
  }

  mark(cmdId, change) {
    this.items = this.items.map((item) => (item.cmd_id === cmdId ? { ...item, ...change } : item));
    this.keep(this.find(cmdId));
  }

  drop(cmdId) {
    this.items = this.items.filter((item) => item.cmd_id !== cmdId);
    this.records.drop(cmdId);
  }

  find(cmdId) {
    return this.items.find((item) => item.cmd_id === cmdId);
  }

  // What must go out (again) when the line is up.
  pending() {
    return this.items.filter(({ status }) => status === "queued" || status === "sent");
  }

  // What is not on the server yet, as far as is known here.
  unsent() {
    return this.items.filter(({ status }) => status === "held" || status === "queued" || status === "sent");
  }

  // What may no longer be taken back waits for its turn. -> whether there was any
  release(now) {
    const due = this.items.filter(({ status, until }) => status === "held" && until <= now);
    for (const { cmd_id } of due) this.mark(cmd_id, { status: "queued", until: null });
    return due.length > 0;
  }

  // The one that was sent last of those that can still be taken back.
  get held() {
    return this.items.findLast(({ status }) => status === "held");
  }

  refused() {
    return this.items.filter(({ status }) => status === "refused");
  }

  // The line is gone: what was on it may or may not have arrived, and counts as unsent until it is acknowledged.
  requeue() {
    this.items = this.items.map((item) => (item.status === "sent" ? { ...item, status: "queued" } : item));
  }

  // The event of an accepted reply or note (which has no `post`) has arrived; the thread shows it now.
  settle({ thread, post, text }) {
    const done = this.items.find((item) =>
      item.status === "accepted" && item.thread === thread && item.post === post && item.text === text);
    if (done) this.drop(done.cmd_id);
  }

  keep(item) {
    if (item.status === "accepted") this.records.drop(item.cmd_id);
    else this.records.write(item.cmd_id, item);
  }
}
