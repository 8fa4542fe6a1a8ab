// Whether the line is up and whether everything that was written is on the server.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class Status extends DeskElement {
  static hasNews = false;

  render() {
    const { line } = this.store;
    const unsent = this.store.outbox.unsent().length;
    const drafts = this.store.drafts.threads().length;
    return html`<span class="status line-${line}" data-line=${line}>
        <span class="status-dot" aria-hidden="true"></span>${line === "live" ? html`<span class="wide-word">${this.t("line.live")}</span>` : nothing}</span>
      <span class="status soft" data-unsent=${unsent}>
        ${unsent ? html`<strong class="unsent">${ICONS.cloud} ${this.t("unsent.some", { count: unsent })}</strong>` : nothing}
        ${drafts ? this.t(this.store.copies.isFailing ? "unsent.drafts_here" : "unsent.drafts", { count: drafts }) : unsent ? nothing : this.t("unsent.none")}</span>`;
  }
}

customElements.define("gp-status", Status);
