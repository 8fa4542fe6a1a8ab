// How the draft came to be: who, when, what; what each step changed, by colour and by sign; and the way back.

import { html, LitElement, nothing } from "../../vendor/lit.js";
import { formatTime } from "./clock.js";
import { ask } from "./line.js";

const SIGNS = { added: "+", removed: "−", same: " ", gap: " " };

class History extends LitElement {
  static properties = { store: { attribute: false }, saver: { attribute: false }, revisions: { state: true }, shown: { state: true }, said: { state: true } };

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.closest("[data-is-pane]").closest(".editor").addEventListener("pane", ({ detail }) => detail === "history" && this.look());
    if (!this.closest("[data-is-pane]").hidden) this.look();
  }

  updated(changed) {
    if (!changed.has("saver") || !this.saver) return;
    this.saver.addEventListener("change", () => {
      if (this.saver.state === "saved" && !this.closest("[data-is-pane]").hidden) this.look();
    });
    this.store.addEventListener("writable", () => this.requestUpdate());
  }

  async look() {
    const answer = await ask(this.store.editor.paths.history);
    if (answer.status === 200) this.revisions = answer.revisions;
  }

  async show(number, to) {
    if (this.shown?.number === number && this.shown.to === to) {
      this.shown = null;
      return;
    }
    const answer = await ask(`${this.store.editor.paths.history}${number}/?to=${to}`);
    if (answer.status === 200) this.shown = { ...answer, to };
  }

  async restore(number) {
    const { store, saver } = this;
    await saver.finish();
    const answer = await store.line.restore(number, saver.edition);
    if (answer.status === 200) {
      saver.adopt(answer);
      store.replace(answer.text);
      this.said = store.t("history.restored", { number });
      this.shown = null;
      this.look();
    } else this.said = answer.message ?? store.t("history.failed");
  }

  render() {
    if (!this.store) return nothing;
    const { t } = this.store;
    const list = this.revisions ?? [];
    return html`<h2>${t("history.title")}</h2><p class="small soft">${t("history.about")}</p><p class="small" role="status">${this.said ?? ""}</p>
      ${this.revisions && !list.length ? html`<p>${t("history.none")}</p>` : nothing}
      <ol class="history-list">${list.map((each) => this.drawRevision(each))}</ol>`;
  }

  drawRevision({ number, said, by, at, added, removed }) {
    const { t, writable } = this.store;
    const isShown = (to) => this.shown?.number === number && this.shown.to === to;
    return html`<li class="card revision"><p><strong>${t("history.number", { number })}</strong> <span>${said}</span></p>
      <p class="small soft">${by} · ${formatTime(at)} · <span class="line-added">+${added}</span> <span class="line-removed">−${removed}</span></p>
      <p class="row"><button class="button button-plain small" aria-expanded=${isShown("before")} @click=${() => this.show(number, "before")}>${t("history.changed")}</button>
        <button class="button button-plain small" aria-expanded=${isShown("now")} @click=${() => this.show(number, "now")}>${t("history.since")}</button>
        <button class="button button-plain small" ?disabled=${!writable} @click=${() => this.restore(number)}>${t("history.restore")}</button></p>
      ${this.shown?.number === number ? this.drawLines() : nothing}</li>`;
  }

  drawLines() {
    const { t } = this.store;
    if (!this.shown.lines.length) return html`<p class="small">${t("history.same")}</p>`;
    return html`<div class="changes" tabindex="0" role="region" aria-label=${t("history.changes")}><table><tbody>
      ${this.shown.lines.map(({ kind, old, new: fresh, text }) => html`<tr class="line-${kind}">
        <td class="numbers">${kind === "gap" ? "" : old}</td><td class="numbers">${kind === "gap" ? "" : fresh}</td>
        <td>${kind === "gap" ? t("history.gap", { count: fresh }) : html`<span class="line-sign" aria-hidden="true">${SIGNS[kind]}</span>${kind === "same" ? nothing : html`<span class="out-of-sight">${t(`history.${kind}`)}</span>`}<code>${text}</code>`}</td></tr>`)}
      </tbody></table></div>`;
  }
}

customElements.define("gp-editor-history", History);
