// The strip under the bar: what is the matter with line, tab or device, one thing at a time and the worst first, and what can be done.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

const RETRIES = ["waiting", "restarting", "offline"];

class Trouble extends DeskElement {
  render() {
    const { trouble, problem, pack, hasPen } = this.store;
    if (trouble !== "live") return this.drawLine(trouble === "waiting" && !navigator.onLine ? "offline" : trouble, pack);
    if (!hasPen && this.store.view.state !== "ended") return this.drawOtherTab();
    return problem ? html`<p class="trouble" role="status">${ICONS.warn} ${problem}</p>` : nothing;
  }

  drawLine(line, pack) {
    return html`<p class="trouble trouble-${line}" role="status">${ICONS[line] ?? ICONS.warn} <span>${this.t(`line.${line}`)}</span>
      ${RETRIES.includes(line) ? html`<button class="button small" @click=${() => this.store.connection.hurry()}>${this.t("line.hurry")}</button>` : nothing}
      ${line === "signed_out" ? html`<a href=${pack.sign_in_path}>${this.t("line.sign_in")}</a>` : nothing}</p>`;
  }

  drawOtherTab() {
    return html`<p class="trouble trouble-elsewhere" role="status">${ICONS.tabs} <span>${this.t("pen.elsewhere")}</span>
      <button class="button small" @click=${this.takePen}>${this.t("pen.take")}</button></p>`;
  }

  // The button is gone with that: the text that is written next has the focus, or the queue.
  takePen() {
    this.store.addEventListener("pen", () => this.store.say(this.store.thread ? "reply" : "leave"), { once: true });
    this.store.pen.take();
  }
}

customElements.define("gp-trouble", Trouble);
