// The run's clock, and in practice what moves it: pause, speed, the end.

import { html, live, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

const SPEEDS = [500, 1000, 2000, 4000, 8000];

class Clock extends DeskElement {
  static ticks = true;

  listNews() {
    const { view, second } = this.store;
    return [view.clock, view.state, second];
  }

  render() {
    const { pack, view, runMs } = this.store;
    return html`<div class="clock" role="timer" aria-label=${this.t("clock.label")}>
        <span class="clock-now numbers">${formatSpan(runMs)}</span>
        <span class="soft small numbers wide-word">${this.t("clock.of", { duration: formatSpan(pack.duration_ms) })}</span>
        <progress class="clock-bar" max=${pack.duration_ms} value=${runMs} aria-hidden="true"></progress>
      </div>
      ${view.state === "ended" || !this.store.isMine ? nothing : this.drawControls()}
      ${this.drawState()}`;
  }

  // After the buttons, so that "Resume" stands where "Pause" was pressed.
  drawState() {
    const { view, trouble } = this.store;
    if (view.state === "paused") return html`<strong class="clock-paused small">${this.t("clock.paused")}</strong>`;
    return view.state === "running" && trouble !== "live" ? html`<span class="clock-paused small">${this.t("clock.guessed")}</span>` : nothing;
  }

  drawControls() {
    const { pack, view, line } = this.store;
    const isOff = line !== "live";
    const turn = view.state === "paused" ? "resume" : "pause";
    return html`<div class="controls">
      ${pack.mode === "practice"
        ? html`<button class="button small" data-do=${turn} ?disabled=${isOff} @click=${() => this.store.sender.command(turn)}>
              ${ICONS[turn]} <span class="wide-word">${this.t(`control.${turn}`)}</span></button>
            <label class="speed small"><span class="out-of-sight">${this.t("control.speed")}</span>
              <select ?disabled=${isOff} .value=${live(String(view.per_mille))} @change=${this.changeSpeed}>
                ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === view.per_mille}>${(speed / 1000).toLocaleString(document.documentElement.lang)} ×</option>`)}
              </select></label>`
        : nothing}
      <button class="button button-plain small" data-do="end" ?disabled=${isOff} @click=${this.askEnd}>${this.t("control.end")}</button>
    </div>
    <dialog class="dialog" aria-labelledby="end-title">
      <h2 id="end-title">${this.t("control.end_title")}</h2>
      <p>${this.t(pack.mode === "certification" ? "control.end_certification" : "control.end_text")}</p>
      <form method="dialog" class="row">
        <button class="button button-main" @click=${() => this.store.sender.command("end")}>${this.t("control.end_yes")}</button>
        <button class="button">${this.t("control.end_no")}</button>
      </form>
    </dialog>`;
  }

  changeSpeed(event) {
    this.store.sender.command("speed", { per_mille: Number(event.target.value) });
  }

  askEnd() {
    this.querySelector("dialog").showModal();
  }
}

customElements.define("gp-clock", Clock);
