// What the composer has beside its field where the way is a telephone or a mail: the two sides of a call-back, a time to offer, a subject.

import { html, live, nothing } from "../../vendor/lit.js";
import { LONGEST_SUBJECT, readKind } from "../run/ways.js";
import { offerCall } from "../write/calling.js";
import { ICONS } from "./icons.js";

export const TITLES = {
  note: "composer.title_note", callback: "composer.title_callback", call: "composer.title_call", mail: "composer.title_mail",
};

// Offered, or called already: what was said is noted. Who has no number cannot have called.
export function drawTelephone(composer) {
  const { draft: { visibility }, open, store, t } = composer;
  if (readKind(visibility) !== "call") return nothing;
  const canCall = open.includes("call");
  return html`<div class="composer-way small" role="radiogroup" aria-label=${t("way.call")}>
      ${["callback", "call"].map((one) => html`<label class="row"><input type="radio" name="telephone" .checked=${live(visibility === one)}
        ?disabled=${store.isLocked || (one === "call" && !canCall)} @change=${() => composer.pickVisibility(one)}> ${t(`way.${one}_one`)}</label>`)}
      ${canCall ? nothing : html`<span class="soft">${t("way.no_number")}</span>`}
      ${visibility === "callback" ? drawTime(composer) : nothing}
    </div>`;
}

function drawTime(composer) {
  const { body, store, t } = composer;
  const offer = () => {
    const { value } = composer.querySelector("[type=time]");
    if (value) composer.insert(offerCall(value, store.pack));
  };
  return html`<span class="row"><label>${t("way.time")} <input type="time" ?disabled=${store.isLocked}></label>
    <button class="button small" type="button" ?disabled=${store.isLocked} @click=${offer}>${t("way.insert")}</button>
    ${body.trim() && !/\d/u.test(body) ? html`<span class="way-missing">${ICONS.warn} ${t("way.no_time")}</span>` : nothing}</span>`;
}

export function drawSubject(composer) {
  const { isMail, subject, store, t } = composer;
  if (!isMail) return nothing;
  return html`<label class="composer-subject"><span class="small">${t("way.subject")}</span>
    <input type="text" maxlength=${LONGEST_SUBJECT} autocomplete="off" lang=${store.pack.language} dir="auto" spellcheck="true" ?disabled=${store.isLocked}
      .value=${live(subject)} @input=${({ target }) => composer.writeSubject(target.value)}></label>`;
}
