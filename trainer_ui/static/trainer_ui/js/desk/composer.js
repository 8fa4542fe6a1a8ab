// Where replies and internal notes are written. Public, private, call, mail and note differ in colour, border, icon and words; the text is
// kept per thread. A mail's subject is the first line of that text, and no part of what the field shows.

import { html, live, nothing } from "../../vendor/lit.js";
import { canReach, isPrivate, isProse, joinMail, LONGEST_SUBJECT, readKind, splitMail, turnText, wayOf } from "../run/ways.js";
import { LONGEST_NOTE } from "../write/limits.js";
import { findGaps } from "../write/gaps.js";
import { countGraphemes } from "../write/graphemes.js";
import { endWords, signText } from "../write/signing.js";
import { readSlash } from "../write/templates.js";
import { drawChoice, drawGaps, drawLength, drawOther, drawSend, drawSignature } from "./composer-parts.js";
import { drawSubject, drawTelephone, TITLES } from "./composer-ways.js";
import { DeskElement } from "./element.js";
import { Hints } from "./hints.js";
import "./template-list.js";

class Composer extends DeskElement {
  static properties = { draft: { state: true }, slash: { state: true }, confirming: { state: true } };

  willUpdate(changed) {
    this.hints ??= new Hints(this);
    super.willUpdate(changed);
    if (this.store.selected !== this.thread) this.load();
    else this.followAddressed();
  }

  listen() {
    super.listen();
    this.store.addEventListener("hint", () => this.hints.ask());
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
    this.kept = this.draft;
    this.slash = null;
    this.hints.shown = null;
    this.isPicked = false;
    this.confirming = false;
    this.followAddressed();
  }

  // Nobody answers a private message in public by accident: until something is typed or picked, the reply goes the way the post came. What is
  // not open to whom one is writing to goes on as a private message: only as it is drawn, for what opens it may be on its way after a reload.
  followAddressed() {
    if (!this.store.thread) return;
    const { kept } = this;
    const wanted = kept.text || this.isPicked ? kept.visibility : wayOf(this.store.addressed);
    const visibility = this.open.includes(wanted) ? wanted : "private";
    if (visibility !== this.draft.visibility) this.draft = { ...this.draft, visibility, text: turnText(kept.text, kept.visibility, visibility) };
  }

  // The ways that are open: who was thrown out can still write to people, and a number or an address has to be known.
  get open() {
    const { store } = this;
    const { persona } = store.addressed ?? {};
    const ways = store.shows("card") ? ["callback", "call", "mail"] : [];
    return [
      ...(store.thread.closed ? [] : ["public"]), "private",
      ...ways.filter((way) => canReach(store.view, persona, way, store.pack.way_entries ?? {})), ...(store.shows("notes") ? ["note"] : []),
    ];
  }

  get choices() {
    return [...new Set(this.open.map(readKind))];
  }

  get isNote() {
    return this.draft.visibility === "note";
  }

  get isMail() {
    return this.draft.visibility === "mail";
  }

  // What stands in the field.
  get body() {
    return this.isMail ? splitMail(this.draft.text).body : this.draft.text;
  }

  get subject() {
    return this.isMail ? splitMail(this.draft.text).subject : "";
  }

  withBody(body) {
    return this.isMail ? joinMail({ subject: this.subject, body }) : body;
  }

  // The same words on another way.
  turn(visibility) {
    return { visibility, text: turnText(this.draft.text, this.draft.visibility, visibility) };
  }

  // Another post was picked: what is private is answered in private, also with words that were meant for somebody else.
  turnTo() {
    this.isPicked = false;
    const way = wayOf(this.store.addressed);
    // A note stays one, whoever is picked: what is meant for colleagues must not turn into a reply by a click.
    if (this.isNote && this.draft.text) this.focusText();
    else if (this.draft.text) this.change(isPrivate(way) && !isPrivate(this.draft.visibility) ? this.turn(way) : {}, true);
    else this.focusText();
  }

  get area() {
    return this.querySelector("textarea");
  }

  get length() {
    if (!isProse(this.draft.visibility)) return countGraphemes(this.body.trim());
    return countGraphemes(signText(this.body, this.store.pack.agent, this.draft.signed));
  }

  get limit() {
    if (this.isNote) return LONGEST_NOTE;
    return this.draft.visibility === "public" ? this.store.pack.channels[this.store.thread.channel]?.limit : null;
  }

  // What nobody has filled in yet. Colleagues can make of what is only for them what they like.
  get gaps() {
    return isProse(this.draft.visibility) ? findGaps(this.body) : [];
  }

  get canSend() {
    const hasSubject = !this.isMail || (this.subject.trim() !== "" && countGraphemes(this.subject) <= LONGEST_SUBJECT);
    return this.body.trim() !== "" && hasSubject && !this.store.isLocked && !(this.limit && this.length > this.limit);
  }

  listNews() {
    const { addressed, thread } = this.store;
    return [thread, addressed, thread && this.open.join(" ")];
  }

  render() {
    if (!this.store.thread) return nothing;
    const { visibility } = this.draft;
    const name = this.store.addressed?.name;
    const title = this.t(TITLES[visibility] ?? "composer.title");
    return html`<form class="composer composer-${readKind(visibility)}" @submit=${this.send} aria-label=${title}>
      <div class="composer-head">
        <div class="switch" role="radiogroup" aria-label=${this.t("composer.visibility")}>
          ${this.choices.map((one) => drawChoice(this, one))}
        </div>
        <span class="composer-hint" role="status">${this.t(`composer.${visibility}_hint`, { name })}</span>
        ${this.isNote ? nothing : html`<span class="composer-to soft">${this.t("composer.to", { name })}</span>`}
      </div>
      ${drawOther(this)}
      ${drawTelephone(this)}${drawSubject(this)}
      <div class="composer-field">
        ${this.slash ? html`<gp-template-list .store=${this.store} .query=${this.slash.query} .addressee=${this.store.addressed}
          @pick=${this.pick} @dismiss=${this.dismiss}></gp-template-list>` : nothing}
        <textarea rows="4" aria-label=${TITLES[visibility] ? title : this.t("composer.text")} placeholder=${this.t(`composer.text_${visibility}`)}
          lang=${this.store.pack.language} dir="auto" spellcheck="true" aria-describedby="composer-keys"
          ?disabled=${this.store.isLocked} .value=${live(this.body)}
          aria-haspopup="listbox" aria-controls=${this.slash ? "template-list" : nothing}
          @input=${this.type} @keydown=${this.press}></textarea>
      </div>
      ${drawGaps(this)}${this.hints.draw()}
      <div class="composer-foot">
        ${isProse(visibility) ? html`<button class="button button-plain small" type="button" ?disabled=${this.store.isLocked} @click=${this.openTemplates}>
          <kbd>/</kbd> ${this.t("composer.templates")}</button>
        ${this.hints.drawButton()}${drawSignature(this)}` : nothing}
        <span class="composer-end">${drawLength(this)}
          ${drawSend(this)}</span>
      </div>
      <p class="out-of-sight" id="composer-keys">${this.t(isProse(visibility) ? "composer.keys" : "composer.keys_plain")}</p>
    </form>`;
  }

  type(event) {
    this.change({ text: this.withBody(event.target.value) });
    this.slash = isProse(this.draft.visibility) ? readSlash(event.target.value, event.target.selectionStart) : null;
  }

  writeSubject(subject) {
    this.change({ text: joinMail({ subject, body: this.body }) });
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
    this.kept = this.draft;
    this.store.keepDraft(this.draft);
    if (focus) this.focusText();
  }

  writePrivately() {
    if (!this.store.thread || this.store.isLocked) return;
    // A note stays one: what is meant for colleagues must not turn into a message by a key.
    if (!isPrivate(this.draft.visibility) && (!this.isNote || !this.draft.text)) this.pickVisibility("private");
    this.focusText();
  }

  pickVisibility(visibility) {
    this.isPicked = true;
    this.change(this.turn(visibility));
  }

  // Whoever cannot be called yet can be offered a call.
  pickKind(kind) {
    this.pickVisibility(kind === "call" && !this.open.includes("call") ? "callback" : kind);
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
    if (this.body === `/${this.slash.query}`) this.change({ text: this.withBody("") });
    this.slash = null;
  }

  // What a template leaves open is where typing goes on, or else the end of its words: nothing is written after the signature.
  async pick({ detail }) {
    const { start } = this.slash;
    this.slash = null;
    await this.splice(start, this.area.selectionStart, detail, endWords(detail, this.store.pack.agent));
    const gap = this.gaps.find((one) => one.start >= start && one.end <= start + detail.length);
    if (gap) this.showGap(gap);
  }

  insert(text) {
    if (!this.area || this.store.isLocked) return;
    this.splice(this.area.selectionStart, this.area.selectionEnd, text);
  }

  async splice(from, to, text, caret = text.length) {
    const before = this.body.slice(0, from);
    this.change({ text: this.withBody(before + text + this.body.slice(to)) }, true);
    await this.updateComplete;
    this.area.setSelectionRange(before.length + caret, before.length + caret);
  }

  async focusText() {
    await this.updateComplete;
    this.area?.focus();
  }
}

customElements.define("gp-composer", Composer);
