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
