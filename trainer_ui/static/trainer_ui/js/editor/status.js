// Whether what is written is safe, who writes, and what to choose where two have written.

import { html, LitElement, nothing } from "../../vendor/lit.js";

class Status extends LitElement {
  static properties = { store: { attribute: false }, saver: { attribute: false }, pen: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    if (!this.saver || this.isListening) return;
    this.isListening = true;
    for (const each of [this.saver, this.pen]) each.addEventListener("change", () => this.requestUpdate());
  }

  render() {
    if (!this.saver) return nothing;
    const { t } = this.store;
    const isSafe = this.saver.state === "saved" || this.saver.state === "saving" || this.saver.state === "waiting";
    return html`<p class="save-state save-${this.saver.state} small" role="status">${this.pen.state === "theirs" && this.saver.state === "saved" ? t("pen.theirs", { who: this.pen.holder }) : t(`save.${this.saver.state}`)}${isSafe ? nothing : this.drawMessage()}</p>
      ${this.drawPen()} ${this.drawChoice()}`;
  }

  drawMessage() {
    return this.saver.message ? html` <span>${this.saver.message}</span>` : nothing;
  }

  drawPen() {
    const { t } = this.store;
    if (this.pen.state !== "free" && this.pen.state !== "idle") return nothing;
    return html`<button class="button" @click=${() => this.pen.take()}>${t("pen.take")}</button>`;
  }

  drawChoice() {
    const { t } = this.store;
    if (!this.saver.isStopped) return nothing;
    return html`<div class="note-late editor-choice" role="alert"><p>${t("choice.text", { who: this.saver.theirs.saved_by ?? t("choice.somebody") })}</p>
      <p class="row">${this.saver.state === "conflict" ? html`<button class="button" @click=${() => this.saver.keepMine()}>${t("choice.mine")}</button>` : nothing}
        <button class="button" @click=${() => this.takeTheirs()}>${t("choice.theirs")}</button></p></div>`;
  }

  async takeTheirs() {
    const text = await this.saver.takeTheirs();
    if (text === null) return;
    this.store.replace(text);
    this.saver.settle();
  }
}

customElements.define("gp-editor-status", Status);
