// What a coach has typed and not saved: kept in this browser until it is saved, by the reply's token, which no other coach's page has.

import { Records } from "../write/storage.js";

export const PREFIX = "marking.";
// Not the coach's words: they come with the page, and may be others the next time.
const OF_THE_PAGE = /^(?:csrfmiddlewaretoken|reply|findings|finding-\d+)$/u;

export class MarkDrafts {
  constructor(storage) {
    this.records = new Records(storage, PREFIX);
  }

  // `entries`: [name, value] as a form has them, in their order; a name may come more than once
  keep(token, entries) {
    this.records.write(token, entries.filter(([name]) => !OF_THE_PAGE.test(name)));
  }

  // -> entries, or null
  read(token) {
    const kept = this.records.read(token);
    return Array.isArray(kept) && kept.every(isEntry) ? kept : null;
  }

  drop(token) {
    this.records.drop(token);
  }
}

function isEntry(entry) {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === "string");
}

// -> [{start, end, text}]: the notes among the entries of a form
export function readNotes(entries) {
  const list = (name) => entries.filter(([each]) => each === name).map(([, value]) => value);
  const [starts, ends, texts] = [list("note-start"), list("note-end"), list("note-text")];
  return starts.map((start, index) => ({ start: Number(start), end: Number(ends[index]), text: texts[index] ?? "" }));
}
