// What is being written in the windows of acts (a note to a desk, a notice, a correction), kept like drafts: in this browser, until the
// server has it or the run is over.

import { Records } from "./storage.js";

export class Words {
  constructor(storage, run) {
    this.records = new Records(storage, `gp:words:${run}:`);
  }

  // `about`: which words they are, e.g. "escalate:THREAD:POST". -> text, or null where nothing was begun
  read(about) {
    return this.records.read(about);
  }

  // What is as it was before (`unchanged`) need not be kept.
  write(about, text, unchanged = "") {
    if (text.trim() && text !== unchanged) this.records.write(about, text);
    else this.drop(about);
  }

  drop(about) {
    this.records.drop(about);
  }

  // The log has these words: whoever loaded the page anew before the server had answered need not wonder.
  settle(text) {
    for (const about of this.records.names()) if (this.read(about).trim() === text?.trim()) this.drop(about);
  }

  // Ends all, and returns the texts.
  close() {
    const names = this.records.names();
    const texts = names.map((name) => this.read(name));
    names.forEach((name) => this.drop(name));
    return texts;
  }
}
