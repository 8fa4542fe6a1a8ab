// The second copy of each draft, on the server: for a reload elsewhere, another device, a browser that forgets. The first one is this
// browser's, always. Sent when the keys have been still for a while, never letter by letter.

import { mergeDraft } from "./merging.js";
import { Records } from "./storage.js";

export const QUIET_MS = 3_000;
export const LONGEST_MS = 10_000;
export const RETRY_MS = 15_000;

const UNKNOWN = Object.freeze({ revision: 0, edited_ms: null });
const timers = { setTimeout: (call, ms) => setTimeout(call, ms), clearTimeout: (id) => clearTimeout(id) };

export class Copies {
  // now: the server's time in ms, by this clock. say(thread): something about its draft is new. mayWrite: whether this tab is the one that writes.
  constructor(storage, { run, drafts, now, say, mayWrite = () => true, clock = timers }) {
    Object.assign(this, { drafts, now, say, mayWrite, clock, line: null, others: new Map(), isFailing: false, since: null });
    this.records = new Records(storage, `gp:copied:${run}:`);
  }

  // line: {load: () -> [draft] or null, keep: (draft, isLeaving) -> {status, revision, replaced}}
  start(line) {
    this.line = line;
  }

  read(thread) {
    return this.records.read(thread) ?? UNKNOWN;
  }

  get unkept() {
    return this.records.names().filter((thread) => this.read(thread).edited_ms !== null);
  }

  // Something was changed here.
  touch(thread) {
    if (!this.line) return;
    const now = this.now();
    this.records.write(thread, { ...this.read(thread), edited_ms: now });
    this.since ??= now;
    this.plan(Math.max(0, Math.min(QUIET_MS, this.since + LONGEST_MS - now)));
  }

  plan(ms) {
    this.clock.clearTimeout(this.timer);
    this.timer = this.clock.setTimeout(() => this.flush(), ms);
  }

  // Sends what the server does not have, one after the other; what is left over is tried again.
  async flush({ isLeaving = false } = {}) {
    this.drafts.writeDown();
    if (!this.line || !this.mayWrite() || (this.isFlushing && !isLeaving)) return;
    this.since = null;
    this.clock.clearTimeout(this.timer);
    if (isLeaving) {
      for (const thread of this.unkept) this.line.keep(this.describe(thread), true);
      return;
    }
    this.isFlushing = true;
    for (const thread of this.unkept) if (!(await this.keep(thread))) break;
    this.isFlushing = false;
  }

  describe(thread) {
    const { text, visibility, signed, post } = this.drafts.read(thread);
    return { thread, text, visibility, signed, post, base: this.read(thread).revision };
  }

  // -> whether to go on
  async keep(thread) {
    const { edited_ms } = this.read(thread);
    const answer = await this.line?.keep(this.describe(thread), false);
    if (!this.line) return false;
    this.setFailing(answer.status !== 200);
    if (answer.status === 200) this.acknowledge(thread, answer, edited_ms);
    else if (answer.status === 404 || answer.status === 409) this.line = null;
    else if (answer.status === 429 || answer.status >= 500 || answer.status === 0) this.plan(RETRY_MS);
    return answer.status === 200;
  }

  acknowledge(thread, { revision, replaced }, edited_ms) {
    const known = this.read(thread);
    this.records.write(thread, { revision, edited_ms: known.edited_ms === edited_ms ? null : known.edited_ms });
    if (known.edited_ms !== edited_ms) this.plan(QUIET_MS);
    if (replaced) this.tell(thread, { stands: "mine", text: replaced });
  }

  // Asks what other devices have written, then sends what they do not know.
  async pull() {
    if (!this.mayWrite()) return;
    const found = await this.line?.load();
    if (!this.line || !this.mayWrite()) return;
    this.setFailing(found === null);
    for (const theirs of found ?? []) this.merge(theirs);
    if (found === null) this.plan(RETRY_MS);
    else await this.flush();
  }

  merge(theirs) {
    this.drafts.writeDown();
    const { thread, revision } = theirs;
    const known = this.read(thread);
    if (revision <= known.revision) return;
    const { stands, isNews, lost } = mergeDraft(this.drafts.read(thread), known, theirs);
    this.records.write(thread, { revision, edited_ms: stands === "mine" ? known.edited_ms : null });
    if (stands === "theirs") this.drafts.put(thread, theirs);
    if (isNews && (lost || theirs.text)) this.tell(thread, { stands, text: lost });
    else this.say(thread);
  }

  tell(thread, other) {
    this.others.set(thread, other);
    this.say(thread);
  }

  // Puts the other text in the place of what stands, which can be taken back in the same way.
  swap(thread) {
    const mine = this.drafts.read(thread);
    this.drafts.write(thread, { ...mine, text: this.others.get(thread).text });
    this.tell(thread, { stands: "mine", text: mine.text || null });
  }

  dismiss(thread) {
    this.others.delete(thread);
    this.say(null);
  }

  setFailing(isFailing) {
    if (this.isFailing === isFailing) return;
    this.isFailing = isFailing;
    this.say(null);
  }

  // The run is over: the server has forgotten its drafts too.
  close() {
    this.line = null;
    this.clock.clearTimeout(this.timer);
    for (const thread of this.records.names()) this.records.drop(thread);
  }
}
