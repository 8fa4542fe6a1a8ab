// The window in which an own reply is corrected or deleted. It says what that does: everybody sees it, and what was read was read.

import { html, live, nothing } from "../../vendor/lit.js";
import { countGraphemes } from "../write/graphemes.js";
import { ActDialog } from "./act-dialog.js";
import { drawBreakable } from "./breakable.js";
import { drawLength } from "./composer-parts.js";

class Revise extends ActDialog {
  static properties = { text: { state: true } };
  static hasNews = false;

  listen() {
    super.listen();
    this.store.addEventListener("revise", ({ detail }) => this.begin(detail));
  }

  begin({ act, entry }) {
    const wording = act === "correct" ? `correct:${entry.reply}` : null;
    const kept = wording && this.store.words.read(wording);
    Object.assign(this, { entry, text: kept ?? entry.text ?? "", channel: this.store.thread.channel });
    this.open(act, wording);
  }

  get limit() {
    return this.entry.visibility === "public" ? this.store.pack.channels[this.channel]?.limit : null;
  }

  get length() {
    return countGraphemes(this.text.trim());
  }

  get canCorrect() {
    const text = this.text.trim();
    return text !== "" && text !== this.entry.text && !(this.limit && this.length > this.limit);
  }

  render() {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="revise-title" @close=${this.giveBack}>
      ${this.act ? this.drawForm() : nothing}</dialog>`;
  }

  drawForm() {
    const { language } = this.store.pack;
    const isDeletion = this.act === "delete";
    return html`<form @submit=${this.send} @keydown=${this.hurry}>
      <h2 id="revise-title">${this.t(`own.${this.act}_title`)}</h2>
      ${isDeletion
        ? html`<blockquote class="act-about" lang=${language} dir="auto">${drawBreakable(this.entry.text ?? "")}</blockquote>`
        : html`<label class="act-words"><span>${this.t("own.text")}</span>
            <textarea rows="5" required lang=${language} dir="auto" spellcheck="true" .value=${live(this.text)}
              @input=${this.type}></textarea></label>
            <p>${drawLength(this)}</p>`}
      <p class="soft small">${this.t(`own.${this.act}_hint`)}</p>
      ${this.drawFoot(this.t(`own.${this.act}_do`), { disabled: !isDeletion && !this.canCorrect })}
    </form>`;
  }

  type(event) {
    this.text = event.target.value;
    this.store.words.write(this.wording, this.text, this.entry.text ?? "");
  }

  send(event) {
    event.preventDefault();
    const { reply } = this.entry;
    if (this.act === "delete") this.do("delete", { reply });
    else this.do("correct", { reply, text: this.text.trim(), seen_seq: this.store.view.seq });
  }
}

customElements.define("gp-revise", Revise);
