// The notice: what everybody can be pointed to, how old it is, and what has become known since.

import { html, live, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { countGraphemes } from "../write/graphemes.js";
import { ActDialog } from "./act-dialog.js";
import { drawBreakable } from "./breakable.js";
import { drawLength } from "./composer-parts.js";
import { ICONS } from "./icons.js";

class Notice extends ActDialog {
  static ticks = true;
  static properties = { text: { state: true }, channel: { state: true }, topic: { state: true } };

  constructor() {
    super();
    this.text = null;
  }

  listen() {
    super.listen();
    this.store.addEventListener("notice", () => this.begin(this.store.pack.notice?.topics[0]));
  }

  get isShown() {
    return this.store.shows("notice") && Boolean(this.store.pack.notice);
  }

  listNews() {
    const { view, second } = this.store;
    return [view.notices, view.facts, Object.keys(view.notices).length && second];
  }

  render() {
    if (!this.isShown) return nothing;
    return html`<h2 class="panel-title">${this.t("notice.title")}</h2>
      ${this.store.pack.notice.topics.map((topic) => this.drawTopic(topic, this.store.view.notices[topic]))}
      <dialog class="dialog dialog-wide" aria-labelledby="notice-title" @close=${this.giveBack}>${this.act ? this.drawForm() : nothing}</dialog>`;
  }

  drawTopic(topic, notice) {
    const { pack, view, runMs, isLocked, isMine } = this.store;
    const news = notice ? view.facts.filter(({ at_ms }) => at_ms > notice.at_ms).length : 0;
    return html`<section class="notice ${news ? "notice-old" : ""}" aria-label=${topic}>
      <p class="fact-head small"><strong lang=${pack.language}>${topic}</strong>
        <span class="soft numbers">${notice ? this.t("notice.age", { time: formatSpan(runMs - notice.at_ms), channel: pack.channels[notice.channel].name }) : this.t("notice.none")}</span></p>
      ${notice ? html`<p class="notice-text" lang=${pack.language} dir="auto">${notice.text === null ? this.t("post.erased") : drawBreakable(notice.text)}</p>` : nothing}
      ${news ? html`<p class="notice-news small">${ICONS.warn} ${this.t("notice.news", { count: news })}</p>` : nothing}
      ${isMine && view.state !== "ended" ? html`<button class="button button-plain small" ?disabled=${isLocked} @click=${() => this.begin(topic)}>
        ${ICONS.notice} ${this.t(notice ? "notice.update" : "notice.publish")}</button>` : nothing}
    </section>`;
  }

  async begin(topic) {
    if (!topic || !this.isShown || this.store.isLocked || !this.store.isMine) return;
    const known = this.store.view.notices[topic];
    this.known = known?.text ?? "";
    this.text = this.store.words.read(`notice:${topic}`) ?? this.known;
    this.topic = topic;
    this.channel = known?.channel ?? this.channel ?? this.homePlace;
    await this.open(known ? "update" : "publish", `notice:${topic}`);
    // The channel is chosen already; what is missing are words.
    this.dialog.querySelector("textarea").focus();
  }

  // Where a brand says what concerns everybody: on its page, if it has one, and rather than in its homepage's chat.
  get homePlace() {
    const channels = Object.entries(this.store.pack.channels);
    const of = (wanted) => channels.find(([, { kind }]) => kind === wanted);
    return (of("page") ?? of("homepage") ?? channels[0])[0];
  }

  drawForm() {
    const { pack } = this.store;
    const { limit } = pack.channels[this.channel];
    const count = countGraphemes(this.text);
    const isOver = limit !== null && count > limit;
    return html`<form @submit=${this.send} @keydown=${this.hurry}>
      <h2 id="notice-title">${this.t(`notice.${this.act}_title`)}</h2>
      <p class="soft">${this.t("notice.hint")}</p>
      ${this.act === "publish" ? html`<label class="act-words"><span>${this.t("notice.channel")}</span>
        <select name="channel" @change=${(event) => { this.channel = event.target.value; }}>
          ${Object.entries(pack.channels).map(([key, { name }]) => html`<option value=${key} ?selected=${key === this.channel}>${name}</option>`)}
        </select></label>` : nothing}
      <label class="act-words"><span>${this.t("notice.text")}</span>
        <textarea rows="6" required lang=${pack.language} spellcheck="true" .value=${live(this.text)} @input=${this.type}></textarea></label>
      <p>${drawLength({ length: count, limit, t: this.t })}</p>
      ${this.drawFoot(this.t(`notice.${this.act}_do`), { disabled: isOver || !this.text.trim() })}
    </form>`;
  }

  type(event) {
    this.text = event.target.value;
    this.store.words.write(this.wording, this.text, this.known);
  }

  send(event) {
    event.preventDefault();
    const { topic, text, channel } = this;
    if (this.act === "publish") this.do("publish_notice", { topic, channel, text });
    else this.do("update_notice", { topic, text });
  }

  finish() {
    super.finish();
    this.text = null;
  }
}

customElements.define("gp-notice", Notice);
