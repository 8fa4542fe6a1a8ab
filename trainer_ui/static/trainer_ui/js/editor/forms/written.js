// What is typed into a form and not in the text yet. It stays in its field until the text says it, or until it was refused, and then too.

import { idOf } from "./tree.js";

export const REST_MS = 600;

export class Written {
  constructor({ edits, tell, setTimer = (run, ms) => setTimeout(run, ms), clearTimer = (timer) => clearTimeout(timer) }) {
    Object.assign(this, { edits, tell, setTimer, clearTimer, fields: new Map() });
  }

  // -> {value, refused} or null
  find(path) {
    return this.fields.get(idOf(path)) ?? null;
  }

  // A key was pressed: it is passed on when they rest.
  type(path, value, makeEdit) {
    const field = { ...this.fields.get(idOf(path)), path, value, makeEdit, refused: null, isDone: false };
    this.clearTimer(field.timer);
    field.timer = this.setTimer(() => this.flush(path), REST_MS);
    this.fields.set(idOf(path), field);
    this.tell();
  }

  // Something was chosen or ticked: it is shown so at once.
  put(path, value, makeEdit) {
    this.type(path, value, makeEdit);
    return this.flush(path);
  }

  // The field was left, or the keys rest.
  async flush(path) {
    const field = this.fields.get(idOf(path));
    if (!field || field.isDone || field.isSent === field.value) return;
    this.clearTimer(field.timer);
    const { value } = field;
    field.isSent = value;
    const edit = field.makeEdit(value);
    const { refused } = edit === null ? {} : await this.edits.make(edit);
    const now = this.fields.get(idOf(path));
    if (now?.value !== value) return;
    Object.assign(now, { isSent: null, refused: refused ?? null, isDone: !refused });
    // What changes nothing in the text is not read again, either.
    if (edit === null) this.drop(path);
    this.tell();
  }

  flushAll() {
    return Promise.all([...this.fields.values()].map(({ path }) => this.flush(path)));
  }

  // The text was read again: it says what was typed.
  settle() {
    for (const [id, { isDone }] of this.fields) if (isDone) this.fields.delete(id);
  }

  drop(path) {
    this.fields.delete(idOf(path));
  }
}
