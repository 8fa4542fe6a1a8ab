// Threads that the trainee has put aside: a note to oneself, in this browser only. It ends when somebody writes there again, or at a
// time of the run. What is read stays read until it is changed here: no other tab changes it under one's hands.

import { Records } from "./storage.js";

export class Asides {
  constructor(storage, run) {
    this.records = new Records(storage, `gp:aside:${run}:`);
  }

  // -> thread: {seq: up to which it was put aside, until_ms: of the run, or null}
  read() {
    this.known ??= Object.fromEntries(this.records.names().map((thread) => [thread, this.records.read(thread)]));
    return this.known;
  }

  put(thread, { seq, until_ms = null }) {
    this.records.write(thread, { seq, until_ms });
    this.known = null;
  }

  take(thread) {
    this.records.drop(thread);
    this.known = null;
  }

  close() {
    for (const thread of this.records.names()) this.take(thread);
  }
}
