// The calm end: what comes next, and whatever could not be sent any more.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class Ended extends DeskElement {
  static properties = { folded: { state: true } };
  static hasNews = false;

  render() {
    const { view, pack } = this.store;
    const leftovers = [...this.store.leftovers, ...this.store.outbox.refused().map(({ text }) => text)];
    if (view.state !== "ended") return nothing;
    if (this.folded) return this.drawFolded();
    return html`<section class="ended card" aria-labelledby="ended-title">
      <h2 id="ended-title" tabindex="-1">${ICONS.check} ${this.t("ended.title")}</h2>
      <p>${this.t("ended.text")}</p>
      ${leftovers.length
        ? html`<p class="small">${this.t("ended.unsent")}</p>
            <ul class="leftovers" lang=${pack.language}>${leftovers.map((text) => html`<li dir="auto">${text}</li>`)}</ul>`
        : nothing}
      <p class="row"><a class="button button-main" href=${pack.debrief_path}>${this.t("ended.debrief")}</a>
        <button class="button button-plain" @click=${() => { this.folded = true; }}>${this.t("ended.stay")}</button></p>
    </section>`;
  }

  // The way on stays in sight.
  drawFolded() {
    return html`<p class="ended-folded small">${ICONS.check} <strong>${this.t("ended.title")}</strong>
      <a href=${this.store.pack.debrief_path}>${this.t("ended.debrief")}</a></p>`;
  }

  updated() {
    const title = this.querySelector("#ended-title");
    if (title && !this.announced) title.focus();
    else if (this.folded && this.announced) this.querySelector(".ended-folded a").focus();
    this.announced = Boolean(title);
  }
}

customElements.define("gp-ended", Ended);
