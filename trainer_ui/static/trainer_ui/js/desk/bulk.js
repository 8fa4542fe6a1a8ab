// What is done with several threads at once: mark as resolved, set aside. Each is an act of its own; the server judges each.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { MOST_TICKED } from "./listing.js";

class Bulk extends DeskElement {
  listNews() {
    const { listing, view } = this.store;
    return [listing.ticked && view.threads];
  }

  render() {
    const { listing, line, isLocked, view } = this.store;
    if (!listing.ticked) return nothing;
    const keys = [...listing.ticked];
    const waiting = keys.filter((key) => view.threads[key].unanswered.length).length;
    const isOff = !keys.length || isLocked;
    return html`<div class="bulk" role="group" aria-label=${this.t("bulk.title")}>
      <p class="small" role="status">${this.t("bulk.count", { count: keys.length })}${waiting ? ` · ${this.t("bulk.waiting", { count: waiting })}` : nothing}${
        keys.length === MOST_TICKED ? ` · ${this.t("bulk.most")}` : nothing}</p>
      <p class="row"><button class="button button-main small" data-do="resolve" ?disabled=${isOff || line !== "live"} @click=${() => this.resolve(keys)}>${this.t("bulk.resolve")}</button>
        <button class="button small" ?disabled=${isOff || !waiting} @click=${() => this.setAside(keys)}>${this.t("thread.aside")}</button>
        <button class="button button-plain small" data-do="end" @click=${this.end}>${this.t("bulk.end")}</button></p>
    </div>`;
  }

  resolve(keys) {
    const { view, sender } = this.store;
    for (const thread of keys.filter((key) => !view.threads[key].resolved)) sender.act("resolve", { thread });
    this.end();
  }

  setAside(keys) {
    const { asides, view } = this.store;
    for (const key of keys.filter((each) => view.threads[each].unanswered.length)) asides.put(key, { seq: view.seq });
    this.end();
  }

  // The button that had the focus is gone: the queue takes it.
  end() {
    this.store.listing.startTicking(false);
    this.store.listing.release();
    this.store.say("leave");
  }
}

customElements.define("gp-bulk", Bulk);
