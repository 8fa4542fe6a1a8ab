// Whether the line is up and whether everything that was written is on the server.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class Status extends DeskElement {
  render() {
    const { line } = this.store;
    const unsent = this.store.outbox.pending().length;
    const drafts = this.store.drafts.threads().length;
    return html`<span class="status line-${line}" data-line=${line}>
        <span class="status-dot" aria-hidden="true"></span>${line === "live" ? html`<span class="wide-word">${this.t("line.live")}</span>` : nothing}</span>
      <span class="status soft" data-unsent=${unsent}>
        ${unsent ? html`<strong class="unsent">${ICONS.cloud} ${this.t("unsent.some", { count: unsent })}</strong>` : nothing}
        ${drafts ? this.t("unsent.drafts", { count: drafts }) : unsent ? nothing : this.t("unsent.none")}</span>`;
  }
}

// The strip under the bar that says what is wrong and what can be done.
class Trouble extends DeskElement {
  render() {
    const { line, problem, pack } = this.store;
    if (line === "live" || (line === "connecting" && !this.store.wasLive)) {
      return problem ? html`<p class="trouble" role="status">${ICONS.warn} ${problem}</p>` : nothing;
    }
    return html`<p class="trouble trouble-${line}" role="status">${ICONS.warn} ${this.t(`line.${line}`)}
      ${line === "signed_out" ? html`<a href=${pack.sign_in_path}>${this.t("line.sign_in")}</a>` : nothing}
      ${line === "taken_over" ? html`<button class="button small" @click=${() => location.reload()}>${this.t("line.reload")}</button>` : nothing}</p>`;
  }
}

customElements.define("gp-status", Status);
customElements.define("gp-trouble", Trouble);
