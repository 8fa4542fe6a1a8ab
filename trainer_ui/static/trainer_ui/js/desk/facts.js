// What is known so far, newest first, and since when. Replies are judged by this.

import { html, nothing, repeat } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { drawBreakable } from "./breakable.js";
import { DeskElement } from "./element.js";

const NEW_MS = 90_000;

class Facts extends DeskElement {
  static ticks = true;

  listNews() {
    const { view, second, thread } = this.store;
    return [view.facts, view.facts.length && second, Boolean(thread)];
  }

  render() {
    const facts = this.store.view.facts.toReversed();
    return html`<h2 class="panel-title">${this.t("facts.title")}</h2>
      ${facts.length
        ? html`<ul class="fact-list">${repeat(facts, ({ fact }) => fact, (fact) => this.drawFact(fact))}</ul>`
        : html`<p class="empty">${this.t("facts.empty")}</p>`}`;
  }

  drawFact(fact) {
    const age = this.store.runMs - fact.at_ms;
    const isNew = fact.at_ms > 0 && age < NEW_MS;
    return html`<li class="fact ${isNew ? "fact-new" : ""} ${fact.is_replaced ? "fact-replaced" : ""}">
      <p class="fact-head small">${isNew ? html`<strong class="new-badge">${this.t("facts.new")}</strong>` : nothing}
        ${fact.is_replaced ? html`<strong class="replaced-badge">${this.t("facts.replaced")} ${this.t("facts.replaced_for", { time: formatSpan(this.store.runMs - fact.replaced_ms) })}</strong>` : nothing}
        ${fact.kind === "information" ? nothing : html`<span class="kind-badge">${this.t(`facts.${fact.kind}`)}</span>`}
        <span class="soft numbers">${this.sayAge(fact, age)}</span></p>
      <p lang=${this.store.pack.language} dir="auto">${drawBreakable(fact.text)}</p>
      ${this.drawBefore(fact)}
      ${fact.approved && !fact.is_replaced ? this.drawApproved(fact) : nothing}
    </li>`;
  }

  // What it says in place of what people have been told until now.
  drawBefore({ replaces }) {
    const before = replaces && this.store.view.facts.find(({ fact }) => fact === replaces);
    return before ? html`<p class="fact-before small soft" dir="auto">${this.t("facts.before", { text: before.text })}</p>` : nothing;
  }

  sayAge({ at_ms }, age) {
    if (at_ms === 0) return this.t("facts.start");
    return age < 10_000 ? this.t("facts.just") : this.t("facts.since", { time: formatSpan(age) });
  }

  drawApproved({ approved }) {
    return html`<figure class="approved">
      <figcaption class="small soft">${this.t("facts.approved")}</figcaption>
      <blockquote lang=${this.store.pack.language} dir="auto">${drawBreakable(approved)}</blockquote>
      <button class="button button-plain small" ?disabled=${!this.store.thread || this.store.isLocked}
        @click=${() => this.store.say("insert", approved)}>${this.t("facts.insert")}</button>
    </figure>`;
  }
}

customElements.define("gp-facts", Facts);
