// The composer's small parts, each drawn from what the composer knows.

import { html, live, nothing } from "../../vendor/lit.js";
import { isSigned } from "../write/signing.js";
import { ICONS } from "./icons.js";

export function drawChoice(composer, one) {
  const { draft, store, t } = composer;
  return html`<label class="switch-${one}"><input type="radio" name="visibility" value=${one} .checked=${live(draft.visibility === one)}
    ?disabled=${store.isLocked} @change=${() => composer.pickVisibility(one)}>
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
  const key = over ? "composer.too_long" : limit ? "composer.length" : "composer.length_free";
  return html`<span class="length numbers small ${over ? "length-over" : "soft"}">${over ? ICONS.warn : nothing}
    ${t(key, { count: over ? count - limit : count, limit })}</span>`;
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
