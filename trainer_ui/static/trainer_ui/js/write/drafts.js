// One draft per thread, kept in this browser until it is sent or the run is over.

import { Records } from "./storage.js";

const EMPTY = Object.freeze({ text: "", visibility: "public", signed: true, post: null });

export class Drafts {
  constructor(storage, run) {
    this.records = new Records(storage, `gp:draft:${run}:`);
  }

  read(thread) {
    return { ...EMPTY, ...this.records.read(thread) };
  }

  write(thread, draft) {
    if (draft.text.trim()) this.records.write(thread, draft);
    else this.records.drop(thread);
  }

  drop(thread) {
    this.records.drop(thread);
  }

  threads() {
    return this.records.names();
  }

  // Ends all drafts and returns their texts.
  close() {
    const texts = this.threads().map((thread) => this.read(thread).text);
    for (const thread of this.threads()) this.drop(thread);
    return texts;
  }
}
