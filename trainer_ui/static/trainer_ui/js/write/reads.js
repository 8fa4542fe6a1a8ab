// Up to where each thread was read: one record of a run, for nothing is lost if two tabs disagree about it.

import { Records } from "./storage.js";

export class Reads {
  constructor(storage, run) {
    Object.assign(this, { run, records: new Records(storage, "gp:read:") });
    this.known = this.records.read(run) ?? {};
  }

  // The seq of the last post that was on the screen; 0 where none was.
  upTo(thread) {
    return this.known[thread] ?? 0;
  }

  mark(thread, seq) {
    if (this.upTo(thread) >= seq) return;
    this.known = { ...this.known, [thread]: seq };
    this.records.write(this.run, this.known);
  }

  close() {
    this.records.drop(this.run);
  }
}
