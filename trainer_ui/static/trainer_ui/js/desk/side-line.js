// Help for whoever wants to be led: one calm line at the side that says who comes next and why, and what their channel promises. It never speaks by
// itself, takes no focus and moves nothing.

import { html, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { findNext } from "../run/next.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class SideLine extends DeskElement {
  static ticks = true;

  get isOffered() {
    const { isMine, pack, view } = this.store;
    return pack.help === "guided" && isMine && view.state !== "ended";
  }

  listNews() {
    const { view, second } = this.store;
    return this.isOffered ? [view.threads, view.moods, second] : [];
  }

  render() {
    const { store } = this;
    if (!this.isOffered) return nothing;
    const next = findNext(store.listing.waiting, { runMs: store.runMs, channels: store.pack.channels, moods: store.view.moods });
    return html`<section class="side-line" aria-labelledby="next-title">
      <h2 class="panel-title" id="next-title">${this.t("next.title")}</h2>
      ${next ? this.drawNext(next) : html`<p class="small">${this.t("next.nobody")}</p>`}</section>`;
  }

  drawNext({ key, name, why, left_ms, reach, target_ms, isPrivate }) {
    const { store } = this;
    const isHere = key === store.selected;
    const left = formatSpan(Math.abs(left_ms ?? 0));
    return html`<p><strong dir="auto">${name}</strong>${isHere ? html` <span class="soft small">${this.t("next.here")}</span>` : nothing}</p>
      <p class="small">${this.t(`next.${why}`, { left, reach: reach.toLocaleString(document.documentElement.lang) })}</p>
      ${target_ms === null ? nothing : html`<p class="small soft">${this.t("next.promised", { time: formatSpan(target_ms) })}</p>`}
      ${isPrivate ? html`<p class="small">${ICONS.private} ${this.t("next.private")}</p>` : nothing}
      <p class="small">${this.t(store.shows("treat") ? "next.read_leave" : "next.read")}</p>
      ${isHere ? html`<p class="small soft">${this.t("next.ask")}</p>` : html`<p><button class="button small" @click=${() => this.open(key)}>${this.t("next.open")}</button></p>`}`;
  }

  // The button is gone then: the reply takes the focus.
  open(key) {
    this.store.select(key);
    this.store.say("reply");
  }
}

customElements.define("gp-side-line", SideLine);
