// Saves what is written: a second after the last key, when the field or the page is left, and again and again while there is no way to
// the server. Until the server has it, this browser keeps it.
//
// state: saved, waiting, saving, offline, signed_out, refused, conflict (somebody saved meanwhile) or held (somebody else writes).

import { delayBefore } from "../wire/backoff.js";

export const REST_MS = 1000;

export class Saver extends EventTarget {
  // `records`: a Records of this draft and person; `read()` -> the text as it stands.
  constructor({ line, records, read, edition, saved, setTimer = (run, ms) => setTimeout(run, ms), clearTimer = (timer) => clearTimeout(timer) }) {
    super();
    Object.assign(this, { line, records, read, edition, saved, setTimer, clearTimer });
    Object.assign(this, { state: "saved", timer: null, isSending: false, sending: null, attempt: 0, theirs: null, message: "", savedAt: null });
  }

  get isDirty() {
    return this.read() !== this.saved;
  }

  get isStopped() {
    return this.state === "conflict" || this.state === "held";
  }

  // What an earlier visit could not send -> its text, or null
  recall() {
    const kept = this.records.read("text");
    if (typeof kept?.text !== "string" || kept.text === this.saved) return null;
    if (kept.base !== this.edition) this.theirs = { edition: this.edition, text: this.saved };
    return kept.text;
  }

  note() {
    if (!this.isDirty) {
      if (!this.isStopped) this.settle();
      return;
    }
    this.keep();
    if (this.isStopped) return;
    if (this.theirs !== null) this.setState("conflict");
    else {
      if (this.state !== "offline") this.setState("waiting");
      this.plan(REST_MS);
    }
  }

  async flush({ isLeaving = false } = {}) {
    if (!this.isDirty || this.isStopped || (this.isSending && !isLeaving)) return;
    this.clearTimer(this.timer);
    const text = this.read();
    this.isSending = true;
    this.setState("saving");
    this.sending = this.line.save(text, this.edition, isLeaving).then((answer) => {
      this.isSending = false;
      this.take(answer, text);
    });
    await this.sending;
  }

  // Sends what stands there now, also behind a save that is under way -> whether the server has it
  async finish() {
    await this.sending;
    await this.flush();
    return !this.isDirty;
  }

  take(answer, text) {
    if (answer.status === 200) {
      Object.assign(this, { edition: answer.edition, saved: text, savedAt: answer.saved_at, attempt: 0 });
      if (this.isDirty) this.note();
      else this.settle();
    } else if (answer.status === 409) {
      this.theirs = answer;
      this.setState(answer.code === "held" ? "held" : "conflict");
    } else if (answer.status === 401) {
      this.setState("signed_out");
    } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      this.message = answer.message ?? "";
      this.setState("refused");
    } else {
      this.setState("offline");
      this.plan(delayBefore(this.attempt++));
    }
  }

  // Mine over theirs, which stay in the history.
  keepMine() {
    Object.assign(this, { edition: this.theirs.edition, saved: this.theirs.text, theirs: null });
    this.setState("waiting");
    return this.flush();
  }

  // Theirs over mine, which go into the history -> the text to show; null where the server could not be reached
  async takeTheirs() {
    const { edition, text } = this.theirs;
    const answer = this.isDirty ? await this.line.aside(this.read()) : { status: 200 };
    if (answer.status !== 200) return null;
    Object.assign(this, { edition, saved: text, theirs: null });
    return text;
  }

  // The server has another edition and nothing is unsaved here.
  adopt({ edition, text }) {
    Object.assign(this, { edition, saved: text, theirs: null });
    this.settle();
  }

  keep() {
    try {
      this.records.write("text", { text: this.read(), base: this.edition });
    } catch {
      // No room in this browser: the server still gets it.
    }
  }

  settle() {
    this.clearTimer(this.timer);
    this.records.drop("text");
    this.setState("saved");
  }

  plan(ms) {
    this.clearTimer(this.timer);
    this.timer = this.setTimer(() => this.flush(), ms);
  }

  setState(state) {
    this.state = state;
    this.dispatchEvent(new Event("change"));
  }
}
