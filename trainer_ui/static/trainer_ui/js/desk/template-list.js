// The templates that fit what follows "/", filled in for the person who will be answered. The text field keeps the focus.

import { html } from "../../vendor/lit.js";
import { cutGaps } from "../write/gaps.js";
import { fillTemplate, findTemplates } from "../write/templates.js";
import { DeskElement } from "./element.js";

class TemplateList extends DeskElement {
  static properties = { query: { attribute: false }, addressee: { attribute: false }, at: { state: true } };

  constructor() {
    super();
    this.at = 0;
  }

  listen() {
    super.listen();
    this.store.say("templates_shown");
  }

  get found() {
    const { brand, agent, templates } = this.store.pack;
    const values = { name: this.addressee?.name, handle: this.addressee?.handle, brand: brand.name, agent };
    return findTemplates(templates, this.query).map((one) => ({ ...one, text: fillTemplate(one.text, values) }));
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has("query")) this.at = 0;
  }

  render() {
    const { found } = this;
    return html`<div class="templates" id="template-list" role="listbox" tabindex="0" aria-label=${this.t("templates.title")}>
      ${found.map((one, index) => html`<div class="template" role="option" id="template-${index}" aria-selected=${index === this.at}
          @mousedown=${(event) => this.pick(event, one)}>
        <strong>${one.title}${one.own ? html` <span class="template-own small">${this.t("templates.own")}</span>` : ""}</strong>
        <span class="soft" lang=${this.store.pack.language}>${this.drawText(one.text)}</span></div>`)}
      ${found.length ? "" : html`<p class="empty">${this.t("templates.none", { query: this.query })}</p>`}
    </div>`;
  }

  // What nothing fills in is marked before the template is taken: in words too, for whoever only hears it.
  drawText(text) {
    return cutGaps(text).map(({ text: part, isGap }) => isGap
      ? html`<mark class="template-gap">${part}<span class="out-of-sight"> (${this.t("templates.gap")})</span></mark>` : part);
  }

  updated() {
    if (!this.isConnected) return;
    const area = this.parentElement.querySelector("textarea");
    if (this.found.length) area.setAttribute("aria-activedescendant", `template-${this.at}`);
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.querySelector("[aria-activedescendant]")?.removeAttribute("aria-activedescendant");
  }

  // A key pressed in the text field -> whether it was for this list.
  press(event) {
    const { found } = this;
    if (event.key === "Escape") this.dispatchEvent(new CustomEvent("dismiss"));
    else if (!found.length) return false;
    else if (event.key === "ArrowDown") this.at = (this.at + 1) % found.length;
    else if (event.key === "ArrowUp") this.at = (this.at + found.length - 1) % found.length;
    else if (event.key === "Enter" || event.key === "Tab") this.pick(event, found[this.at]);
    else return false;
    event.stopPropagation();
    return true;
  }

  pick(event, template) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("pick", { detail: template.text }));
  }
}

customElements.define("gp-template-list", TemplateList);
