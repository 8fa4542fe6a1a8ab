// Where replies and internal notes are written. Public, private and note differ in colour, border, icon and words; the text is kept per thread.

import { html, live, nothing } from "../../vendor/lit.js";
import { LONGEST_NOTE } from "../write/limits.js";
import { findGaps } from "../write/gaps.js";
import { countGraphemes } from "../write/graphemes.js";
import { signText } from "../write/signing.js";
import { readSlash } from "../write/templates.js";
import { drawChoice, drawGaps, drawLength, drawOther, drawSend, drawSignature } from "./composer-parts.js";
import { DeskElement } from "./element.js";
import "./template-list.js";

class Composer extends DeskElement {
  static properties = { draft: { state: true }, slash: { state: true }, confirming: { state: true } };

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
    this.store.addEventListener("note", () => this.turnToNote());
    this.store.addEventListener("templates", () => this.openTemplates());
  }

  load() {
    this.thread = this.store.selected;
    this.draft = this.store.drafts.read(this.thread);
    this.slash = null;
    this.isPicked = false;
    this.confirming = false;
    this.followAddressed();
  }

  // Nobody answers a private message in public by accident: until something is typed or picked, the reply goes the way the post came.
  followAddressed() {
    // Whom a moderator has thrown out can still write to people.
    if (this.store.thread?.closed) {
      if (this.draft.visibility === "public") this.draft = { ...this.draft, visibility: "private" };
      return;
    }
    if (this.draft.text || this.isPicked) return;
    const { visibility = "public" } = this.store.addressed ?? {};
    if (visibility !== this.draft.visibility) this.draft = { ...this.draft, visibility };
  }

  get choices() {
    const { store } = this;
    return [...(store.thread.closed ? [] : ["public"]), "private", ...(store.shows("notes") ? ["note"] : [])];
  }

  get isNote() {
    return this.draft.visibility === "note";
  }

  // Another post was picked: what is private is answered in private, also with words that were meant for somebody else.
  turnTo() {
    this.isPicked = false;
    const { visibility } = this.store.addressed;
    // A note stays one, whoever is picked: what is meant for colleagues must not turn into a reply by a click.
    if (this.isNote && this.draft.text) this.focusText();
    else if (this.draft.text) this.change(visibility === "private" ? { visibility } : {}, true);
    else this.focusText();
  }

  get area() {
    return this.querySelector("textarea");
  }

  get length() {
    if (this.isNote) return countGraphemes(this.draft.text.trim());
    return countGraphemes(signText(this.draft.text, this.store.pack.agent, this.draft.signed));
  }

  get limit() {
    if (this.isNote) return LONGEST_NOTE;
    return this.draft.visibility === "public" ? this.store.pack.channels[this.store.thread.channel]?.limit : null;
  }

  // What nobody has filled in yet. Colleagues can make of a note what they like.
  get gaps() {
    return this.isNote ? [] : findGaps(this.draft.text);
  }

  get canSend() {
    return this.draft.text.trim() !== "" && !this.store.isLocked && !(this.limit && this.length > this.limit);
  }

  render() {
    if (!this.store.thread) return nothing;
    const { visibility } = this.draft;
    const name = this.store.addressed?.name;
    return html`<form class="composer composer-${visibility}" @submit=${this.send} aria-label=${this.t(this.isNote ? "composer.title_note" : "composer.title")}>
      <div class="composer-head">
        <div class="switch" role="radiogroup" aria-label=${this.t("composer.visibility")}>
          ${this.choices.map((one) => drawChoice(this, one))}
        </div>
        <span class="composer-hint">${this.t(`composer.${visibility}_hint`, { name })}</span>
        ${this.isNote ? nothing : html`<span class="composer-to soft">${this.t("composer.to", { name })}</span>`}
      </div>
      ${drawOther(this)}
      <div class="composer-field">
        ${this.slash ? html`<gp-template-list .store=${this.store} .query=${this.slash.query} .addressee=${this.store.addressed}
          @pick=${this.pick} @dismiss=${this.dismiss}></gp-template-list>` : nothing}
        <textarea rows="4" aria-label=${this.t(this.isNote ? "composer.title_note" : "composer.text")} placeholder=${this.t(`composer.text_${visibility}`)}
          lang=${this.store.pack.language} dir="auto" spellcheck="true" aria-describedby="composer-keys"
          ?disabled=${this.store.isLocked} .value=${live(this.draft.text)}
          aria-haspopup="listbox" aria-controls=${this.slash ? "template-list" : nothing}
          @input=${this.type} @keydown=${this.press}></textarea>
      </div>
      ${drawGaps(this)}
      <div class="composer-foot">
        ${this.isNote ? nothing : html`<button class="button button-plain small" type="button" ?disabled=${this.store.isLocked} @click=${this.openTemplates}>
          <kbd>/</kbd> ${this.t("composer.templates")}</button>
        ${drawSignature(this)}`}
        <span class="composer-end">${drawLength(this)}
          ${drawSend(this)}</span>
      </div>
      <p class="out-of-sight" id="composer-keys">${this.t("composer.keys")}</p>
    </form>`;
  }

  type(event) {
    this.change({ text: event.target.value });
    this.slash = this.isNote ? null : readSlash(event.target.value, event.target.selectionStart);
  }

  press(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.send(event);
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) this.takeBack(event);
    else if (this.slash && this.querySelector("gp-template-list")?.press(event)) event.preventDefault();
  }

  // Where nothing is written that could be undone, undoing means the reply that has just been sent.
  takeBack(event) {
    const { held } = this.store.outbox;
    if (!held || this.draft.text) return;
    event.preventDefault();
    this.store.sender.takeBack(held.cmd_id);
  }

  change(part, focus = false) {
    this.confirming = false;
    this.draft = { ...this.draft, ...part };
    this.store.keepDraft(this.draft);
    if (focus) this.focusText();
  }

  writePrivately() {
    if (!this.store.thread || this.store.isLocked) return;
    // A note stays one: what is meant for colleagues must not turn into a message by a key.
    if (!this.isNote || !this.draft.text) this.pickVisibility("private");
    this.focusText();
  }

  pickVisibility(visibility) {
    this.isPicked = true;
    this.change({ visibility });
  }

  turnToNote() {
    if (!this.store.thread || this.store.isLocked || !this.choices.includes("note")) return;
    // What was begun for the public stays where it was begun.
    if (!this.draft.text) this.pickVisibility("note");
    this.focusText();
  }

  send(event) {
    event.preventDefault();
    if (!this.canSend || !this.confirmGaps(event)) return;
    if (this.isNote) this.store.sender.note(this.draft);
    else this.store.sender.reply(this.draft);
    this.load();
    this.focusText();
  }

  // With a gap in it, a reply goes out only at the second time; a key that is held down is still the first.
  confirmGaps(event) {
    if (this.confirming) return !event.repeat;
    this.confirming = this.gaps.length > 0;
    return !this.confirming;
  }

  showGap({ start, end }) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
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

  // What a template leaves open is where typing goes on.
  async pick({ detail }) {
    const { start } = this.slash;
    this.slash = null;
    await this.splice(start, this.area.selectionStart, detail);
    const gap = this.gaps.find((one) => one.start >= start && one.end <= start + detail.length);
    if (gap) this.showGap(gap);
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
