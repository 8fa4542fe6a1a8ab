// Whom one is writing to: what everybody sees of them, and, once they have identified themselves, what the company knows.

import { html, nothing } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class Customer extends DeskElement {
  render() {
    const { store } = this;
    const person = store.addressed;
    if (!person || !store.shows("card")) return nothing;
    const known = store.view.customers[person.persona];
    return html`<h2 class="panel-title">${this.t("customer.title")}</h2>
      <section class="customer" ?data-known=${Boolean(known)}>
        <p><strong dir="auto">${person.name}</strong> <span class="soft">${person.handle}</span></p>
        ${person.reach === null ? nothing : html`<p class="soft small">${this.sayReach(person.reach)}</p>`}
        ${person.persona in store.view.blocked ? html`<p class="small">${ICONS.blocked} ${this.t("customer.blocked")}</p>` : nothing}
        ${known ? this.drawRecord(known.record) : html`<p class="soft small">${this.t("customer.unknown")}</p>`}
      </section>`;
  }

  sayReach(reach) {
    return this.t("customer.reach", { reach: reach.toLocaleString(document.documentElement.lang) });
  }

  drawRecord(record) {
    const fields = Object.entries(record);
    return html`<p class="customer-known small">${ICONS.private} ${this.t("customer.known")}</p>
      ${fields.length ? html`<dl class="record">${fields.map(([key, value]) => html`<dt class="small soft">${this.nameField(key)}</dt><dd>${value}</dd>`)}</dl>` : nothing}`;
  }

  // Fields of the scenario's own are named as it names them.
  nameField(key) {
    return this.store.pack.record_fields.includes(key) ? this.t(`record.${key}`) : key.replaceAll("_", " ");
  }
}

customElements.define("gp-customer", Customer);
