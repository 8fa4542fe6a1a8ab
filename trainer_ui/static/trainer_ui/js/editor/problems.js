// What is wrong with the text, each with its place: a click goes there.

import { html, LitElement, nothing } from "../../vendor/lit.js";

const MOST_SHOWN = 200;
const SIGNS = { error: "✕", warning: "!", hint: "i" };

class Problems extends LitElement {
  static properties = { store: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    if (!this.store || this.isListening) return;
    this.isListening = true;
    for (const name of ["checked", "problems", "text"]) this.store.addEventListener(name, () => this.requestUpdate());
  }

  render() {
    if (!this.store) return nothing;
    const { problems, t, isKnown } = this.store;
    return html`<p class="problems-said small" role="status">${isKnown ? this.drawCount() : t("problems.checking")}</p>
      <ol class="problems-list" ?hidden=${!problems.length}>${problems.slice(0, MOST_SHOWN).map((problem) => this.drawProblem(problem))}</ol>
      ${problems.length > MOST_SHOWN ? html`<p class="small soft">${t("problems.more", { count: problems.length - MOST_SHOWN })}</p>` : nothing}`;
  }

  drawCount() {
    const { problems, errors, t } = this.store;
    if (!problems.length) return t("problems.none");
    const others = problems.length - errors;
    return [errors ? t("problems.errors", { count: errors }) : t("problems.no_errors"), others ? t("problems.others", { count: others }) : ""].filter(Boolean).join(" ");
  }

  drawProblem(problem) {
    const { t } = this.store;
    return html`<li><button class="problem problem-${problem.severity}" @click=${() => this.store.goTo(problem)}>
      <span class="problem-sign" aria-hidden="true">${SIGNS[problem.severity]}</span>
      <span class="numbers small soft">${t("problems.line", { line: problem.line })}</span>
      <span class="problem-text">${problem.message}</span></button></li>`;
  }
}

customElements.define("gp-editor-problems", Problems);
