// Where replies are written. Public and private differ in colour, border, icon and words; the text is kept per thread.

import { html, live, nothing } from "../../vendor/lit.js";
import { countGraphemes } from "../write/graphemes.js";
import { signText } from "../write/signing.js";
import { readSlash } from "../write/templates.js";
import { drawChoice, drawLength, drawSignature } from "./composer-parts.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";
import "./template-list.js";

class Composer extends DeskElement {
  static properties = { draft: { state: true }, slash: { state: true } };

  willUpdate(changed) {
    super.willUpdate(changed);
    if (this.store.selected !== this.thread) this.load();
    else this.followAddressed();
  }

  listen() {
    super.listen();
    this.store.addEventListener("draft", () => this.load());
    this.store.addEventListener("pick", () => this.turnTo());
    this.store.addEventListener("insert", ({ detail }) => this.insert(detail));
    this.store.addEventListener("reply", () => this.focusText());
    this.store.addEventListener("private", () => this.writePrivately());
    this.store.addEventListener("templates", () => this.openTemplates());
  }

  load() {
    this.thread = this.store.selected;
    this.draft = this.store.drafts.read(this.thread);
    this.slash = null;
    this.isPicked = false;
    this.followAddressed();
  }

  // Nobody answers a private message in public by accident: until something is typed or picked, the reply goes the way the post came.
  followAddressed() {
    // Whom a moderator has thrown out can still write to people.
    if (this.store.thread?.closed) {
      if (this.draft.visibility !== "private") this.draft = { ...this.draft, visibility: "private" };
      return;
    }
    if (this.draft.text || this.isPicked) return;
    const { visibility = "public" } = this.store.addressed ?? {};
    if (visibility !== this.draft.visibility) this.draft = { ...this.draft, visibility };
  }

  get choices() {
    return this.store.thread.closed ? ["private"] : ["public", "private"];
  }

  // Another post was picked: what is private is answered in private, also with words that were meant for somebody else.
  turnTo() {
    this.isPicked = false;
    const { visibility } = this.store.addressed;
    if (this.draft.text) this.change(visibility === "private" ? { visibility } : {}, true);
    else this.focusText();
  }

  get area() {
    return this.querySelector("textarea");
  }

  get length() {
    return countGraphemes(signText(this.draft.text, this.store.pack.agent, this.draft.signed));
  }

  get limit() {
    return this.draft.visibility === "public" ? this.store.pack.channels[this.store.thread.channel]?.limit : null;
  }

  get canSend() {
    return this.draft.text.trim() !== "" && !this.store.isLocked && !(this.limit && this.length > this.limit);
  }

  render() {
    if (!this.store.thread) return nothing;
    const { visibility } = this.draft;
    const name = this.store.addressed?.name;
    return html`<form class="composer composer-${visibility}" @submit=${this.send} aria-label=${this.t("composer.title")}>
      <div class="composer-head">
        <div class="switch" role="radiogroup" aria-label=${this.t("composer.visibility")}>
          ${this.choices.map((one) => drawChoice(this, one))}
        </div>
        <span class="composer-hint">${this.t(`composer.${visibility}_hint`, { name })}</span>
        <span class="composer-to soft">${this.t("composer.to", { name })}</span>
      </div>
      <div class="composer-field">
        ${this.slash ? html`<gp-template-list .store=${this.store} .query=${this.slash.query} .addressee=${this.store.addressed}
          @pick=${this.pick} @dismiss=${this.dismiss}></gp-template-list>` : nothing}
        <textarea rows="4" aria-label=${this.t("composer.text")} placeholder=${this.t(`composer.text_${visibility}`)}
          lang=${this.store.pack.language} dir="auto" spellcheck="true" aria-describedby="composer-keys"
          ?disabled=${this.store.isLocked} .value=${live(this.draft.text)}
          aria-haspopup="listbox" aria-controls=${this.slash ? "template-list" : nothing}
          @input=${this.type} @keydown=${this.press}></textarea>
      </div>
      <div class="composer-foot">
        <button class="button button-plain small" type="button" ?disabled=${this.store.isLocked} @click=${this.openTemplates}>
          <kbd>/</kbd> ${this.t("composer.templates")}</button>
        ${drawSignature(this)}
        <span class="composer-end">${drawLength(this)}
          <button class="button ${visibility === "private" ? "button-private" : "button-main"}" ?disabled=${!this.canSend}>
            ${ICONS[visibility]} ${this.t(`composer.send_${visibility}`)}</button></span>
      </div>
      <p class="out-of-sight" id="composer-keys">${this.t("composer.keys")}</p>
    </form>`;
  }

  type(event) {
    this.change({ text: event.target.value });
    this.slash = readSlash(event.target.value, event.target.selectionStart);
  }

  press(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.send(event);
    else if (this.slash && this.querySelector("gp-template-list")?.press(event)) event.preventDefault();
  }

  change(part, focus = false) {
    this.draft = { ...this.draft, ...part };
    this.store.keepDraft(this.draft);
    if (focus) this.focusText();
  }

  writePrivately() {
    if (!this.store.thread || this.store.isLocked) return;
    this.pickVisibility("private");
    this.focusText();
  }

  pickVisibility(visibility) {
    this.isPicked = true;
    this.change({ visibility });
  }

  send(event) {
    event.preventDefault();
    if (!this.canSend) return;
    this.store.sender.reply(this.draft);
    this.load();
    this.focusText();
  }

  openTemplates() {
    const at = this.area?.selectionStart ?? 0;
    this.slash = { start: at, query: "" };
    this.focusText();
  }

  dismiss() {
    // A slash that only called the list goes with it, so that nobody sends it.
    if (this.draft.text === `/${this.slash.query}`) this.change({ text: "" });
    this.slash = null;
  }

  pick({ detail }) {
    const end = this.area.selectionStart;
    this.splice(this.slash.start, end, detail);
    this.slash = null;
  }

  insert(text) {
    if (!this.area || this.store.isLocked) return;
    this.splice(this.area.selectionStart, this.area.selectionEnd, text);
  }

  async splice(from, to, text) {
    const before = this.draft.text.slice(0, from);
    this.change({ text: before + text + this.draft.text.slice(to) }, true);
    await this.updateComplete;
    this.area.setSelectionRange(before.length + text.length, before.length + text.length);
  }

  async focusText() {
    await this.updateComplete;
    this.area?.focus();
  }
}

customElements.define("gp-composer", Composer);
