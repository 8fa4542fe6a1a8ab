// What robots made of a draft: how far they are, each robot's points against the pass mark, and what follows, in words.

import { html, nothing } from "../../vendor/lit.js";

export function drawRehearsal(rehearsal, { t, edition }) {
  const { state, done, total, edition: played } = rehearsal;
  if (state === "running") {
    return html`<p class="row"><label for="rehearsal-bar" class="small">${t("rehearsal.running", { done, total })}</label>
      <progress id="rehearsal-bar" max=${total} value=${done}></progress></p>`;
  }
  if (state !== "done") return html`<p class="small">${t(`rehearsal.${state}`)}</p>`;
  return html`${played === edition ? nothing : html`<p class="small soon-word">${t("rehearsal.older")}</p>`}
    <p class=${rehearsal.passed ? "gate-open" : "gate-shut"}><strong>${t(rehearsal.passed ? "rehearsal.passed" : "rehearsal.not_passed")}</strong>
      <span class="small soft">${t("rehearsal.level", rehearsal)}</span></p>
    <ul class="small">${rehearsal.findings.map((each) => html`<li>${each}</li>`)}</ul>
    <table class="robots"><caption class="small soft">${t("rehearsal.caption", { pass: rehearsal.pass })}</caption>
      <thead><tr><th scope="col">${t("rehearsal.robot")}</th><th scope="col">${t("rehearsal.score")}</th><th scope="col">${t("rehearsal.heat")}</th></tr></thead>
      <tbody>${rehearsal.robots.map(({ key, score, heat }) => html`<tr><th scope="row">${key}</th>
        <td class="numbers">${score[0]} <span class="soft">(${score[1]}–${score[2]})</span>${score[0] >= rehearsal.pass ? html` <span aria-hidden="true">✓</span>` : nothing}</td>
        <td class="numbers">${heat[0]}</td></tr>`)}</tbody></table>`;
}
