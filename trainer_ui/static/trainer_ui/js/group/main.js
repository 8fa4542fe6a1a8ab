// The same minute of everybody, to scrub through: a slider, and a card for each run.

import { html, LitElement, nothing, repeat } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { readHeat } from "../run/heat.js";
import { GROUP_STRINGS } from "../texts/group-strings.js";
import { makeTranslate } from "../texts/translate.js";
import { findBusiest, readMinute } from "./reading.js";

const { ends, runs } = JSON.parse(document.getElementById("minutes").textContent);
const t = makeTranslate(document.documentElement.lang, GROUP_STRINGS);
const { language } = document.querySelector(".group").dataset;

class Minutes extends LitElement {
  static properties = { minute: { state: true } };

  constructor() {
    super();
    this.minute = Math.max(1, findBusiest(runs, ends));
  }

  createRenderRoot() {
    return this;
  }

  go(minute) {
    this.minute = Math.min(Math.max(minute, 1), ends.length);
  }

  render() {
    const now = t("minute.now", { minute: this.minute, count: ends.length });
    return html`<div class="minute-bar card">
        <button class="button" aria-label=${t("minute.before")} ?disabled=${this.minute === 1} @click=${() => this.go(this.minute - 1)}>‹</button>
        <input type="range" min="1" max=${ends.length} .value=${String(this.minute)} aria-label=${t("minute.label")} aria-valuetext=${now} @input=${(event) => this.go(Number(event.target.value))}>
        <button class="button" aria-label=${t("minute.after")} ?disabled=${this.minute === ends.length} @click=${() => this.go(this.minute + 1)}>›</button>
        <output class="minute-now numbers" aria-live="polite">${now}</output></div>
      <ul class="minute-wall">${repeat(runs, ({ label }) => label, (run) => this.drawRun(run))}</ul>`;
  }

  drawRun(run) {
    const { isOver, heat, waiting, late, replies } = readMinute(run, this.minute, ends);
    return html`<li class="card minute-run ${late && !isOver ? "minute-late" : ""} ${isOver ? "minute-over" : ""}">
      <h3>${run.label} ${run.debrief ? html`<a class="small" href=${run.debrief}>${t("run.debrief")}<span class="out-of-sight">: ${run.label}</span></a>` : nothing}</h3>
      ${isOver ? html`<p class="soft small">${t("run.over")}</p>` : html`<p class="minute-facts numbers"><span>${t(`heat.${readHeat(heat).level}`)} <span class="soft">${heat}</span></span>
          <span>${t("run.waiting", { count: waiting })}</span>${late ? html`<span class="late-word">${t("run.late", { count: late })}</span>` : nothing}</p>
        ${replies.length ? replies.map(drawReply) : html`<p class="soft small">${t("run.silent")}</p>`}`}
    </li>`;
  }
}

function drawReply({ to, at_ms, words, visibility }) {
  return html`<p class="small soft">${t("run.to", { name: to, time: formatSpan(at_ms) })}${visibility === "private" ? ` · ${t("run.private")}` : nothing}</p>
    <p class="minute-said" lang=${words === null ? nothing : language} dir="auto">${words ?? t("run.erased")}</p>`;
}

customElements.define("gp-minutes", Minutes);
