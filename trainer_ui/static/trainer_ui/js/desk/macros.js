// The window of macros: one is chosen and run with what stands in the composer's field, or one of one's own is made.

import { html, live, nothing } from "../../vendor/lit.js";
import { asksDesk, gapsOf, judgeStart, LONGEST_NAME, MOST_STEPS, STEPS } from "../write/macros.js";
import { LONGEST_NOTE } from "../write/limits.js";
import { drawRadios } from "./act-dialog.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";
import { nameMacro, nameSteps } from "./macro-names.js";

const EMPTY = { name: "", steps: [{ do: "reply" }, { do: "resolve" }] };

class MacroWindow extends DeskElement {
  static properties = { chosen: { state: true }, edited: { state: true }, problem: { state: true } };

  listen() {
    super.listen();
    this.store.addEventListener("macros", () => this.open());
  }

  get dialog() {
    return this.querySelector("dialog");
  }

  get macros() {
    const { store } = this;
    return store.macros.list({ shows: (part) => store.shows(part), hasDesks: store.pack.desks.length > 0 });
  }

  get macro() {
    return this.macros.find(({ key }) => key === this.chosen) ?? this.macros[0];
  }

  get draft() {
    return this.store.drafts.read(this.store.selected);
  }

  async open() {
    const { store } = this;
    if (!store.thread || !store.isMine || store.isLocked) return;
    Object.assign(this, { edited: null, problem: null });
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.querySelector("input:checked, input, button")?.focus();
  }

  listNews() {
    return [this.store.addressed];
  }

  render() {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="macro-title" @close=${this.giveBack}>
      ${!this.store.thread ? nothing : this.edited ? this.drawEditor() : this.drawChoice()}</dialog>`;
  }

  drawChoice() {
    const { macro, draft, store } = this;
    const problem = macro ? this.judge() : "none";
    const gaps = macro ? gapsOf(macro, draft) : [];
    return html`<form @submit=${this.run}>
      <h2 id="macro-title">${this.t("macro.title")}</h2>
      <fieldset class="choices macro-choices"><legend>${this.t("macro.choose", { name: store.addressed?.name })}</legend>
        ${this.macros.map((each) => html`<label class="choice"><input type="radio" name="macro" value=${each.key} .checked=${live(each === macro)} @change=${() => { this.chosen = each.key; }}>
          <span><span>${nameMacro(each, this.t)}</span><span class="soft small">${nameSteps(each.steps, this.t)}</span></span></label>`)}</fieldset>
      ${macro && asksDesk(macro) ? drawRadios("desk", store.pack.desks.map(({ key, name, about }) => ({ key, title: name, about })), { legend: this.t("act.desk"), language: store.pack.language }) : nothing}
      <p class="small">${draft.text.trim() ? html`${this.t("macro.words")} <q class="macro-words" lang=${store.pack.language} dir="auto">${draft.text}</q>` : problem === "empty" ? nothing : this.t("macro.no_words")}</p>
      ${problem ? html`<p class="act-refused" role="status">${ICONS.warn} ${this.t(`macro.not_${problem}`)}</p>` : nothing}
      ${gaps.length ? html`<p class="act-refused" role="status">${ICONS.warn} ${this.t("gaps.open", { count: gaps.length })} ${gaps.map(({ text }) => text).join(", ")}</p>` : nothing}
      <p class="row"><button class="button button-main" ?disabled=${Boolean(problem) || store.isLocked}>${this.t("macro.run")}</button>
        <button class="button" type="button" @click=${() => this.dialog.close()}>${this.t("act.cancel")}</button>
        <span class="macro-own"><button class="button button-plain small" type="button" @click=${() => this.edit(null)}>${this.t("macro.new")}</button>
        ${macro?.name ? html`<button class="button button-plain small" type="button" @click=${() => this.edit(macro)}>${this.t("macro.change")}</button>
          <button class="button button-plain small" type="button" @click=${() => this.drop(macro)}>${this.t("macro.delete")}</button>` : nothing}</span></p>
    </form>`;
  }

  judge() {
    const { store, draft } = this;
    return judgeStart(this.macro, { draft, limit: store.pack.channels[store.thread.channel]?.limit, agent: store.pack.agent });
  }

  run(event) {
    event.preventDefault();
    const { desk } = Object.fromEntries(new FormData(event.target));
    if (this.judge() || this.store.isLocked) return;
    this.store.macroRuns.start(this.macro, { desk });
    this.store.say("draft");
    this.dialog.close();
  }

  async edit(macro) {
    this.edited = structuredClone(macro ?? { ...EMPTY, key: `own-${this.store.makeId()}` });
    await this.updateComplete;
    this.dialog.querySelector("input").focus();
  }

  drawEditor() {
    const { edited } = this;
    return html`<form @submit=${this.keep}>
      <h2 id="macro-title">${this.t("macro.edit_title")}</h2>
      <label class="act-words"><span>${this.t("macro.name")}</span>
        <input type="text" name="name" required maxlength=${LONGEST_NAME} .value=${edited.name} @input=${(event) => { edited.name = event.target.value; }}></label>
      <ol class="macro-steps">${edited.steps.map((step, index) => this.drawStep(step, index))}</ol>
      ${edited.steps.length < MOST_STEPS ? html`<p><button class="button small" type="button" @click=${this.addStep}>${this.t("macro.add_step")}</button></p>` : nothing}
      <p class="soft small">${this.t("macro.kept_here")}</p>
      ${this.problem ? html`<p class="act-refused" role="alert">${ICONS.warn} ${this.t(`macro.bad_${this.problem}`)}</p>` : nothing}
      <p class="row"><button class="button button-main">${this.t("macro.keep")}</button>
        <button class="button" type="button" @click=${() => { this.edited = null; }}>${this.t("act.cancel")}</button></p>
    </form>`;
  }

  drawStep(step, index) {
    const { edited } = this;
    return html`<li><label class="row"><span class="out-of-sight">${this.t("macro.step", { at: index + 1 })}</span>
        <select @change=${(event) => { edited.steps[index] = { do: event.target.value }; this.requestUpdate(); }}>
          ${STEPS.map((one) => html`<option value=${one} ?selected=${one === step.do}>${this.t(`macro.step_${one}`)}</option>`)}</select></label>
      ${step.do === "note" || step.do === "escalate" ? html`<label class="act-words small"><span>${this.t("macro.step_text")}</span>
        <textarea rows="2" maxlength=${LONGEST_NOTE} lang=${this.store.pack.language} .value=${step.text ?? ""} @input=${(event) => { step.text = event.target.value; }}></textarea></label>` : nothing}
      ${step.do === "leave_alone" ? html`<label class="small">${this.t("act.reason")} <select @change=${(event) => { step.reason = event.target.value; }}>
        ${this.store.pack.reasons.left_alone.map((reason) => html`<option value=${reason} ?selected=${reason === step.reason}>${this.t(`reason.${reason}`)}</option>`)}</select></label>` : nothing}
      ${edited.steps.length > 2 ? html`<button class="button button-plain small" type="button" @click=${() => this.dropStep(index)}>${this.t("macro.drop_step", { at: index + 1 })}</button>` : nothing}</li>`;
  }

  addStep() {
    this.edited.steps.push({ do: "resolve" });
    this.requestUpdate();
  }

  // What had the focus is gone: the name takes it.
  dropStep(index) {
    this.edited.steps.splice(index, 1);
    this.requestUpdate();
    this.dialog.querySelector("input").focus();
  }

  keep(event) {
    event.preventDefault();
    this.problem = this.store.macros.keep({ ...this.edited, name: this.edited.name.trim() });
    if (this.problem) return;
    Object.assign(this, { chosen: this.edited.key, edited: null });
    this.refocus();
  }

  drop(macro) {
    this.store.macros.drop(macro.key);
    this.chosen = null;
    this.refocus();
  }

  async refocus() {
    this.requestUpdate();
    await this.updateComplete;
    this.dialog.querySelector("input:checked")?.focus();
  }

  giveBack() {
    const { activeElement } = document;
    if (activeElement === document.body || this.dialog.contains(activeElement)) this.store.say("leave");
  }
}

customElements.define("gp-macros", MacroWindow);
