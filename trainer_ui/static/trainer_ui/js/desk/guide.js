// The guide of a run that teaches the desk: one step at a time, at the top, until it was done. It never takes the focus; what it points at
// has a frame (css/guide.css).

import { html, nothing } from "../../vendor/lit.js";
import { findPlace, nameDeed, readDeed } from "../run/guide.js";
import { DeskElement } from "./element.js";

class Guide extends DeskElement {
  listen() {
    super.listen();
    const { store } = this;
    if (!store.isGuided) return;
    store.addEventListener("event", ({ detail }) => this.note(readDeed(detail)));
    store.addEventListener("templates_shown", () => this.note(nameDeed("templates", store.selected)));
    store.addEventListener("change", () => this.noteOpened());
    this.noteOpened();
  }

  // Also what was still open when the page was loaded anew.
  noteOpened() {
    if (this.store.thread) this.note(nameDeed("opened", this.store.selected));
  }

  note(deed) {
    const { guiding, view } = this.store;
    if (!deed || view.state === "ended") return;
    guiding.note(deed);
    this.redraw();
  }

  get place() {
    const { store } = this;
    if (!store.isGuided || store.guiding.isOff || !store.view.seq || store.view.state === "ended") return null;
    return findPlace(store.pack.guide, { view: store.view, deeds: store.guiding.deeds });
  }

  // The live region stands from the first moment on, so that the first step is heard, too.
  render() {
    const { store, place } = this;
    if (!store.isGuided) return nothing;
    return html`<section class=${place ? "guide" : ""} aria-label=${this.t("guide.title")}>
      <div class="guide-step" role="status">${place ? this.drawStep(place) : nothing}</div>
      ${place ? html`<button class="button small" @click=${this.skip}>${this.t("guide.skip")}</button>` : nothing}
    </section>`;
  }

  drawStep({ nth, step, waits }) {
    const count = this.store.pack.guide.length;
    return html`<span class="guide-count small numbers">${this.t("guide.step", { nth, count })}</span>
      <p>${waits ? this.t(nth === 1 ? "guide.wait_first" : "guide.wait") : step.text} ${waits ? nothing : step.keys.map((name) => this.drawKey(name))}</p>`;
  }

  // As somebody has set them; who has switched single keys off is told of none.
  drawKey(name) {
    const { keymap, singleKeys } = this.store;
    if (name === "send") return html`<span class="guide-key"><kbd>${this.t("help.ctrl")}+Enter</kbd> ${this.t("help.send")}</span>`;
    return singleKeys ? html`<span class="guide-key"><kbd>${keymap.keys[name]}</kbd> ${this.t(`key.${name}`)}</span>` : nothing;
  }

  updated() {
    const at = this.place && !this.place.waits ? this.place.step.place : "";
    this.closest("gp-desk").toggleAttribute("data-guide", Boolean(at));
    if (at) this.closest("gp-desk").dataset.guide = at;
  }

  // The button that was pressed is gone: the queue takes the focus.
  async skip() {
    this.store.guiding.skip();
    this.redraw();
    await this.updateComplete;
    document.querySelector("gp-queue").focusSelected();
  }
}

customElements.define("gp-guide", Guide);
