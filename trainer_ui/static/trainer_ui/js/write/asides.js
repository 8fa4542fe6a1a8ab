// Threads that the trainee has put aside: a note to oneself, in this browser only. It ends when somebody writes there again.

import { Records } from "./storage.js";

export class Asides {
  constructor(storage, run) {
    this.records = new Records(storage, `gp:aside:${run}:`);
  }

  // -> thread: the seq up to which it was put aside
  read() {
    return Object.fromEntries(this.records.names().map((thread) => [thread, this.records.read(thread)]));
  }

  put(thread, seq) {
    this.records.write(thread, seq);
  }

  take(thread) {
    this.records.drop(thread);
  }

  close() {
    for (const thread of this.records.names()) this.take(thread);
  }
}
