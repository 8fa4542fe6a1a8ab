// The wall: everybody in a card, who needs help first, and above them what can be done to all.

import { html, LitElement, nothing, repeat } from "../../vendor/lit.js";
import { drawCard } from "./card.js";
import { Cards } from "./cards.js";
import "./happening.js";
import { REASONS } from "./store.js";

const SPEEDS = [500, 1000, 2000, 4000, 8000];
const SKIP_MS = 60_000;
// As often as a screen shows two pictures: what is drawn anew is little (cards.js).
const DRAW_EVERY_MS = 33;

class Room extends LitElement {
  static properties = { store: { attribute: false } };

  cards = new Cards(drawCard);

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    if (!this.store || this.isListening) return;
    this.isListening = true;
    this.store.addEventListener("change", () => this.drawSoon());
  }

  drawSoon() {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.requestUpdate();
    }, DRAW_EVERY_MS);
  }

  get t() {
    return this.store.t;
  }

  render() {
    if (!this.store) return nothing;
    const { members, order, line } = this.store;
    const byPerson = new Map(members.map((member) => [member.person, member]));
    return html`
      ${line === "live" ? nothing : html`<p class="note-late" role="status">${this.t(`line.${line}`)}</p>`}
      ${this.drawBar()}
      ${this.store.room.mode === "class" ? html`<gp-happening .store=${this.store} .news=${readNews(this.store)}></gp-happening>` : nothing}
      <ul class="wall" @pointerenter=${() => this.hold(true)} @pointerleave=${() => this.hold(false)} @focusin=${() => this.hold(true)} @focusout=${() => this.hold(false)}>
        ${repeat(order.filter((person) => byPerson.has(person)), (person) => person, (person) => this.cards.draw(byPerson.get(person), this.store))}
      </ul>`;
  }

  hold(isHeld) {
    this.store.isHeld = isHeld;
    if (!isHeld) this.store.sort();
  }

  drawBar() {
    const { store } = this;
    const { room, running, line } = store;
    const isOff = line !== "live" || !running.length;
    const certifies = room.mode === "certification";
    return html`<div class="room-bar card" role="group" aria-label=${this.t("bar.label")}>
      <p class="room-count"><strong class="numbers">${running.length}</strong> ${this.t("bar.running")}</p>
      ${certifies
        ? html`<label class="small">${this.t("bar.reason")} <select @change=${({ target }) => (store.reason = target.value)}>${REASONS.map((reason) => html`<option value=${reason}>${this.t(`reason.${reason}`)}</option>`)}</select></label>`
        : nothing}
      <button class="button" data-do="pause" ?disabled=${isOff} @click=${() => store.pause(this.find("running"))}>${this.t("bar.pause")}</button>
      <button class="button" data-do="resume" ?disabled=${isOff} @click=${() => store.command("resume", this.find("paused"))}>${this.t("bar.resume")}</button>
      ${certifies ? nothing : this.drawSteering(isOff)}
      <p class="small soft room-said" role="status">${this.drawSaid()}</p>
    </div>`;
  }

  drawSteering(isOff) {
    const { store } = this;
    return html`<label class="small">${this.t("bar.speed")}
        <select ?disabled=${isOff} @change=${(event) => this.hurry(Number(event.target.value))}>
          ${SPEEDS.map((speed) => html`<option value=${speed} ?selected=${speed === 1000}>${(speed / 1000).toLocaleString(document.documentElement.lang)} ×</option>`)}
        </select></label>
      <button class="button" data-do="skip" ?disabled=${isOff} @click=${() => this.skip()}>${this.t("bar.skip")}</button>
      <button class="button button-plain" data-do="end" ?disabled=${isOff} @click=${() => this.querySelector("dialog").showModal()}>${this.t("bar.end")}</button>
      <dialog class="dialog" aria-labelledby="end-title"><h2 id="end-title">${this.t("end.title")}</h2><p>${this.t("end.text")}</p>
        <form method="dialog" class="row"><button class="button button-main" @click=${() => store.command("end", store.running)}>${this.t("end.yes")}</button>
          <button class="button">${this.t("end.no")}</button></form></dialog>`;
  }

  // The runs under way that stand in this state.
  find(state) {
    return this.store.running.filter((run) => this.store.views.get(run).state === state);
  }

  hurry(per_mille) {
    this.store.command("speed", this.store.running, () => ({ per_mille }));
  }

  // Everybody from where they are.
  skip() {
    const { store } = this;
    store.command("skip", store.running, (run) => ({ to_ms: Math.min(store.room.duration_ms, store.read(run).run_ms + SKIP_MS) }));
  }

  drawSaid() {
    const { said, waiting } = this.store.orders;
    if (said === null) return nothing;
    if (said.refused !== null) return html`<span class="late-word">${said.refused}</span>`;
    return waiting.size ? this.t("said.waits", { count: waiting.size }) : this.t("said.done", said);
  }
}

function readNews({ running, views, line }) {
  return JSON.stringify([line, ...running.map((run) => [run, views.get(run).order.length, views.get(run).facts.length])]);
}

customElements.define("gp-room", Room);