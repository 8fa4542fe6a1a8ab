// Hints for what stands in the composer, when somebody asks for them: tone, reuse, privacy. They belong to the words they were asked for.

import { html, nothing } from "../../vendor/lit.js";
import { isProse, toCommand } from "../run/ways.js";
import { askHint } from "../wire/hint-line.js";
import { signText } from "../write/signing.js";
import { ICONS } from "./icons.js";

export class Hints {
  constructor(composer) {
    Object.assign(this, { composer, shown: null });
  }

  get isOffered() {
    const { store, draft } = this.composer;
    return ["guided", "hints"].includes(store.pack.help) && isProse(draft.visibility);
  }

  get canAsk() {
    const { store, body } = this.composer;
    return this.isOffered && body.trim() !== "" && !store.isLocked && !this.shown?.isAsked;
  }

  async ask() {
    if (!this.canAsk) return;
    const { store, draft } = this.composer;
    const asked = { isAsked: true, text: draft.text };
    this.show(asked);
    const answer = await askHint(store.pack.hints_path, {
      cmd_id: store.makeId(), thread: store.selected, post: store.addressed.post, ...toCommand(draft.visibility),
      text: signText(draft.text, store.pack.agent, draft.signed), seen_seq: store.view.seq,
    });
    // Whoever has gone on to another thread meanwhile asks there anew.
    if (this.shown === asked) this.show({ ...answer, text: asked.text });
  }

  show(shown) {
    this.shown = shown;
    this.composer.requestUpdate();
  }

  drawButton() {
    const { t } = this.composer;
    if (!this.isOffered) return nothing;
    return html`<button class="button button-plain small" type="button" ?disabled=${!this.canAsk} @click=${() => this.ask()}>${ICONS.hint} ${t("hint.ask")}</button>`;
  }

  // The place that is spoken stands there before anything is in it.
  draw() {
    if (!this.isOffered) return nothing;
    return html`<div class="hints small" role="status">${this.shown ? this.drawShown() : nothing}</div>`;
  }

  drawShown() {
    const { composer: { draft, t }, shown } = this;
    if (shown.isAsked) return html`<p class="soft">${t("hint.asked")}</p>`;
    if (!shown.findings) return html`<p>${ICONS.warn} ${shown.message ?? t(shown.isTooOften ? "hint.too_often" : "hint.no_answer")}</p>`;
    return html`<p class="hints-head"><strong>${shown.findings.length ? t("hint.found", { count: shown.findings.length }) : t("hint.nothing")}</strong>
        ${draft.text === shown.text ? nothing : html`<span class="soft">${t("hint.before")}</span>`}
        <button class="button button-plain small" type="button" @click=${() => this.dismiss()}>${t("hint.dismiss")}</button></p>
      ${shown.findings.length ? html`<ul>${shown.findings.map((found) => this.drawFound(found))}</ul>` : nothing}
      ${shown.good.length ? html`<p class="hints-good">${ICONS.check} ${t("hint.good", { what: shown.good.join(" · ") })}</p>` : nothing}`;
  }

  drawFound({ criterion, is_critical, title, why, advice, words }) {
    const { t, store } = this.composer;
    return html`<li class=${is_critical ? "hint-critical" : ""}><strong>${criterion}: ${title}</strong> ${why}
      ${words.map((one) => html`<button class="button small gap" type="button" lang=${store.pack.language} aria-label=${t("gaps.show", { gap: one })} @click=${() => this.point(one)}>${one}</button> `)}
      <span class="hint-advice">${advice}</span></li>`;
  }

  // To where the words stand, if they still do.
  point(words) {
    const start = this.composer.body.indexOf(words);
    if (start < 0) this.composer.focusText();
    else this.composer.showGap({ start, end: start + words.length });
  }

  dismiss() {
    this.show(null);
    this.composer.focusText();
  }
}
