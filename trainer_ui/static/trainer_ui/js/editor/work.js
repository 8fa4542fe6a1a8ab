// Trying, rehearsing and publishing what is written: the buttons follow what robots made of this very text.

import { html, LitElement, nothing } from "../../vendor/lit.js";
import { formatTime } from "./clock.js";
import { ask } from "./line.js";
import { drawRehearsal } from "./rehearsal.js";

const LOOK_MS = 1500;

class Work extends LitElement {
  static properties = { store: { attribute: false }, saver: { attribute: false }, state: { state: true }, said: { state: true }, isBusy: { state: true } };

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.closest(".editor").addEventListener("pane", ({ detail }) => detail === "work" && this.look());
    if (!this.pane.hidden) this.look();
  }

  updated(changed) {
    if (!changed.has("saver") || !this.saver) return;
    this.saver.addEventListener("change", () => this.requestUpdate());
    for (const name of ["checked", "writable"]) this.store.addEventListener(name, () => this.requestUpdate());
  }

  get pane() {
    return this.closest("[data-is-pane]");
  }

  async look() {
    clearTimeout(this.timer);
    const answer = await ask(this.store.editor.paths.state);
    if (answer.status === 200) this.state = answer;
    if (this.state?.rehearsal?.state === "running" && !this.pane.hidden) this.timer = setTimeout(() => this.look(), LOOK_MS);
  }

  // What was rehearsed or published is what the server has.
  async send(name, sent) {
    this.isBusy = true;
    if (!(await this.saver.finish())) {
      Object.assign(this, { isBusy: false, said: this.store.t("work.unsaved") });
      return;
    }
    const answer = await this.store.line.post(name, { edition: this.saver.edition, ...sent });
    this.isBusy = false;
    if (answer.status === 200) this.state = { ...this.state, ...answer };
    this.said = answer.status === 200 ? (answer.published ? this.store.t("work.published", { number: answer.published }) : "") : (answer.message ?? this.store.t("work.failed"));
    this.look();
  }

  async stop() {
    await this.store.line.post("stop", {});
    this.look();
  }

  publish(certification) {
    return this.send("publish", { note: this.querySelector("#version-note").value, certification });
  }

  get isSound() {
    return this.store.isChecked && this.store.errors === 0;
  }

  // Robots have passed the text as it stands.
  get isRehearsed() {
    const { rehearsal } = this.state ?? {};
    return rehearsal?.passed && rehearsal.is_today && rehearsal.edition === this.saver.edition && !this.saver.isDirty;
  }

  render() {
    if (!this.store || !this.saver) return nothing;
    const { t } = this.store;
    const { rehearsal } = this.state ?? {};
    const isRunning = rehearsal?.state === "running";
    const isOff = this.isBusy || !this.isSound;
    return html`<h2>${t("work.rehearse")}</h2><p class="small soft">${t("work.rehearse_about")}</p>
      <p class="row"><button class="button" ?disabled=${isOff || isRunning} @click=${() => this.send("rehearse", {})}>${t("work.rehearse_now")}</button>
        ${isRunning ? html`<button class="button" @click=${() => this.stop()}>${t("work.stop")}</button>` : nothing}</p>
      ${rehearsal ? drawRehearsal(rehearsal, { t, edition: this.saver.edition }) : nothing}
      <h2>${t("work.publish")}</h2>
      <p class="field"><label for="version-note">${t("work.note")}</label><textarea id="version-note" rows="2" maxlength="500"></textarea></p>
      <p class="row"><button class="button button-main" data-do="publish" ?disabled=${isOff} @click=${() => this.publish(false)}>${t("work.practice")}</button>
        <button class="button" data-do="certify" ?disabled=${isOff || !this.isRehearsed} @click=${() => this.publish(true)}>${t("work.certify")}</button></p>
      <ul class="gates small">${this.drawGates()}</ul>
      <p role="status">${this.said ?? ""}</p>
      ${this.drawVersions()}`;
  }

  drawGates() {
    const { t, isChecked, errors } = this.store;
    const gates = [
      [this.isSound, isChecked && errors ? t("gate.errors", { count: errors }) : t("gate.sound")],
      [this.isRehearsed, t(this.isRehearsed ? "gate.rehearsed" : "gate.not_rehearsed")],
    ];
    return gates.map(([isOpen, text]) => html`<li class=${isOpen ? "gate-open" : "gate-shut"}><span aria-hidden="true">${isOpen ? "✓" : "✕"}</span> ${text}</li>`);
  }

  drawVersions() {
    const { t } = this.store;
    const { versions = [] } = this.state ?? {};
    if (!versions.length) return html`<p class="small soft">${t("work.none")}</p>`;
    return html`<h3>${t("work.versions")}</h3><ul class="versions">${versions.map(({ number, at, by, note, certifies }) => html`<li>
      <strong>${t("work.version", { number })}</strong> <span class="small soft">${formatTime(at)} · ${by}</span>
      ${certifies ? html`<span class="small version-certifies">${t("work.certifies")}</span>` : nothing}${note ? html`<p class="small">${note}</p>` : nothing}</li>`)}</ul>
      <p class="small soft">${t("work.keep")}</p>`;
  }
}

customElements.define("gp-editor-work", Work);
