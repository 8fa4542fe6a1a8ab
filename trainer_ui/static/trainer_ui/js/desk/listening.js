// What is listened for: the house's search, and words of the trainee's own, which look through the crowd's voices too.

import { html, live, nothing } from "../../vendor/lit.js";
import { MOST_TERMS } from "../run/listening.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class Listening extends DeskElement {
  static properties = { count: { type: Number } };
  static hasNews = false;

  render() {
    const { listing, pack, isMine } = this.store;
    const { house, terms } = listing.listening;
    return html`<h3 class="queue-divider" id="listening-title">${this.t("queue.listening")}
        <span class="count-badge">${this.t("queue.found", { count: this.count })}</span></h3>
      <p class="queue-note small soft">${this.t("queue.listening_hint")}</p>
      <details class="listening" ?open=${terms.length > 0 || !house}>
        <summary class="small">${this.t("listening.terms")}</summary>
        <ul class="terms">
          <li><label class="small"><input type="checkbox" .checked=${live(house)} ?disabled=${!isMine}
            @change=${(event) => listing.listenAsHouse(event.target.checked)}> ${this.t("listening.house", { brand: pack.brand?.name })}</label></li>
          ${terms.map((term) => html`<li class="term small"><span dir="auto">${term}</span>
            <button class="button button-plain small" aria-label=${this.t("listening.drop", { term })} @click=${() => this.drop(term)}>${ICONS.drop}</button></li>`)}
        </ul>
        ${house ? nothing : html`<p class="queue-note small soft">${this.t("listening.house_off")}</p>`}
        ${isMine && terms.length < MOST_TERMS ? this.drawForm() : nothing}
      </details>`;
  }

  drawForm() {
    return html`<form class="row term-form" @submit=${this.add}>
      <label><span class="out-of-sight">${this.t("listening.term")}</span>
        <input name="term" maxlength="40" autocomplete="off" placeholder=${this.t("listening.term")}></label>
      <button class="button small">${this.t("listening.add")}</button></form>`;
  }

  add(event) {
    event.preventDefault();
    const { term } = event.target.elements;
    this.store.listing.listenFor(term.value);
    term.value = "";
  }

  // What had the focus disappears: the field takes it.
  async drop(term) {
    this.store.listing.stopListeningFor(term);
    await this.updateComplete;
    this.querySelector("[name=term]")?.focus();
  }
}

customElements.define("gp-listening", Listening);
