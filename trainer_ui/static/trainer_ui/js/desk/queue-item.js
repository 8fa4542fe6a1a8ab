// One thread of the queue: who, what, how long still, and where it stands, each in words and shape.

import { html, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { readDeadline, readTurn } from "../run/deadlines.js";
import { hasTags } from "../run/filters.js";
import { summarise } from "../run/summary.js";
import { drawDeadline, ICONS } from "./icons.js";

const ASIDE = { state: "aside" };
const BY_PEOPLE = ["reach", "heat"];

// `place` of `count` in its section.
export function drawItem(thread, { store, section, place, count }) {
  const { pack, runMs, t, listing } = store;
  const channel = pack.channels[thread.channel];
  const deadline = section === "aside" ? readAside(thread, store) : readDeadline(thread, runMs, channel);
  const { shown, reach } = summarise(thread);
  const isUnread = summarise(thread).last_seq > store.reads.upTo(thread.key);
  const covered = store.view.state === "paused";
  return html`<article class="queue-entry" aria-posinset=${place} aria-setsize=${count} aria-labelledby="name-${thread.key}">
    ${listing.ticked ? drawTick(thread, store) : nothing}
    <button class="queue-item left-${deadline.state} ${thread.unanswered.length ? "" : "queue-done"} ${isUnread ? "queue-unread" : ""}" data-thread=${thread.key}
        aria-current=${thread.key === store.selected ? "true" : "false"}>
      <span class="queue-top">
        <span class="queue-name" id="name-${thread.key}" dir="auto">${isUnread ? html`<span class="unread-mark" title=${t("queue.unread")}></span>` : nothing}${shown.name}</span>
        <span class="channel soft" title=${channel?.name}>${BY_PEOPLE.includes(listing.order) ? html`<span class="numbers">${drawReach(reach, t)}</span>` : nothing}
          ${ICONS[channel?.kind]}<span class="out-of-sight">${channel?.name}</span></span>
      </span>
      <span class="queue-text" lang=${pack.language} dir="auto">${covered ? "· · ·" : shown.text}</span>
      <span class="queue-foot">
        <span class="left">${drawDeadline(deadline)}
          <span class="numbers">${t(`left.${deadline.state}`, { left: formatSpan(Math.abs(deadline.left_ms ?? 0)) })}</span></span>
        <span class="soft">${drawTags(thread, t)} ${drawDesks(thread, store)} ${drawTurn(thread, store)}</span>
      </span>
      ${isUnread ? html`<span class="out-of-sight">${t("queue.unread")}</span>` : nothing}
    </button>
  </article>`;
}

function readAside({ key }, { asides, runMs }) {
  const until = asides.read()[key]?.until_ms ?? null;
  return until === null ? ASIDE : { state: "snoozed", left_ms: until - runMs };
}

function drawReach(reach, t) {
  return t("queue.reach", { reach: reach.toLocaleString(document.documentElement.lang) });
}

function drawTick(thread, { listing, t }) {
  const { name } = summarise(thread).shown;
  return html`<label class="queue-tick"><input type="checkbox" .checked=${listing.ticked.has(thread.key)}
    @change=${(event) => listing.tick(thread.key, event.target.checked)}><span class="out-of-sight">${t("bulk.tick", { name })}</span></label>`;
}

function drawTags(thread, t) {
  return hasTags(thread) ? html`<span title=${t("tag.product_feedback")}>${ICONS.tag}<span class="out-of-sight">${t("tag.product_feedback")}</span></span>` : nothing;
}

// Which desks have it, or, as soon as one has answered, which have.
function drawDesks({ desks }, { pack, t }) {
  const answered = Object.keys(desks).filter((key) => desks[key] === "answered");
  const keys = answered.length ? answered : Object.keys(desks);
  if (!keys.length) return nothing;
  const names = keys.map((key) => pack.desks.find((desk) => desk.key === key)?.name ?? key).join(", ");
  const word = t(answered.length ? "queue.desk_answered" : "queue.desk_asked", { desks: names });
  return html`<span class=${answered.length ? "desk-answered" : ""} title=${word}>${ICONS[answered.length ? "desk" : "handover"]}<span class="out-of-sight">${word}</span></span>`;
}

function drawTurn(thread, { drafts, t }) {
  if (drafts.drafted.has(thread.key)) return html`<strong class="turn-draft">${t("turn.draft")}</strong>`;
  const waiting = thread.unanswered.length;
  if (waiting > 1) return html`<strong>${t("queue.more", { count: waiting })}</strong>`;
  if (thread.state === "escalated" && waiting) return html`<strong>${t("turn.escalated")}</strong>`;
  const turn = readTurn(thread);
  return turn === "answered" ? nothing : html`<strong class="turn-${turn}">${t(`turn.${turn}`)}</strong>`;
}
