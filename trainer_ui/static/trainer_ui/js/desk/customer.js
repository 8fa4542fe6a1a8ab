// Whom one is writing to: what everybody sees of them, and, once they have identified themselves, what the company knows.

import { html, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { findHistory } from "../run/history.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

const HISTORY_SHOWN = 12;

class Customer extends DeskElement {
  listNews() {
    const { addressed, view } = this.store;
    return [addressed, view.customers, addressed && this.findPosts(addressed).length];
  }

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
        ${known?.history?.length ? this.drawEarlier(known.history) : nothing}
        ${this.drawHistory(person)}
      </section>`;
  }

  // What the company knows of earlier times is as private as the record.
  drawEarlier(history) {
    return html`<h3 class="small">${ICONS.private} ${this.t("customer.earlier")}</h3>
      <ul class="customer-list small" lang=${this.store.pack.language}>${history.map((text) => html`<li dir="auto">${text}</li>`)}</ul>`;
  }

  // Everything they wrote in this run but the post that is meant, in whatever thread and channel the desk leads to.
  findPosts(person) {
    const { listing, view } = this.store;
    const listening = this.store.shows("listening") ? listing.listening : null;
    return findHistory(view, person.persona, { listening }).filter(({ post }) => post !== person.post);
  }

  drawHistory(person) {
    const { pack, selected, view } = this.store;
    const posts = this.findPosts(person);
    if (!posts.length) return nothing;
    const others = new Set(posts.filter(({ key }) => key !== selected).map(({ channel }) => channel)).size;
    return html`<details class="customer-history small" ?open=${others > 0}>
      <summary>${this.t("customer.history", { count: posts.length })}</summary>
      <ul class="customer-list">${posts.slice(0, HISTORY_SHOWN).map((post) => html`<li>
        <button class="customer-post" @click=${() => this.go(post)}>
          <span class="soft numbers">${ICONS[pack.channels[post.channel]?.kind]} ${pack.channels[post.channel]?.name}, ${this.t("post.at", { time: formatSpan(post.at_ms) })}</span>
          ${post.visibility === "private" ? html`<span class="customer-private">${ICONS.private} ${this.t("post.private")}</span>` : nothing}
          ${post.answered ? html`<span class="soft">${ICONS.check} ${this.t("customer.answered")}</span>` : nothing}
          <span class="customer-text" lang=${pack.language} dir="auto">${view.state === "paused" ? "· · ·" : post.text}</span></button></li>`)}</ul>
    </details>`;
  }

  // To where it stands, and with the focus into the composer: there it is meant from now on.
  go({ key, post }) {
    this.store.select(key);
    this.store.pick(post);
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
