// The queue: who waits, and how long still. While somebody points at it or reads in it, it keeps its order.

import { html, nothing } from "../../vendor/lit.js";
import { isFiltered } from "../run/filters.js";
import "./bulk.js";
import { DeskElement } from "./element.js";
import "./listening.js";
import { drawItem } from "./queue-item.js";
import "./queue-tools.js";
import { Windowed } from "./windowed.js";

const OF_CROWD = 40;
// Who has not stirred for so long looks elsewhere, though the pointer was left here.
const STIRRED_MS = 8_000;

class Queue extends DeskElement {
  static properties = { isUnfolded: { state: true }, pages: { state: true } };

  static ticks = true;

  listen() {
    super.listen();
    this.windowed = new Windowed(this);
    for (const name of ["pointermove", "wheel", "keydown", "focusin"]) this.addEventListener(name, () => this.stir(), { passive: true });
    this.addEventListener("pointerleave", () => this.leave());
    this.addEventListener("focusout", ({ relatedTarget }) => { if (!this.contains(relatedTarget)) this.leave(); });
    this.store.addEventListener("tick", () => { if (performance.now() > this.until) this.store.listing.release(); });
  }

  stir() {
    this.until = performance.now() + STIRRED_MS;
    if (this.store.view.order.length) this.store.listing.hold();
  }

  leave() {
    if (!this.matches(":hover") && !this.contains(document.activeElement)) this.store.listing.release();
  }

  // Where the list is sorted anew, the browser lets go of the item in focus; it is given back.
  willUpdate(changed) {
    super.willUpdate(changed);
    const { activeElement } = document;
    this.focused = this.contains(activeElement) ? activeElement.dataset.thread : undefined;
  }

  updated() {
    this.windowed.update(this.closest(".panel"));
    if (this.focused && document.activeElement === document.body) this.querySelector(`[data-thread="${CSS.escape(this.focused)}"]`)?.focus();
    const selected = this.isFound ? null : this.querySelector('[aria-current="true"]');
    if (!selected) return;
    this.isFound = true;
    selected.scrollIntoView({ block: "nearest" });
  }

  listNews() {
    const { isReady, reads, second, selected, view } = this.store;
    return [view.threads, view.moods, second, isReady, reads.upTo(selected)];
  }

  render() {
    const { store } = this;
    const { sections, news } = store.listing.shown;
    const { open, listening, aside, answered, crowd } = sections;
    const empty = store.view.order.length ? "queue.empty" : store.view.seq ? "queue.begin" : "line.connecting";
    return html`
      <h2 class="panel-title" id="queue-title">${this.t("queue.title")}
        ${news ? this.drawNews(news) : html`<span class="count-badge">${this.drawCount(open.length)}</span>`}</h2>
      <gp-queue-tools .store=${store}></gp-queue-tools>
      ${open.length ? this.drawList("open", open, "queue-title") : html`<p class="empty">${this.t(empty)}</p>`}
      ${store.shows("listening") && store.isReady ? html`<gp-listening .store=${store} .count=${listening.length}></gp-listening>
        ${listening.length ? this.drawList("listening", listening, "listening-title") : nothing}` : nothing}
      ${aside.length
        ? html`<h3 class="queue-divider" id="aside-title">${this.t("queue.aside")}</h3>
            <p class="queue-note small soft">${this.t("queue.aside_hint")}</p>
            ${this.drawList("aside", aside, "aside-title")}`
        : nothing}
      ${answered.length
        ? html`<h3 class="queue-divider" id="answered-title">${this.t("queue.answered")}</h3>
            ${this.drawList("answered", answered, "answered-title")}`
        : nothing}
      ${crowd.length ? this.drawCrowd(crowd) : nothing}
      <gp-bulk .store=${store}></gp-bulk>`;
  }

  drawCount(count) {
    const { filter, waiting: { length: all } } = this.store.listing;
    return isFiltered(filter) ? this.t("queue.open_of", { count, all }) : this.t("queue.open", { count });
  }

  // In the place of the count, so that nothing moves for it.
  drawNews(count) {
    return html`<button class="button button-plain small queue-news" @click=${() => this.store.listing.release()}>${this.t("queue.news", { count })}</button>`;
  }

  // Everybody else: counted, and unfolded by whoever wants to read. The newest are drawn, older ones when they are asked for.
  drawCrowd(crowd) {
    const shown = OF_CROWD * (this.pages ?? 1);
    const older = this.isUnfolded ? crowd.length - shown : 0;
    return html`<details class="crowd" ?open=${this.isUnfolded} @toggle=${(event) => { this.isUnfolded = event.target.open; }}>
      <summary class="queue-divider" id="crowd-title">${this.t("queue.crowd", { count: crowd.length })}</summary>
      ${this.isUnfolded ? this.drawList("crowd", crowd.slice(0, shown), "crowd-title") : nothing}
      ${older > 0 ? html`<button class="button button-plain small" @click=${this.showOlder}>${this.t("queue.crowd_more", { count: Math.min(OF_CROWD, older) })}</button>` : nothing}
    </details>`;
  }

  showOlder() {
    this.pages = (this.pages ?? 1) + 1;
  }

  drawList(section, threads, label) {
    const { store } = this;
    const held = [this.focused, store.selected];
    const items = this.windowed.draw(section, threads, { held, drawItem: (thread, place, count) => drawItem(thread, { store, section, place, count }) });
    // A feed of which nothing is near enough to be drawn is not empty: it is not ready.
    return html`<div class="queue-list" role="feed" aria-labelledby=${label} aria-busy=${this.windowed.away.get(section)} @click=${this.choose} @keydown=${this.turn}>
      ${items}
    </div>`;
  }

  choose(event) {
    const item = event.target.closest(".queue-item");
    if (!item) return;
    this.store.select(item.dataset.thread);
    // Pressed by key (no pointer): straight on to the reply.
    if (event.detail === 0) this.store.say("reply");
  }

  // As in every feed: a page down is one thread down.
  turn(event) {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const items = [...this.querySelectorAll(".queue-item")];
    const at = items.indexOf(event.target);
    if (!step || at < 0) return;
    event.preventDefault();
    items[Math.max(0, Math.min(items.length - 1, at + step))].focus();
  }

  // What is chosen may be filtered away: then the first that is shown, and where nobody is, the desk itself.
  focusSelected() {
    const item = this.querySelector('.queue-item[aria-current="true"]') ?? this.querySelector(".queue-item");
    (item ?? document.querySelector("main")).focus();
  }
}

customElements.define("gp-queue", Queue);
