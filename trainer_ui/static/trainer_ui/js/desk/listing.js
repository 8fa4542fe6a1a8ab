// How the trainee looks at the queue: its order, filter and search, what is listened for, what is ticked. Kept per run in this browser
// but for what is only of the moment. The list is worked out once for whatever is asked of it at the same moment.

import { isFiltered, isShownBy, NO_FILTER } from "../run/filters.js";
import { holdOrder, keepOrder } from "../run/holding.js";
import { addTerm, dropTerm, readListening } from "../run/listening.js";
import { ORDERS } from "../run/ordering.js";
import { sortQueue } from "../run/queue.js";
import { forgetHaystacks } from "../run/summary.js";
import { Records } from "../write/storage.js";

const KEPT = "gp:listing:";
// As many acts as a line takes at once (docs/wire.md), with room for the rest.
export const MOST_TICKED = 50;

export class Listing {
  constructor(store, { storage, run }) {
    Object.assign(this, { store, run, records: new Records(storage, KEPT) });
    const { order, listening } = this.records.read(run) ?? {};
    Object.assign(this, { order: Object.hasOwn(ORDERS, order) ? order : "left", listening: readListening(listening), filter: NO_FILTER, kept: null, ticked: null });
  }

  // {sections, news}: as it is to be drawn.
  get shown() {
    return this.kept ? holdOrder(this.kept, this.fresh) : { sections: this.fresh, news: 0 };
  }

  // As it would be drawn if nobody held on to it.
  get fresh() {
    const { view, pack, asides, drafts } = this.store;
    // Settings, notes and drafts are other objects as soon as anything in them is.
    const state = [view.order, view.threads, view.moods, asides.read(), drafts.drafted, this.order, this.filter, this.listening, this.isTimed && this.store.second];
    if (state.some((each, index) => each !== this.state?.[index])) {
      this.state = state;
      const sort = (isShown) => sortQueue(view, { aside: asides.read(), order: this.order, listening: this.listening, runMs: this.store.runMs, isShown });
      this.sorted = sort(this.makeFilter(pack, drafts));
      this.everybody = isFiltered(this.filter) ? sort(undefined) : this.sorted;
    }
    return this.sorted;
  }

  // All who wait, whatever is looked for at the moment.
  get waiting() {
    return this.fresh && this.everybody.open;
  }

  // Whether time alone changes what is shown where.
  get isTimed() {
    return this.filter.due !== "" || Object.values(this.store.asides.read()).some(({ until_ms }) => until_ms !== null);
  }

  makeFilter({ channels }, { drafted }) {
    if (!isFiltered(this.filter)) return () => true;
    const at = { runMs: this.store.runMs, channels, drafted };
    return (thread) => isShownBy(this.filter, thread, at);
  }

  // While somebody points at the list or reads in it, nothing moves.
  hold() {
    this.kept ??= keepOrder(this.fresh);
  }

  release() {
    if (!this.kept) return;
    this.kept = null;
    this.store.say("change");
  }

  // Whoever asks for another list gets it at once.
  change(part) {
    Object.assign(this, part, { kept: null });
    const { order, listening, filter } = this;
    if (!filter.query && !listening.terms.length) forgetHaystacks();
    if (this.store.view.state !== "ended") this.records.write(this.run, { order, listening });
    this.store.say("change");
  }

  narrow(part) {
    this.change({ filter: { ...this.filter, ...part } });
  }

  showAll() {
    this.change({ filter: NO_FILTER });
  }

  listenFor(words) {
    this.change({ listening: addTerm(this.listening, words) });
  }

  stopListeningFor(term) {
    this.change({ listening: dropTerm(this.listening, term) });
  }

  listenAsHouse(house) {
    this.change({ listening: { ...this.listening, house } });
  }

  // Ticking begins with an empty set and ends with null.
  startTicking(isOn) {
    this.ticked = isOn ? new Set() : null;
    this.store.say("change");
  }

  tick(key, isOn) {
    const ticked = new Set(this.ticked);
    if (isOn && ticked.size < MOST_TICKED) ticked.add(key);
    else ticked.delete(key);
    this.ticked = ticked;
    this.store.say("change");
  }

  close() {
    this.records.drop(this.run);
  }
}
