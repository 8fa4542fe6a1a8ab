// The controls of a replay: play, speed, the slider, from reply to reply; and the desk as it was.

import { html, live, nothing } from "../../vendor/lit.js";
import "../desk/customer.js";
import { DeskElement } from "../desk/element.js";
import "../desk/facts.js";
import "../desk/heat.js";
import { ICONS } from "../desk/icons.js";
import "../desk/notice.js";
import "../desk/queue.js";
import "../desk/thread.js";
import { formatSpan } from "../run/clock.js";
import { readHeat } from "../run/heat.js";
import { countLoad, findMark } from "./film.js";

const SPEEDS = [0.5, 1, 2, 4, 8, 16, 32];
const STEP_MS = 1000;
const FRAME_MS = 200;
// A slider reaches whole steps only: the last one lies at the end or behind it.
const roundUp = (ms) => Math.ceil(ms / STEP_MS) * STEP_MS;

class Player extends DeskElement {
  static properties = { isPlaying: { state: true }, speed: { state: true } };

  constructor() {
    super();
    Object.assign(this, { isPlaying: false, speed: 4 });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.halt();
  }

  render() {
    const { store } = this;
    if (!store) return nothing;
    return html`<div class="player" @keydown=${this.press}>
        <input class="player-slider" type="range" min="0" max=${roundUp(store.replay.ended_ms)} step=${STEP_MS} .value=${live(String(store.at_ms))}
          aria-label=${this.t("replay.time")} aria-valuetext=${this.describe()} @input=${(event) => this.seek(Number(event.target.value))}>
        <div class="row">
          <button class="button button-main" @click=${this.toggle}>${ICONS[this.isPlaying ? "pause" : "resume"]} ${this.t(this.isPlaying ? "replay.pause" : "replay.play")}</button>
          <label class="small">${this.t("replay.speed")}
            <select @change=${(event) => { this.speed = Number(event.target.value); }}>
              ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === this.speed}>${speed.toLocaleString(document.documentElement.lang)} ×</option>`)}
            </select></label>
          <button class="button" ?disabled=${!this.findReply(-1)} @click=${() => this.jump(-1)}>${this.t("replay.before")}</button>
          <button class="button" ?disabled=${!this.findReply(1)} @click=${() => this.jump(1)}>${this.t("replay.after")}</button>
          <label class="small"><input type="checkbox" .checked=${live(store.follows)} @change=${this.follow}> ${this.t("replay.follow")}</label>
          <p class="player-now numbers"><strong>${formatSpan(store.at_ms)}</strong> <span class="small soft">${this.describeLoad()}</span> <gp-heat .store=${store}></gp-heat></p>
        </div>
      </div>
      <div class="desk-columns">
        <section class="panel desk-queue" aria-labelledby="queue-title"><gp-queue .store=${store}></gp-queue></section>
        <section class="panel desk-thread" aria-label=${this.t("thread.title")}><gp-thread .store=${store}></gp-thread></section>
        <aside class="panel desk-facts" tabindex="0" aria-label=${this.t("facts.side")}>
          <gp-notice .store=${store}></gp-notice><gp-customer .store=${store}></gp-customer><gp-facts .store=${store}></gp-facts></aside>
      </div>`;
  }

  updated() {
    if (!this.store) return;
    const head = document.querySelector(".playhead");
    const at = String((this.store.at_ms / Math.max(1, this.store.replay.ended_ms)) * 1000);
    head?.setAttribute("x1", at);
    head?.setAttribute("x2", at);
  }

  describe() {
    const { at_ms, replay, view } = this.store;
    const mood = this.t(`heat.${readHeat(view.heat).level}`);
    return this.t("replay.now", { time: formatSpan(at_ms), end: formatSpan(replay.ended_ms), load: this.describeLoad(), mood });
  }

  describeLoad() {
    const { waiting, late } = countLoad(this.store.view, this.store.at_ms);
    return late ? this.t("replay.load_late", { count: waiting, late }) : this.t("replay.load", { count: waiting });
  }

  findReply(step) {
    return findMark(this.store.replay.replies, this.store.at_ms, step);
  }

  jump(step) {
    const reply = this.findReply(step);
    if (reply) this.seek(reply.at_ms);
  }

  seek(ms) {
    this.store.seek(ms);
  }

  follow(event) {
    this.store.follows = event.target.checked;
    this.seek(this.store.at_ms);
  }

  // Space plays and halts on the slider too, where the browser itself has no use for it.
  press(event) {
    if (event.key !== " " || !event.target.matches(".player-slider")) return;
    event.preventDefault();
    this.toggle();
  }

  toggle() {
    if (this.isPlaying) this.halt();
    else this.play();
  }

  // Whoever wants no motion gets a step a second instead of a stream.
  play() {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (this.store.at_ms >= this.store.replay.ended_ms) this.seek(0);
    this.isPlaying = true;
    let last = performance.now();
    this.timer = setInterval(() => {
      const now = performance.now();
      this.seek(this.store.at_ms + (now - last) * this.speed);
      last = now;
      if (this.store.at_ms >= this.store.replay.ended_ms) this.halt();
    }, isCalm ? 5 * FRAME_MS : FRAME_MS);
  }

  halt() {
    clearInterval(this.timer);
    this.isPlaying = false;
  }
}

customElements.define("gp-player", Player);
