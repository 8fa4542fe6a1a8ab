// One draft per thread, kept in this browser until it is sent or the run is over. What is typed is known at once and written down a
// moment `later`, when its letter has been drawn; then `changed` is told.

import { Records } from "./storage.js";

const EMPTY = Object.freeze({ text: "", visibility: "public", signed: true, post: null });

export class Drafts {
  constructor(storage, run, { changed = () => {}, later = (call) => call() } = {}) {
    Object.assign(this, { changed, later, typed: new Map() });
    this.records = new Records(storage, `gp:draft:${run}:`);
  }

  read(thread) {
    return { ...EMPTY, ...(this.typed.get(thread) ?? this.records.read(thread)) };
  }

  write(thread, { text, visibility, signed, post }) {
    if (!text.trim()) return this.drop(thread);
    this.typed.set(thread, { text, visibility, signed, post });
    if (!this.drafted.has(thread)) this.forget();
    this.later(this.writeDown);
  }

  writeDown = () => {
    const typed = [...this.typed];
    this.typed.clear();
    for (const [thread, draft] of typed) {
      this.records.write(thread, draft);
      this.changed(thread);
    }
  };

  drop(thread) {
    if (!this.typed.has(thread) && this.records.read(thread) === null) return;
    this.remove(thread);
    this.changed(thread);
  }

  // As it stands elsewhere: nothing that was changed here.
  put(thread, { text, visibility, signed, post }) {
    this.typed.delete(thread);
    if (!text.trim()) return this.remove(thread);
    this.records.write(thread, { text, visibility, signed, post });
    if (!this.drafted.has(thread)) this.forget();
  }

  remove(thread) {
    this.typed.delete(thread);
    this.records.drop(thread);
    this.forget();
  }

  // The threads that have one: the same set until another one has.
  get drafted() {
    this.known ??= new Set([...this.records.names(), ...this.typed.keys()]);
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
