// One trainee on the wall: how they stand, in words and numbers, and what they sent last. Never what they are typing.

import { html, nothing } from "../../vendor/lit.js";
import { ICONS } from "../desk/icons.js";
import { formatSpan } from "../run/clock.js";
import { readHeat } from "../run/heat.js";
import { readAway } from "./reading.js";

export function drawCard(member, store) {
  const { t, views } = store;
  const view = member.run === null ? null : views.get(member.run);
  const away = readAway(member);
  return html`<li class="card member member-${member.state} ${away === null ? "" : "member-away"}" data-person=${member.person}>
    <header class="member-head"><h2>${member.name}</h2>
      <span class="small ${away === null ? "soft" : "late-word"}" role="status">${away === null ? t(`state.${view?.state === "paused" ? "paused" : member.state}`) : html`${ICONS.offline} ${t("away", { time: formatSpan(away) })}`}</span></header>
    ${view === null || view.seq === 0 ? nothing : drawRun(member, view, store)}
  </li>`;
}

function drawRun(member, view, store) {
  const { t, room } = store;
  const { waiting, soon, late, heat, last, run_ms } = store.read(member.run);
  const { level } = readHeat(heat);
  return html`<dl class="member-facts numbers">
      <div><dt>${t("card.time")}</dt><dd>${formatSpan(run_ms)}</dd></div>
      <div><dt>${t("card.waiting")}</dt><dd>${waiting}</dd></div>
      <div class=${soon ? "soon-word" : ""}><dt>${t("card.soon")}</dt><dd>${soon}</dd></div>
      <div class=${late ? "late-word" : ""}><dt>${t("card.late")}</dt><dd>${late}</dd></div>
      <div><dt>${t("card.heat")}</dt><dd>${t(`heat.${level}`)} <span class="soft">${heat}</span></dd></div>
    </dl>
    ${last === null
      ? html`<p class="soft small">${t("card.nothing_sent")}</p>`
      : html`<p class="member-last small" lang=${room.language} dir="auto"><span class="soft" lang=${document.documentElement.lang}>${t("card.sent", { time: formatSpan(last.at_ms) })}</span> ${last.text ?? t("card.erased")}</p>`}
    <div class="row">${drawActs(member, view, store)}</div>`;
}

function drawActs({ run, name, state }, view, store) {
  const { t, room, line } = store;
  if (state === "ended") return html`<a class="button small" href=${room.debrief_path.replace("0", run)}>${t("card.debrief")}<span class="out-of-sight">: ${name}</span></a>`;
  const turn = view.state === "paused" ? "resume" : "pause";
  const order = () => (turn === "pause" ? store.pause([run]) : store.command(turn, [run]));
  return html`<a class="button small" href=${room.desk_path.replace("0", run)} target="_blank">${t("card.open")}<span class="out-of-sight">: ${name}</span></a>
    <button class="button small" data-do=${turn} ?disabled=${line !== "live"} @click=${order}>${ICONS[turn]} ${t(`card.${turn}`)}<span class="out-of-sight">: ${name}</span></button>`;
}
