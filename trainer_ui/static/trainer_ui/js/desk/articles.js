// What the house knows at any time: short articles to look things up in, and to put into a reply at the cursor.

import { html, nothing } from "../../vendor/lit.js";
import { findArticles } from "../write/articles.js";
import { drawBreakable } from "./breakable.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class Articles extends DeskElement {
  static properties = { query: { state: true }, openKey: { state: true } };

  constructor() {
    super();
    this.query = "";
  }

  listen() {
    super.listen();
    this.store.addEventListener("articles", () => this.querySelector("[type=search]")?.focus());
  }

  get found() {
    return findArticles(this.store.pack.articles, this.query);
  }

  listNews() {
    return [Boolean(this.store.thread)];
  }

  render() {
    const { store, found } = this;
    if (!store.pack.articles?.length || !store.shows("facts")) return nothing;
    return html`<h2 class="panel-title">${this.t("articles.title")}</h2>
      <label class="queue-search article-search"><span class="out-of-sight">${this.t("articles.search")}</span>${ICONS.found}
        <input type="search" placeholder=${this.t("articles.search")} .value=${this.query} @input=${this.look} @keydown=${this.press}></label>
      <p class="out-of-sight" role="status">${this.query ? this.t("articles.count", { count: found.length }) : nothing}</p>
      ${found.length ? html`<ul class="article-list">${found.map((article) => this.drawArticle(article))}</ul>`
        : html`<p class="empty">${this.t("articles.none", { query: this.query })}</p>`}`;
  }

  drawArticle({ key, title, text }) {
    const { pack, thread, isLocked, isMine } = this.store;
    return html`<li><details ?open=${this.openKey === key} @toggle=${(event) => this.note(event, key)}>
      <summary lang=${pack.language} dir="auto">${title}</summary>
      <p class="article-text" lang=${pack.language} dir="auto">${drawBreakable(text)}</p>
      ${isMine ? html`<button class="button button-plain small" ?disabled=${!thread || isLocked}
        @click=${() => this.store.say("insert", text)}>${this.t("articles.insert")}<span class="out-of-sight">: ${title}</span></button>` : nothing}
    </details></li>`;
  }

  look({ target }) {
    this.query = target.value;
    this.openKey = this.query && this.found.length === 1 ? this.found[0].key : null;
  }

  note({ target }, key) {
    if (target.open) this.openKey = key;
    else if (this.openKey === key) this.openKey = null;
  }

  // Enter opens the first that was found and leads to its button; Escape leaves the field as anywhere.
  async press(event) {
    if (event.key !== "Enter" || !this.found.length) return;
    event.preventDefault();
    this.openKey = this.found[0].key;
    await this.updateComplete;
    this.querySelector("details[open] .button")?.focus();
  }
}

customElements.define("gp-articles", Articles);
