// How the public feels: a word, and steps that rise; colour only underlines them.

import { html, nothing, svg } from "../../vendor/lit.js";
import { LEVELS, readHeat } from "../run/heat.js";
import { DeskElement } from "./element.js";

class Heat extends DeskElement {
  listNews() {
    return [this.store.view.heat];
  }

  render() {
    const { heat } = this.store.view;
    if (!this.store.shows("mood")) return nothing;
    const { level, step } = readHeat(heat);
    const word = this.t(`heat.${level}`);
    return html`<span class="heat heat-${level}" role="meter" aria-label=${this.t("heat.label")} aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${heat} aria-valuetext=${word} title=${this.t("heat.title", { word, heat })}>
      <span class="heat-label soft small wide-word">${this.t("heat.short")}</span>
      <svg class="heat-steps" viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">${LEVELS.map((_, index) => drawStep(index, step))}</svg>
      <span class="heat-word small">${word}</span></span>`;
  }
}

function drawStep(index, step) {
  const height = 4 + 3 * index;
  return svg`<rect class=${index < step ? "heat-full" : "heat-rest"} x=${7 * index} y=${16 - height} width="5" height=${height}></rect>`;
}

customElements.define("gp-heat", Heat);
