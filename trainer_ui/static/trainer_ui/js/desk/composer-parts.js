// The composer's small parts, each drawn from what the composer knows.

import { html, live, nothing } from "../../vendor/lit.js";
import { readKind } from "../run/ways.js";
import { isSigned } from "../write/signing.js";
import { ICONS } from "./icons.js";

const BUTTONS = { public: "button-main", private: "button-private", call: "button-call", mail: "button-mail", note: "button-note" };
const GAPS_SHOWN = 6;

export function drawChoice(composer, one) {
  const { draft, store, t } = composer;
  return html`<label class="switch-${one}"><input type="radio" name="visibility" value=${one} .checked=${live(readKind(draft.visibility) === one)}
    ?disabled=${store.isLocked} @change=${() => composer.pickKind(one)}>
    <span>${ICONS[one]} ${t(`composer.${one}`)}</span></label>`;
}

// A box to tick while the signature is still to be added; a word once it stands in the text.
export function drawSignature(composer) {
  const { draft, store, t } = composer;
  const { agent } = store.pack;
  if (!agent) return nothing;
  if (draft.text.trim() && isSigned(draft.text, agent)) {
    return html`<span class="signature soft small">${ICONS.check} ${t("composer.signed", { agent })}</span>`;
  }
  return html`<label class="signature small"><input type="checkbox" .checked=${live(draft.signed)} ?disabled=${store.isLocked}
    @change=${(event) => composer.change({ signed: event.target.checked })}> ${t("composer.sign", { agent })}</label>`;
}

export function drawLength({ length: count, limit, t }) {
  const over = limit && count > limit;
  if (over) return html`<span class="length numbers small length-over">${ICONS.warn} ${t("composer.too_long", { count: count - limit })}</span>`;
  return html`<span class="length ${limit ? "length-limited" : ""} numbers small soft">${limit ? t("composer.length", { count, limit }) : count}
    <span class="length-unit">${t("composer.characters")}</span></span>`;
}

// What is not filled in yet, each a way to its place; said louder when somebody was about to send it.
export function drawGaps(composer) {
  const { confirming, gaps, store, t } = composer;
  if (!gaps.length) return nothing;
  return html`<div class="composer-gaps small ${confirming ? "gaps-asked" : ""}" role=${confirming ? "alert" : "status"}>
    <span>${ICONS.warn} ${t("gaps.open", { count: gaps.length })}</span>
    ${gaps.slice(0, GAPS_SHOWN).map((gap) => html`<button class="button small gap" type="button" ?disabled=${store.isLocked}
      aria-label=${t("gaps.show", { gap: gap.text })} @click=${() => composer.showGap(gap)}>${gap.text}</button>`)}
    ${confirming ? html`<strong>${t("gaps.asked")}</strong>` : nothing}</div>`;
}

export function drawSend({ canSend, confirming, draft: { visibility }, t }) {
  const kind = readKind(visibility);
  return html`<button class="button ${BUTTONS[kind]}" ?disabled=${!canSend}>${ICONS[confirming ? "warn" : kind]}
    ${t(confirming ? "gaps.send" : `composer.send_${visibility}`)}</button>`;
}

// Another device has written in this thread: which text stands, and the other one for whoever wants it.
export function drawOther({ store, t }) {
  const { copies, selected } = store;
  const other = copies.others.get(selected);
  if (!other) return nothing;
  return html`<div class="composer-other small" role="status">
    <p>${ICONS.corrected} ${t(`other.${other.stands}`)}</p>
    <button class="button button-plain small" type="button" @click=${() => copies.dismiss(selected)}>${t("other.dismiss")}</button>
    ${other.text ? html`<details><summary>${t("other.show")}</summary><p class="other-text" lang=${store.pack.language}>${other.text}</p>
      <button class="button small" type="button" ?disabled=${store.isLocked} @click=${() => copies.swap(selected)}>${t("other.swap")}</button></details>` : nothing}</div>`;
}
