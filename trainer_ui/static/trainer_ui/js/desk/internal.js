// What colleagues say to each other inside a thread: a note, a hand-over, and a desk's answer. Nobody outside reads it.

import { html } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { drawBreakable } from "./breakable.js";
import { ICONS } from "./icons.js";

export function drawInternal(entry, { pack, t }) {
  const name = pack.desks.find(({ key }) => key === entry.desk)?.name ?? entry.desk;
  return html`<article class="internal internal-${entry.kind}">
    <header class="post-head"><strong>${ICONS[entry.kind]} ${t(`internal.${entry.kind}`, { name })}</strong>
      <span class="post-time soft numbers">${t("post.at", { time: formatSpan(entry.at_ms) })}</span>
      <span class="internal-badge">${t("internal.badge")}</span></header>
    ${entry.text === null ? html`<p class="post-text soft">${t("post.erased")}</p>`
      : html`<p class="post-text" lang=${pack.language} dir="auto">${drawBreakable(entry.text)}</p>`}
  </article>`;
}
