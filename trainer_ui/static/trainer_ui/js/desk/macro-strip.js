// Above the composer: how far macros are, and where one has stopped, what it has done and what it has not.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";
import { nameMacro, nameSteps } from "./macro-names.js";

class MacroStrip extends DeskElement {
  static hasNews = false;

  render() {
    return this.store.macroRuns.runs.map((run) => (run.state === "stopped" ? this.drawStopped(run) : this.drawRunning(run)));
  }

  drawRunning({ macro, at }) {
    return html`<p class="macro-run small" role="status">${ICONS.macro} ${this.t("macro.running", {
      name: nameMacro(macro, this.t), at: at + 1, count: macro.steps.length, step: nameSteps([macro.steps[at]], this.t) })}</p>`;
  }

  drawStopped(run) {
    const { macro, at, message, name } = run;
    const [done, left] = [macro.steps.slice(0, at), macro.steps.slice(at)];
    const { macroRuns, isLocked } = this.store;
    return html`<div class="macro-run macro-stopped small" role="alert">
      <p><strong>${ICONS.warn} ${this.t("macro.stopped", { name: nameMacro(macro, this.t), person: name, step: nameSteps([macro.steps[at]], this.t) })}</strong> ${message}</p>
      <p>${done.length ? this.t("macro.done", { steps: nameSteps(done, this.t) }) : this.t("macro.done_nothing")} ${this.t("macro.left", { steps: nameSteps(left, this.t) })}</p>
      <p class="row">${macroRuns.canGoOn(run) ? html`<button class="button small" ?disabled=${isLocked} @click=${() => this.leave(() => macroRuns.again(run))}>${this.t("macro.again")}</button>` : nothing}
        <button class="button button-plain small" @click=${() => this.leave(() => macroRuns.drop(run))}>${this.t("macro.drop")}</button></p>
    </div>`;
  }

  // The button that had the focus is gone: the queue takes it.
  leave(act) {
    act();
    this.store.say("leave");
  }
}

customElements.define("gp-macro-strip", MacroStrip);
