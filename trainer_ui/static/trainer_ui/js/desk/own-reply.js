// What can be seen of second thoughts about one's own reply, and where they begin: the mark of a correction with the old
// words on demand, what stood there before it was deleted, and the two buttons.

import { html, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { drawBreakable } from "./breakable.js";
import { ICONS } from "./icons.js";

export function drawDeleted({ entry, store, t }) {
  return html`<p class="post-text post-gone">${ICONS.deleted} ${t("own.deleted", { time: formatSpan(entry.deleted_ms) })}</p>
    ${drawOld([{ text: entry.text }], t("own.show_deleted"), { store, t })}`;
}

export function drawOwn({ entry, store, t }) {
  const { earlier = [], deleted_ms: deletedMs = null } = entry;
  const time = earlier.length ? formatSpan(earlier.at(-1).until_ms) : "";
  return html`${earlier.length ? drawOld(earlier, html`${ICONS.corrected} ${t("own.corrected", { time })}`, { store, t }) : nothing}
    ${entry.reply !== undefined && deletedMs === null && store.isMine && !store.isLocked && store.shows("revise") ? drawButtons({ entry, store, t }) : nothing}`;
}

function drawOld(wordings, summary, { store, t }) {
  return html`<details class="post-earlier"><summary>${summary}</summary>
    ${wordings.map(({ text }) => (text === null ? html`<p class="soft">${t("post.erased")}</p>`
      : html`<p lang=${store.pack.language} dir="auto">${drawBreakable(text)}</p>`))}
  </details>`;
}

function drawButtons({ entry, store, t }) {
  const { thread } = store;
  const isShut = thread?.closed && entry.visibility === "public";
  return html`<footer class="post-own">
    ${isShut ? nothing : html`<button class="button button-plain small" @click=${() => store.say("revise", { act: "correct", entry })}>${ICONS.corrected} ${t("own.correct")}</button>`}
    <button class="button button-plain small" @click=${() => store.say("revise", { act: "delete", entry })}>${ICONS.deleted} ${t("own.delete")}</button>
  </footer>`;
}
