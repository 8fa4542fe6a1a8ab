// The keys, and the switch for people whose other tools use single keys too.

import { html } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";

class Help extends DeskElement {
  listen() {
    super.listen();
    this.store.addEventListener("help", () => this.querySelector("dialog").showModal());
  }

  render() {
    const ctrl = this.t("help.ctrl");
    const keys = [
      ["j", "j"], ["k", "k"], ["Enter", "enter"], ["r", "enter"], ["/", "slash"], [`${ctrl}+Enter`, "send"], ["Esc", "escape"],
      ["m", "actions"], ["e", "escalate"], ["a", "leave_alone"], ["z", "aside"], ["u", "notice"], ["?", "help"],
    ];
    return html`<button class="button button-plain small" aria-label=${this.t("help.open")} @click=${() => this.store.say("help")}><kbd>?</kbd></button>
      <dialog class="dialog" aria-labelledby="help-title">
        <h2 id="help-title">${this.t("help.title")}</h2>
        <dl class="keys">${keys.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${this.t(`help.${what}`)}</dd>`)}</dl>
        <label class="row"><input type="checkbox" .checked=${this.store.singleKeys} @change=${this.switchKeys}> ${this.t("help.singles")}</label>
        <form method="dialog"><button class="button button-main">${this.t("help.close")}</button></form>
      </dialog>`;
  }

  switchKeys(event) {
    this.store.setSingleKeys(event.target.checked);
  }
}

customElements.define("gp-help", Help);
