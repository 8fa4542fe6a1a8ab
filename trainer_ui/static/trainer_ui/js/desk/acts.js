// What can be done with a thread beside answering: hand over, leave alone, hide, report, block (and take that back), tag, mark as resolved.

import { html, live, nothing } from "../../vendor/lit.js";
import { ActDialog, drawRadios } from "./act-dialog.js";
import { LONGEST_NOTE } from "../write/limits.js";
import { ICONS } from "./icons.js";
import "./propose.js";
import "./revise.js";

const TREATMENTS = { leave: "left_alone", hide: "hidden", report: "reported", block: "blocked" };
const KEYS = { escalate: "escalate", leave: "leave_alone", tag: "tag", untag: "tag", macros: "macros" };
// What is only pressed: there is no window that would keep it until the line is back.
const PRESSED = ["tag", "untag", "unblock", "resolve"];
const FEEDBACK = "product_feedback";

class Acts extends ActDialog {
  static properties = { isOpen: { state: true } };

  listen() {
    super.listen();
    this.store.addEventListener("escalate", () => this.choose("escalate"));
    this.store.addEventListener("leave_alone", () => this.choose("leave"));
    this.store.addEventListener("tag", () => this.choose(this.isTagged ? "untag" : "tag"));
    this.store.addEventListener("actions", () => this.unfold());
    document.addEventListener("click", (event) => { if (!this.contains(event.target)) this.isOpen = false; });
    this.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !this.contains(relatedTarget)) this.isOpen = false; });
  }

  get choices() {
    const { store } = this;
    return [
      ...(store.shows("desks") && store.pack.desks.length ? ["escalate"] : []),
      ...(store.shows("treat") ? ["leave", "hide", "report", this.isBlocked ? "unblock" : "block", this.isTagged ? "untag" : "tag"] : []),
      ...(store.thread?.resolved ? [] : ["resolve"]),
      ...(store.thread?.resolved && store.shows("treat") ? ["propose"] : []),
      "macros",
    ];
  }

  get isTagged() {
    const { addressed, thread } = this.store;
    return Boolean(thread?.tags[addressed?.post]?.includes(FEEDBACK));
  }

  get isBlocked() {
    return this.store.addressed?.persona in this.store.view.blocked;
  }

  listNews() {
    const { addressed, thread, view } = this.store;
    return [thread, addressed, view.threads[this.thread]];
  }

  render() {
    if (!this.store.thread || !this.store.isMine) return nothing;
    return html`<div class="acts" @keydown=${this.press} ?hidden=${this.store.isLocked}>
        <button class="button button-plain small acts-button" aria-expanded=${this.isOpen ? "true" : "false"} aria-controls="acts-list"
          @click=${() => { this.isOpen = !this.isOpen; }}>${ICONS.acts} ${this.t("act.menu")}</button>
        <ul class="acts-list" id="acts-list" ?hidden=${!this.isOpen}>${this.choices.map((act) => html`<li>
          <button class="acts-item" data-act=${act} ?disabled=${PRESSED.includes(act) && this.store.line !== "live"}
            @click=${() => this.choose(act)}>${ICONS[act]} <span>${this.t(`act.${act}`)}</span>
            ${KEYS[act] && this.store.singleKeys ? html`<kbd>${this.store.keymap.keys[KEYS[act]]}</kbd>` : nothing}</button></li>`)}</ul>
      </div>
      <dialog class="dialog ${this.act === "escalate" ? "dialog-wide" : ""}" aria-labelledby="act-title" @close=${this.giveBack}>${this.act ? this.drawForm() : nothing}</dialog>
      <gp-revise .store=${this.store}></gp-revise><gp-propose .store=${this.store}></gp-propose>`;
  }

  // By key: the menu opens with its first act in focus.
  async unfold() {
    if (!this.store.thread || !this.store.isMine || this.store.isLocked) return;
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector(".acts-item").focus();
  }

  press(event) {
    if (!this.isOpen) return;
    const items = [...this.querySelectorAll(".acts-item:enabled")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.fold();
    else if (step) items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
    else return;
    event.preventDefault();
  }

  // What had the focus is about to disappear: its button takes it.
  fold() {
    if (this.contains(document.activeElement)) this.querySelector(".acts-button").focus();
    this.isOpen = false;
  }

  choose(act) {
    if (!this.store.thread || !this.choices.includes(act) || this.store.isLocked || !this.store.isMine) return;
    this.fold();
    if (act === "macros" || act === "propose") this.store.say(act);
    else if (act === "resolve") this.store.sender.act("resolve", { thread: this.store.selected });
    else if (PRESSED.includes(act)) this.mark(act);
    else this.begin(act);
  }

  mark(act) {
    const { selected, addressed, line, sender } = this.store;
    const about = { thread: selected, post: addressed.post };
    if (line === "live") sender.act(act, act === "unblock" ? about : { ...about, tag: FEEDBACK });
  }

  // The post is the one of this moment, whoever writes meanwhile. What was written about another one is not about this.
  begin(act) {
    const about = this.store.addressed;
    if (about.seq !== this.about?.seq) this.querySelector("form")?.reset();
    Object.assign(this, { about, thread: this.store.selected });
    this.note = `escalate:${this.thread}:${about.post}`;
    this.open(act, act === "escalate" ? this.note : null);
  }

  drawForm() {
    return html`<form @submit=${this.send} @keydown=${this.hurry}>
      <h2 id="act-title">${this.t(`act.${this.act}_title`)}</h2>
      <blockquote class="act-about"><strong>${this.about.name}</strong> <span lang=${this.store.pack.language} dir="auto">${this.about.text}</span></blockquote>
      ${this.act === "escalate" ? this.drawHandOver() : this.drawReasons()}
      ${this.drawFoot(this.t(`act.${this.act}_do`))}
    </form>`;
  }

  // A desk may be asked about somebody else in the same thread: that it has the thread is said, and forbids nothing.
  drawHandOver() {
    const { desks, language } = this.store.pack;
    const states = this.store.view.threads[this.thread].desks;
    const choices = desks.map(({ key, name, about }) => ({ key, title: name, about, state: states[key] }));
    for (const choice of choices.filter(({ state }) => state)) choice.state = this.t(`act.desk_${choice.state}`);
    return html`${drawRadios("desk", choices, { legend: this.t("act.desk"), language })}
      <label class="act-words"><span>${this.t("act.note")}</span>
        <textarea name="note" rows="4" required maxlength=${LONGEST_NOTE} lang=${language} spellcheck="true"
          .value=${live(this.store.words.read(this.note) ?? "")} @input=${(event) => this.store.words.write(this.note, event.target.value)}></textarea>
        <span class="soft small">${this.t("act.note_hint")}</span></label>`;
  }

  drawReasons() {
    const reasons = this.store.pack.reasons[TREATMENTS[this.act]];
    const choices = reasons.map((key) => ({ key, title: this.t(`reason.${key}`) }));
    return html`${drawRadios("reason", choices, { legend: this.t("act.reason") })}
      <p class="soft small">${this.t(`act.${this.act}_hint`)}</p>`;
  }

  send(event) {
    event.preventDefault();
    const words = Object.fromEntries(new FormData(event.target));
    const about = { thread: this.thread, post: this.about.post };
    if (this.act === "escalate") this.do("escalate", { ...about, ...words });
    else this.do("treat", { ...about, as: TREATMENTS[this.act], ...words });
  }
}

customElements.define("gp-acts", Acts);
