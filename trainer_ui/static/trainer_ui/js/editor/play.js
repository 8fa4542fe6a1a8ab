// Play as you write: the desk opens in a tab of its own at the post of the cursor, or where the last trial was. What a
// robot plays is over at once: then it is the desk on a time line.

import { html, LitElement, nothing } from "../../vendor/lit.js";
import { BEFORE_MS, findMoment } from "./moments.js";
import { formatSpan } from "../run/clock.js";

const SPEEDS = [1000, 2000, 4000, 8000];

class Play extends LitElement {
  static properties = { store: { attribute: false }, said: { state: true }, byRobot: { state: true }, isBusy: { state: true }, hasPlayed: { state: true } };

  createRenderRoot() {
    return this;
  }

  updated(changed) {
    if (!changed.has("store") || !this.store) return;
    for (const name of ["checked", "cursor", "text"]) this.store.addEventListener(name, () => this.requestUpdate());
  }

  get moment() {
    return findMoment(this.store.outline, this.store.cursor.line);
  }

  async play(at_ms) {
    const { store } = this;
    // Asked for before anything is awaited: a browser opens no window that nobody clicked for.
    const desk = window.open("", "gp-trial");
    this.isBusy = true;
    const answer = await store.line.post("play", { text: store.text, at_ms, speed: Number(this.querySelector("[name=speed]")?.value ?? SPEEDS[0]), by_robot: this.byRobot === true });
    this.isBusy = false;
    this.said = answer.status === 200 ? "" : (answer.message ?? store.t("play.failed"));
    if (answer.status !== 200) desk?.close();
    else if (desk) desk.location = answer.desk;
    else location.assign(answer.desk);
    if (answer.status === 200 && !this.byRobot) this.hasPlayed = true;
  }

  render() {
    if (!this.store) return nothing;
    const { t, isChecked, errors } = this.store;
    const isOff = this.isBusy || (isChecked && errors > 0);
    const { moment } = this;
    const from = moment ? Math.max(0, moment.at_ms - BEFORE_MS) : 0;
    return html`<button class="button" data-do="play" ?disabled=${isOff} @click=${() => this.play(from)}>${moment ? t("play.from", { at: formatSpan(moment.at_ms), key: moment.key }) : t("play.start")}</button>
      ${!this.byRobot && (this.hasPlayed || this.store.editor.has_tried) ? html`<button class="button button-plain small" data-do="again" ?disabled=${isOff} @click=${() => this.play(null)}>${t("play.again")}</button>` : nothing}
      <label class="small">${t("play.who")} <select name="who" @change=${({ target }) => (this.byRobot = target.value === "robot")}><option value="hand">${t("play.hand")}</option><option value="robot">${t("play.robot")}</option></select></label>
      ${this.byRobot ? nothing : html`<label class="small">${t("play.speed")} <select name="speed">${SPEEDS.map((speed) => html`<option value=${speed}>${speed / 1000} ×</option>`)}</select></label>`}
      <span class="small late-word" role="status">${this.said ?? ""}</span>`;
  }
}

customElements.define("gp-editor-play", Play);
