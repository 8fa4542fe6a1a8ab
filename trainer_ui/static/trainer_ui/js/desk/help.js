// The keys, how to set them anew, the switch for people whose other tools use single keys too, and what else is a matter of taste.

import { html, live, nothing } from "../../vendor/lit.js";
import { DEFAULT_KEYS } from "../write/keymap.js";
import { DeskElement } from "./element.js";

const TASTES = ["title", "sound"];

class Help extends DeskElement {
  static properties = { asked: { state: true }, problem: { state: true } };
  static hasNews = false;

  listen() {
    super.listen();
    this.store.addEventListener("help", () => this.querySelector("dialog").showModal());
  }

  render() {
    const { keymap, singleKeys, preferences } = this.store;
    return html`<button class="button button-plain small" aria-label=${this.t("help.open")} @click=${() => this.store.say("help")}><kbd>${keymap.keys.help}</kbd></button>
      <dialog class="dialog dialog-keys" aria-labelledby="help-title" @keydown=${this.press} @close=${this.stop}>
        <h2 id="help-title">${this.t("help.title")}</h2>
        <table class="keys"><tbody>${Object.keys(DEFAULT_KEYS).map((action) => this.drawKey(action, keymap.keys[action]))}
          ${this.drawFixed().map(([key, what]) => html`<tr><td><kbd>${key}</kbd></td><td>${what}</td><td></td></tr>`)}</tbody></table>
        <p class="small keys-said" role="status">${this.problem ?? nothing}</p>
        ${keymap.isChanged ? html`<p><button class="button small" @click=${this.reset}>${this.t("help.reset")}</button></p>` : nothing}
        <p><label class="row"><input type="checkbox" .checked=${singleKeys} @change=${this.switchKeys}> ${this.t("help.singles")}</label>
          ${TASTES.map((name) => html`<label class="row"><input type="checkbox" name=${name} .checked=${live(preferences.has(name))}
            @change=${(event) => this.store.prefer(name, event.target.checked)}> ${this.t(`prefer.${name}`)}</label>`)}</p>
        <p><a href=${this.store.pack.handbook_path} target="_blank" rel="noopener">${this.t("help.handbook")}</a></p>
        <form method="dialog"><button class="button button-main">${this.t("help.close")}</button></form>
      </dialog>`;
  }

  drawKey(action, key) {
    const word = this.t(`key.${action}`);
    const isAsked = this.asked === action;
    return html`<tr><td>${isAsked ? html`<em class="small">${this.t("help.press")}</em>` : html`<kbd>${key}</kbd>`}</td><td>${word}</td>
      <td><button class="button button-plain small" data-bind=${action}
        @click=${() => this.ask(action)}>${this.t(isAsked ? "help.keep" : "help.change")}<span class="out-of-sight">: ${word}</span></button></td></tr>`;
  }

  drawFixed() {
    const undo = this.store.pack.undo ? [[`${this.t("help.ctrl")}+Z`, this.t("help.take_back")]] : [];
    return [
      ["Enter", this.t("key.reply")], ["1–9", this.t("help.digits")], [`${this.t("help.ctrl")}+Enter`, this.t("help.send")], ...undo, ["Esc", this.t("help.escape")],
    ];
  }

  ask(action) {
    Object.assign(this, { asked: this.asked === action ? null : action, problem: null });
    if (this.asked) this.problem = this.t("help.press_for", { what: this.t(`key.${action}`) });
  }

  // The next key is the one; Tab and Enter stay what they are, Escape takes it back.
  press(event) {
    if (!this.asked || ["Tab", "Enter", "Shift", "AltGraph", "Control", "Alt", "Meta", "CapsLock"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return this.stop();
    const isAltGr = event.getModifierState("AltGraph") || event.ctrlKey || event.altKey || event.metaKey;
    const problem = this.store.keymap.bind(this.asked, { key: event.key, isAltGr });
    if (problem) return this.refuse(problem, event.key);
    this.problem = this.t("help.bound", { key: event.key, what: this.t(`key.${this.asked}`) });
    this.asked = null;
    return this.store.say("change");
  }

  refuse({ why, by }, key) {
    this.problem = this.t(`refused.${why}`, { key, what: by ? this.t(`key.${by}`) : "" });
  }

  stop() {
    Object.assign(this, { asked: null, problem: null });
  }

  // The button is gone then: the first key takes the focus.
  reset() {
    this.store.keymap.reset();
    this.problem = this.t("help.was_reset");
    this.store.say("change");
    this.querySelector("[data-bind]").focus();
  }

  switchKeys(event) {
    this.store.setSingleKeys(event.target.checked);
  }
}

customElements.define("gp-help", Help);
