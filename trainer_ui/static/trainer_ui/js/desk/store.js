// What the desk knows, in one place: the view the server's events make, the line, the drafts, what is chosen.
// Elements read it and say what happened; "change" means that something is new. receiver.js and sender.js are its two ends.

import { runMsAt } from "../run/clock.js";
import { choosePost } from "../run/choosing.js";
import { stepThrough } from "../run/queue.js";
import { startView } from "../run/view.js";
import { STOPPED } from "../wire/connection.js";
import { Account } from "../write/account.js";
import { Acts } from "../write/acts.js";
import { Asides } from "../write/asides.js";
import { Copies } from "../write/copies.js";
import { Drafts } from "../write/drafts.js";
import { Guiding } from "../write/guiding.js";
import { Keymap } from "../write/keymap.js";
import { Macros } from "../write/macros.js";
import { Outbox } from "../write/outbox.js";
import { Preferences } from "../write/preferences.js";
import { Reads } from "../write/reads.js";
import { Words } from "../write/words.js";
import { Listing } from "./listing.js";
import { MacroRuns } from "./macro-runs.js";
import { Pace } from "./pace.js";
import { Receiver } from "./receiver.js";
import { Sender } from "./sender.js";
import { Waking } from "./waking.js";

const KEYS_OFF = "single-keys-off";
const SELECTED = "gp:selected:";
const SECOND_MS = 1_000;
// Wall time that does not jump when the device's clock is set.
const readSteadyClock = () => performance.timeOrigin + performance.now();

export class DeskStore extends EventTarget {
  constructor({ pack, storage, makeId = () => crypto.randomUUID(), wallClock = readSteadyClock, setClock = () => Date.now() }) {
    super();
    Object.assign(this, { pack, storage, makeId, wallClock });
    Object.assign(this, { view: startView(), line: "connecting", skew_ms: 0, problem: null, trouble: "live", hasPen: true });
    this.leftovers = [];
    this.selected = storage.getItem(SELECTED + pack.run);
    this.picks = new Map();
    this.pace = new Pace();
    this.account = new Account(pack.settings);
    this.keymap = new Keymap(this.account);
    this.preferences = new Preferences(this.account);
    this.singleKeys = this.account.getItem(KEYS_OFF) === null;
    this.drafts = new Drafts(storage, pack.run, { changed: (thread) => this.copies.touch(thread), later: (call) => this.pace.draw(call) });
    this.copies = new Copies(storage, {
      run: pack.run, drafts: this.drafts, now: () => this.serverNow, say: (thread) => this.hearOfDraft(thread),
      // Whoever is signed out may be somebody else by now.
      mayWrite: () => this.hasPen && !STOPPED.includes(this.trouble),
    });
    this.outbox = new Outbox(storage, pack.run);
    this.acts = new Acts();
    this.words = new Words(storage, pack.run);
    this.asides = new Asides(storage, pack.run);
    this.guiding = new Guiding(storage, pack.run);
    this.reads = new Reads(storage, pack.run);
    this.listing = new Listing(this, { storage, run: pack.run });
    this.waking = new Waking(this, { steady: wallClock, wall: setClock });
    this.receiver = new Receiver(this);
    this.sender = new Sender(this);
    this.macros = new Macros(this.account);
    this.macroRuns = new MacroRuns(this);
  }

  get runMs() {
    if (this.waking.asked) return this.waking.asked.before_ms;
    return this.view.seq === 0 ? 0 : runMsAt(this.view, this.serverNow, this.pack.duration_ms);
  }

  // As far as time is drawn.
  get second() {
    return Math.floor(this.runMs / SECOND_MS);
  }

  get thread() {
    return this.view.threads[this.selected] ?? null;
  }

  // Coaches look on; only the trainee writes.
  get isMine() {
    return this.pack.audience === "trainee";
  }

  // Whether this run teaches the desk, and who looks is the one who learns.
  get isGuided() {
    return this.isMine && (this.pack.guide ?? []).length > 0;
  }

  // Whether all is there that had happened before. Until then, what stands below something that grows is not drawn: nothing
  // moves while the page fills.
  get isReady() {
    return this.view.seq >= (this.headAtStart ?? Infinity);
  }

  // Whether the scenario shows a part of the desk; one that names none shows them all.
  shows(part) {
    const { stage = [] } = this.pack;
    return !stage.length || stage.includes(part);
  }

  get isLocked() {
    return this.view.state !== "running" || !this.hasPen;
  }

  // Which tab writes has changed. Whoever goes on does so with what the other one had written.
  setPen(hasPen) {
    if (hasPen === this.hasPen) return;
    this.hasPen = hasPen;
    this.readKept();
    if (hasPen) {
      this.sender.flush();
      this.copies.pull();
    }
    this.say("pen");
  }

  // What another tab has written down.
  readKept() {
    this.drafts.forget();
    this.outbox.read();
    this.say("draft");
    this.say("change");
  }

  // The post that is answered, of which the person counts: the one picked, or the one that comes first. Composer, thread,
  // customer card and acts all mean this one.
  get addressed() {
    if (!this.thread) return null;
    const key = this.picks.get(this.selected) ?? this.drafts.read(this.selected).post ?? choosePost(this.thread);
    return this.thread.posts.find(({ post }) => post === key) ?? null;
  }

  // Picks the post that is answered, until a reply has gone out.
  pick(post) {
    this.picks.set(this.selected, post);
    this.say("change");
    this.say("pick");
  }

  get serverNow() {
    return this.wallClock() + this.skew_ms;
  }

  setServerTime(wallMs) {
    this.skew_ms = wallMs - this.wallClock();
  }

  // Kept, so that a reload comes back to the same thread.
  select(thread) {
    Object.assign(this, { selected: thread, isDone: false, problem: null });
    if (thread !== null && this.view.state !== "ended") this.storage.setItem(SELECTED + this.pack.run, thread);
    this.sender.look();
    this.say("change");
  }

  // Whether a thread is put aside is asked of what is so, not of what is drawn.
  get isAside() {
    return this.listing.fresh.aside.some(({ key }) => key === this.selected);
  }

  get canSetAside() {
    return Boolean(this.thread?.unanswered.length) && !this.isLocked && this.isMine;
  }

  // Nobody but this browser knows: the time goes on, and the score does not hear of it. `forMs`: of the run, or until somebody
  // writes there again.
  setAside(isAside, { forMs = null } = {}) {
    if (!this.canSetAside) return;
    const until_ms = forMs === null ? null : this.runMs + forMs;
    if (isAside) this.asides.put(this.selected, { seq: this.view.seq, until_ms });
    else this.asides.take(this.selected);
    this.isDone = isAside;
    // Whoever does this wants to see it go.
    this.listing.release();
    this.say("change");
  }

  // The nth of those who wait, as they are drawn.
  openNth(nth) {
    const thread = this.listing.shown.sections.open[nth - 1];
    if (thread) this.select(thread.key);
  }

  // Whoever is done with a thread goes on with the one that is most urgent now, not with the neighbour of the old one; so does who has come to
  // the end of what is done.
  step(by) {
    const isLast = this.listing.shown.sections.answered.at(-1)?.key === this.selected;
    const isNext = by > 0 && (this.isDone || isLast);
    if (isNext) this.listing.release();
    const { open, listening, aside, answered } = this.listing.shown.sections;
    const keys = [...open, ...(this.shows("listening") ? listening : []), ...aside, ...answered].map(({ key }) => key);
    if (isNext) this.select(keys.find((key) => key !== this.selected) ?? this.selected);
    else this.select(stepThrough(keys, this.selected, by));
  }

  // A draft holds on to the post that it was begun for, whoever writes meanwhile.
  // A letter more is the composer's own matter: nobody else is drawn anew for it.
  keepDraft(draft) {
    const { drafted } = this.drafts;
    this.drafts.write(this.selected, { ...draft, post: this.addressed?.post ?? null });
    if (drafted !== this.drafts.drafted) this.pace.draw(this.sayChange);
  }

  // Something is new about the draft of `thread` that was not typed here.
  hearOfDraft(thread) {
    this.say(thread !== null && thread === this.selected ? "draft" : "change");
    if (thread === this.selected) this.say("change");
  }

  // The run is over: what was only for its time goes, and drafts are handed back.
  close() {
    this.leftovers = [...this.drafts.close(), ...this.words.close()];
    for (const kept of [this.copies, this.asides, this.guiding, this.reads, this.listing, this.macroRuns]) kept.close();
    this.storage.removeItem(SELECTED + this.pack.run);
  }

  setSingleKeys(isOn) {
    this.singleKeys = isOn;
    if (isOn) this.account.removeItem(KEYS_OFF);
    else this.account.setItem(KEYS_OFF, "true");
    this.say("change");
  }

  prefer(name, isOn) {
    this.preferences.set(name, isOn);
    this.say("change");
  }

  sayChange = () => this.say("change");

  // Something of what goes on by itself is new, and nothing was done at this desk.
  sayNews = () => this.say("change", { isNews: true });

  say(name, detail) {
    this.dispatchEvent(Object.assign(new Event(name), { detail }));
  }
}
