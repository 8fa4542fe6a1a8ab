// What narrows and sorts the queue: words to look for, and a fold with the rest.

import { html, live, nothing } from "../../vendor/lit.js";
import { countFilters, isFiltered, SHOWN_STATES } from "../run/filters.js";
import { countReplies } from "../run/load.js";
import { ORDERS } from "../run/ordering.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class QueueTools extends DeskElement {
  static ticks = true;

  listNews() {
    return [this.replies];
  }

  render() {
    const { listing } = this.store;
    const count = countFilters(listing.filter);
    return html`<div class="queue-tools">
      <label class="queue-search"><span class="out-of-sight">${this.t("tools.search")}</span>${ICONS.found}
        <input type="search" placeholder=${this.t("tools.search")} .value=${live(listing.filter.query)} @input=${(event) => listing.narrow({ query: event.target.value })}></label>
      <details class="queue-view">
        <summary class="small">${count ? this.t("tools.view_count", { count }) : this.t("tools.view")}</summary>
        <div class="queue-choices small">
          ${this.drawChoice("order", Object.keys(ORDERS), { chosen: listing.order, say: (key) => this.t(`order.${key}`), pick: (order) => listing.change({ order }) })}
          ${this.drawChannels()}
          ${this.drawFilter("state", Object.keys(SHOWN_STATES), (key) => this.t(`state.${key}`))}
          ${this.drawFilter("due", ["soon", "late"], (key) => this.t(`due.${key}`))}
          ${this.drawTick("isPrivate", "tools.private")}
          ${this.drawTick("isDrafted", "tools.drafted")}
          ${this.store.shows("treat") ? this.drawTick("isTagged", "tools.tagged") : nothing}
          ${this.store.isMine && !listing.ticked ? html`<button class="button small" @click=${this.select}>${ICONS.check} ${this.t("bulk.start")}</button>` : nothing}
        </div>
      </details>
      ${isFiltered(listing.filter) ? html`<p class="queue-narrowed small" role="status">${this.t("tools.narrowed")}
        <button class="button button-plain small" @click=${() => listing.showAll()}>${this.t("tools.all")}</button></p>` : nothing}
      ${this.store.shows("load") ? this.drawLoad() : nothing}
    </div>`;
  }

  // The button is gone then: the fold closes over its place, and the first box to tick takes the focus.
  async select() {
    this.querySelector("details").open = false;
    this.store.listing.startTicking(true);
    const queue = this.closest("gp-queue");
    await queue.updateComplete;
    (queue.querySelector(".queue-tick input") ?? queue.querySelector(".bulk [data-do=end]")).focus();
  }

  get replies() {
    const { view, runMs } = this.store;
    return this.store.shows("load") ? countReplies(view, runMs) : null;
  }

  // One's own pace, to know it: no target, no colour. Who waits stands above.
  drawLoad() {
    return html`<p class="queue-load small soft">${this.t("load.replies", { count: this.replies })}</p>`;
  }

  drawFilter(part, keys, say) {
    const { listing } = this.store;
    return this.drawChoice(part, ["", ...keys], {
      chosen: listing.filter[part], say: (key) => (key ? say(key) : this.t("tools.any")), pick: (value) => listing.narrow({ [part]: value }),
    });
  }

  drawChannels() {
    const { channels } = this.store.pack;
    const keys = Object.keys(channels);
    return keys.length < 2 ? nothing : this.drawFilter("channel", keys, (key) => channels[key].name);
  }

  drawChoice(name, keys, { chosen, say, pick }) {
    return html`<label>${this.t(`tools.${name}`)} <select name=${name} .value=${live(chosen)} @change=${(event) => pick(event.target.value)}>
      ${keys.map((key) => html`<option value=${key} ?selected=${key === chosen}>${say(key)}</option>`)}</select></label>`;
  }

  drawTick(part, sentence) {
    const { listing } = this.store;
    return html`<label class="row"><input type="checkbox" .checked=${live(listing.filter[part])}
      @change=${(event) => listing.narrow({ [part]: event.target.checked })}> ${this.t(sentence)}</label>`;
  }
}

customElements.define("gp-queue-tools", QueueTools);
