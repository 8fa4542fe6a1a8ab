// One draft per thread, kept in this browser until it is sent or the run is over. What is changed here is told to `changed`.

import { Records } from "./storage.js";

const EMPTY = Object.freeze({ text: "", visibility: "public", signed: true, post: null });

export class Drafts {
  constructor(storage, run, { changed = () => {} } = {}) {
    this.changed = changed;
    this.records = new Records(storage, `gp:draft:${run}:`);
  }

  read(thread) {
    return { ...EMPTY, ...this.records.read(thread) };
  }

  write(thread, draft) {
    if (!draft.text.trim()) return this.drop(thread);
    this.put(thread, draft);
    this.changed(thread);
  }

  drop(thread) {
    if (this.records.read(thread) === null) return;
    this.remove(thread);
    this.changed(thread);
  }

  // As it stands elsewhere: nothing that was changed here.
  put(thread, { text, visibility, signed, post }) {
    if (!text.trim()) return this.remove(thread);
    this.records.write(thread, { text, visibility, signed, post });
    if (!this.drafted.has(thread)) this.forget();
  }

  remove(thread) {
    this.records.drop(thread);
    this.forget();
  }

  // The threads that have one: the same set until another one has.
  get drafted() {
    this.known ??= new Set(this.records.names());
    return this.known;
  }

  // Another tab may have written.
  forget() {
    this.known = null;
  }

  threads() {
    return [...this.drafted];
  }

  // Ends all drafts and returns their texts.
  close() {
    const texts = this.threads().map((thread) => this.read(thread).text);
    for (const thread of this.threads()) this.remove(thread);
    return texts;
  }
}
