// What a coach has said to whoever plays the run: the last word in full, earlier ones folded. It takes no focus, and is read out politely.

import { html, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { DeskElement } from "./element.js";

class Whisper extends DeskElement {
  render() {
    const said = this.store.view.whispers.filter(({ text }) => text !== null).reverse();
    if (!said.length) return nothing;
    const [last, ...earlier] = said;
    return html`<section class="side-line" aria-labelledby="whisper-title">
      <h2 class="panel-title" id="whisper-title">${this.t("whisper.title")}</h2>
      ${this.draw(last)}
      ${earlier.length ? html`<details class="small"><summary>${this.t("whisper.earlier", { count: earlier.length })}</summary>${earlier.map((each) => this.draw(each))}</details>` : nothing}
    </section>`;
  }

  draw({ text, at_ms, thread }) {
    const { store } = this;
    const isElsewhere = thread in store.view.threads && thread !== store.selected;
    return html`<p dir="auto">${text} <span class="soft small numbers">${formatSpan(at_ms)}</span>
      ${isElsewhere ? html`<button class="button small" @click=${() => store.select(thread)}>${this.t("whisper.open")}</button>` : nothing}</p>`;
  }
}

customElements.define("gp-whisper", Whisper);
