// One post, by a customer or by the agent, on its way or arrived. The only thing that draws one in the browser;
// templates/trainer_ui/includes/post.html is its twin on the server, and a test compares their words.

import { html, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { splitMail } from "../run/ways.js";
import { drawBreakable } from "./breakable.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";
import { drawDeleted, drawOwn } from "./own-reply.js";

// A hue per name, so that an eye finds a person again; the same on the server.
export function pickHue(name) {
  return [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
}

export function pickInitials(name) {
  return name.split(/\s+/u).map((word) => [...word][0] ?? "").slice(0, 2).join("").toUpperCase();
}

// What of the desk a post's buttons depend on: drawn anew when this is another.
export function readHands({ isMine, isLocked, hasPen, thread }) {
  return `${isMine} ${isLocked} ${hasPen} ${Boolean(thread?.closed)}`;
}

class Post extends DeskElement {
  static hears = false;
  static properties = {
    entry: { attribute: false }, open: { type: Boolean }, addressed: { type: Boolean }, treated: { attribute: false },
    tags: { attribute: false }, hands: { attribute: false },
  };

  render() {
    const { entry } = this;
    const { brand, language } = this.store.pack;
    const mine = entry.kind === "reply";
    const name = mine ? brand.name : entry.name;
    const handle = mine ? brand.handle : entry.handle;
    return html`<article class="post ${mine ? "post-mine" : ""} ${["private", "note"].includes(entry.visibility) ? `post-${entry.visibility}` : ""} ${entry.way ? `post-${entry.way}` : ""}
        ${this.addressed ? "post-addressed" : ""} ${this.treated ? `post-${this.treated.as}` : ""}">
      <span class="avatar hue-${mine ? "brand" : pickHue(name)}" aria-hidden="true">${pickInitials(name)}</span>
      <div class="post-body">
        <header class="post-head">
          <strong class="post-name" dir="auto">${name}</strong>
          <span class="post-handle soft">${handle}</span>
          ${entry.at_ms === undefined ? nothing : html`<span class="post-time soft numbers">${this.t("post.at", { time: formatSpan(entry.at_ms) })}</span>`}
          ${entry.visibility === "note" ? html`<span class="post-badge">${ICONS.note} ${this.t("internal.note")}</span>` : nothing}
          ${entry.visibility === "private" ? html`<span class="post-badge">${ICONS[entry.way] ?? ICONS.private} ${this.t(entry.way ? `post.${entry.way}` : "post.private")}</span>` : nothing}
          ${mine ? nothing : this.drawActs()}
        </header>
        ${mine && entry.deleted_ms ? drawDeleted(this) : entry.text === null
          ? html`<p class="post-text soft">${this.t("post.erased")}</p>`
          : this.drawText(language)}
        ${entry.picture ? html`<img class="post-picture" src="${this.store.pack.pictures_path}${entry.seq}.svg" alt=${entry.picture.alt} lang=${language}>` : nothing}
        ${mine ? drawOwn(this) : nothing}
        ${this.treated ? this.drawTreated() : nothing}
        ${(this.tags ?? []).map((tag) => this.drawTag(tag))}
        ${entry.status ? this.drawStatus(entry) : nothing}
        ${this.open ? this.drawOpen() : nothing}
      </div>
    </article>`;
  }

  // A mail of ours begins with its subject.
  drawText(language) {
    const { entry: { kind, way, text } } = this;
    const { subject, body } = kind === "reply" && way === "mail" ? splitMail(text) : { body: text };
    return html`${subject ? html`<p class="post-subject" lang=${language} dir="auto"><span class="out-of-sight">${this.t("way.subject")}: </span>${drawBreakable(subject)}</p>` : nothing}
      <p class="post-text" lang=${language} dir="auto">${drawBreakable(body)}</p>`;
  }

  drawTreated() {
    const { as, reason } = this.treated;
    return html`<footer class="post-foot"><span class="post-treated">${ICONS[as]} ${this.t(`treated.${as}`)}: ${this.t(`reason.${reason}`)}</span>
      ${this.open || this.addressed ? nothing : this.drawAnswer()}</footer>`;
  }

  drawTag(tag) {
    const { isMine, isLocked, selected, sender } = this.store;
    return html`<p class="post-tag small">${ICONS.tag} ${this.t(`tag.${tag}`)}
      ${isMine && !isLocked ? html`<button class="button button-plain small"
        @click=${() => sender.act("untag", { thread: selected, post: this.entry.post, tag })}>${this.t("tag.off")}</button>` : nothing}</p>`;
  }

  // What was hidden or reported is out of the queue, and may get a word all the same.
  drawAnswer() {
    const { isMine, isLocked, thread } = this.store;
    if (!isMine || isLocked || thread?.closed) return nothing;
    return html`<button class="button button-plain small" @click=${this.address}>${this.t("post.answer_this")}</button>`;
  }

  // Anybody's post can be meant by an act, also one of the crowd's, for which nobody waits.
  drawActs() {
    const { isMine, isLocked } = this.store;
    if (!isMine || isLocked || !this.store.shows("treat")) return nothing;
    return html`<button class="button button-plain post-acts" aria-label=${this.t("post.act")} title=${this.t("post.act")} @click=${this.act}>${ICONS.acts}</button>`;
  }

  drawOpen() {
    return html`<footer class="post-foot">
      <span class="post-open">${this.t("post.open")}</span>
      ${this.addressed ? nothing : html`<button class="button button-plain small" @click=${this.address}>${this.t("post.answer_this")}</button>`}
    </footer>`;
  }

  drawStatus({ status, message }) {
    const icon = { held: ICONS.cloud, queued: ICONS.cloud, refused: ICONS.warn }[status] ?? nothing;
    return html`<footer class="post-foot post-status status-${status}">
      <span>${icon} ${this.t(`post.${status}`, { message })}</span>
      ${status === "held" && this.store.hasPen
        ? html`<button class="button small" @click=${() => this.store.sender.takeBack(this.entry.cmd_id)}>${this.t("post.take_back")} <kbd>${this.t("help.ctrl")}+Z</kbd></button>` : nothing}
      ${status === "refused"
        ? html`<button class="button small" @click=${() => this.store.sender.retry(this.entry.cmd_id)}>${this.t("post.retry")}</button>
            <button class="button small" @click=${() => this.store.sender.reopen(this.entry.cmd_id)}>${this.t("post.reopen")}</button>`
        : nothing}
    </footer>`;
  }

  address() {
    this.store.pick(this.entry.post);
  }

  // The click is no click beside the menu that it opens.
  act(event) {
    event.stopPropagation();
    this.address();
    this.store.say("actions");
  }
}

customElements.define("gp-post", Post);
