// A window in which something is written or chosen and then done. It stays open, with the words in it, until the server has
// said yes; where it says no, that stands in it.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

export class ActDialog extends DeskElement {
  static properties = { sent: { state: true }, act: { state: true } };

  get dialog() {
    return this.querySelector("dialog");
  }

  get progress() {
    return this.store.acts.find(this.sent);
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (this.sent && !this.progress) this.finish();
  }

  // `wording`: which words are written in it (write/words.js), if any are.
  async open(act, wording = null) {
    Object.assign(this, { act, wording, sent: null });
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.querySelector("input, select, textarea")?.focus();
  }

  // The server has it.
  finish() {
    if (this.wording) this.store.words.drop(this.wording);
    this.dialog.close();
    Object.assign(this, { act: null, sent: null });
  }

  // Closed, whichever way: where the place that had the focus before is gone, the queue takes it.
  giveBack() {
    const { activeElement } = document;
    if (activeElement === document.body || this.dialog.contains(activeElement)) this.store.say("leave");
  }

  // Ctrl+Enter sends, as it does in the composer.
  hurry(event) {
    const button = event.currentTarget.querySelector(".button-main");
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || button.disabled) return;
    event.preventDefault();
    event.currentTarget.requestSubmit(button);
  }

  do(type, fields) {
    if (this.progress?.status === "refused") this.store.acts.settle(this.sent);
    this.sent = this.store.sender.act(type, fields);
  }

  drawFoot(word, { disabled = false } = {}) {
    const { store, progress } = this;
    const isBusy = progress?.status === "sent";
    return html`
      ${progress?.status === "refused" ? html`<p class="act-refused" role="alert">${ICONS.warn} ${progress.message}</p>` : nothing}
      ${store.line === "live" ? nothing : html`<p class="act-refused" role="alert">${ICONS.cloud} ${this.t("act.no_line")}
        ${store.line === "signed_out" ? html`<button class="button small" type="button" @click=${() => store.say("sign_in")}>${this.t("line.sign_in")}</button>` : nothing}</p>`}
      <p class="row"><button class="button button-main" ?disabled=${disabled || isBusy || store.isLocked || store.line !== "live"}>
          ${isBusy ? this.t("act.busy") : word}</button>
        <button class="button" type="button" @click=${() => this.dialog.close()}>${this.t("act.cancel")}</button></p>`;
  }
}

// A choice among a few, each with what it is for and where it stands.
export function drawRadios(name, choices, { legend, language }) {
  return html`<fieldset class="choices"><legend>${legend}</legend>
    ${choices.map(({ key, title, about, state }, index) => html`<label class="choice"><input type="radio" name=${name} value=${key} required ?checked=${index === 0 && choices.length === 1}>
      <span><span lang=${language ?? nothing}>${title}</span>${about ? html`<span class="soft small" lang=${language ?? nothing}>${about}</span>` : nothing}${
        state ? html`<span class="choice-state small">${state}</span>` : nothing}</span></label>`)}
  </fieldset>`;
}
