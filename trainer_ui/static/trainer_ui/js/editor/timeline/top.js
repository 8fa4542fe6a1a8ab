// What stands above the lanes: the minutes, the load of each against what a person can do, and the facts.

import { html, nothing, svg } from "../../../vendor/lit.js";
import { groupFacts, HEAD, showTime, xOf } from "./layout.js";

const LOAD_HEIGHT = 56;
// Above the highest bar, so that how much too much it is never stands on the bar.
const LABEL_HEIGHT = 16;
const MARGIN = 400;
// A bar of full height is two minutes of work in one.
const FULL_MS = 120_000;
export const CAPACITY_MS = 60_000;

const seconds = (ms) => Math.round(ms / 1000);

// Whether a stretch of time can be seen, or nearly.
const isNear = (from, until, { left, width }) => until > left - MARGIN && from < left + width + MARGIN;

export function drawMinutes({ duration_ms }, { pxPerS, width, seen }) {
  const step = pxPerS >= 3 ? 30_000 : 60_000;
  const ticks = Array.from({ length: Math.floor((duration_ms ?? 0) / step) + 1 }, (_, index) => index * step).filter((ms) => isNear(xOf(ms, pxPerS), xOf(ms + step, pxPerS), seen));
  return html`<div class="line-minutes" aria-hidden="true" .style=${`width:${width}px`}>
    ${ticks.map((ms) => html`<span class="numbers" .style=${`left:${HEAD + xOf(ms, pxPerS)}px`}>${showTime(ms)}</span>`)}</div>`;
}

export function drawLoad({ load }, { pxPerS, width, seen, t }) {
  const high = (ms) => Math.min(1, ms / FULL_MS) * (LOAD_HEIGHT - LABEL_HEIGHT);
  const wide = xOf(60_000, pxPerS);
  return html`<div class="line-load" .style=${`width:${width}px`}><strong class="line-name small">${t("line.load")}</strong>
    <svg width=${width} height=${LOAD_HEIGHT} aria-hidden="true">
      ${load.map(({ work_ms, crowd_ms, left_ms }, minute) => {
        if (!isNear(minute * wide, (minute + 1) * wide, seen)) return nothing;
        const all = work_ms + crowd_ms;
        const x = HEAD + minute * wide + 1;
        const isOver = all > CAPACITY_MS;
        const [work, read, over] = [high(Math.min(work_ms, CAPACITY_MS)), high(Math.min(all, CAPACITY_MS)), high(all)];
        const bar = (name, from, to) => svg`<rect class=${name} x=${x} y=${LOAD_HEIGHT - to} width=${wide - 2} height=${Math.max(0, to - from)}></rect>`;
        return svg`<g><title>${t("line.load_minute", { minute: minute + 1, work: seconds(work_ms), crowd: seconds(crowd_ms), left: seconds(left_ms) })}</title>
          ${bar("load-work", 0, work)}${bar("load-crowd", work, read)}${bar("load-over", read, over)}
          ${isOver ? svg`<text x=${x + 4} y=${LOAD_HEIGHT - over - 4}>▲ ${seconds(all)} s</text>` : nothing}</g>`;
      })}
      <line class="load-line" x1=${HEAD} x2=${width} y1=${LOAD_HEIGHT - high(CAPACITY_MS)} y2=${LOAD_HEIGHT - high(CAPACITY_MS)}></line></svg></div>`;
}

// A mark for what becomes known together leads to all of it.
export function drawFacts({ facts }, { pxPerS, width, t, open }) {
  const say = (fact) => t("line.fact", { key: fact.key, time: showTime(fact.at_ms), text: fact.text });
  return html`<div class="line-facts" .style=${`width:${width}px`}><strong class="line-name small">${t("line.facts")}</strong>
    ${groupFacts(facts, pxPerS).map((group) => {
      const [first] = group;
      const said = group.map(say).join("\n");
      return html`<button type="button" class="line-fact ${group.every(({ fixed }) => fixed) ? "" : "line-freed"}" .style=${`left:${HEAD + xOf(first.at_ms, pxPerS)}px`} title=${said}
        @click=${() => open(group.length > 1 ? ["facts"] : ["facts", first.key])}>${group.length > 1 ? t("line.facts_at", { count: group.length, time: showTime(first.at_ms) }) : first.key}</button>`;
    })}</div>`;
}

export function drawTable({ load }, { t }) {
  return html`<details class="line-table small"><summary>${t("line.load_table")}</summary><table>
    <thead><tr>${["minute", "work", "crowd", "left"].map((name) => html`<th scope="col">${t(`line.${name}`)}</th>`)}</tr></thead>
    <tbody>${load.map(({ work_ms, crowd_ms, left_ms }, minute) => html`<tr class=${work_ms + crowd_ms > CAPACITY_MS ? "late-word" : ""}><th scope="row">${minute + 1}</th><td>${seconds(work_ms)}</td><td>${seconds(crowd_ms)}</td><td>${seconds(left_ms)}</td></tr>`)}</tbody></table></details>`;
}
