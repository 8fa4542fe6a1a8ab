// The form in which a coach lets something happen: for all or for one, now or a little later.

import { html, LitElement, nothing } from "../../vendor/lit.js";
import { listKinds, listSpeakers, readForm } from "./asking.js";

const LATER_S = [0, 60, 120, 300];
const POINTS = [-20, -10, 10, 20];
const LONGEST = { post: 2000, fact: 1000, whisper: 500, moment: 1000 };
const EXCERPT = 40;

class Happening extends LitElement {
  // `news` changes with what there is to choose from, and with nothing else: nobody's choice is drawn anew under their hand.
  static properties = {
    store: { attribute: false }, news: { attribute: false },
    whom: { state: true }, kind: { state: true }, persona: { state: true }, place: { state: true }, fact: { state: true },
  };

  constructor() {
    super();
    Object.assign(this, { whom: "", kind: "post", persona: "", place: "", fact: "" });
  }

  createRenderRoot() {
    return this;
  }

  t(key, values) {
    return this.store.t(key, values);
  }

  // Threads and names are those of the run that is furthest on, of all or of the one that is chosen.
  get example() {
    const { store } = this;
    const runs = this.listRuns();
    return runs.map((run) => store.views.get(run)).sort((a, b) => b.seq - a.seq)[0] ?? null;
  }

  listRuns() {
    return this.store.running.filter((run) => this.whom === "" || run === Number(this.whom));
  }

  render() {
    const { store, kind } = this;
    const isOff = store.line !== "live" || !store.running.length;
    return html`<details class="card happening"><summary>${this.t("happen.title")}</summary>
      <form class="happening-form" @submit=${this.send}>
        <label>${this.t("happen.for")} <select name="whom" @change=${({ target }) => (this.whom = target.value)}><option value="">${this.t("happen.all")}</option>
          ${store.members.filter(({ run }) => store.running.includes(run)).map(({ run, name }) => html`<option value=${run} ?selected=${this.whom === String(run)}>${name}</option>`)}</select></label>
        <label>${this.t("happen.what")} <select name="kind" @change=${({ target }) => (this.kind = target.value)}>
          ${listKinds(store.room).map((each) => html`<option value=${each} ?selected=${each === kind}>${this.t(`kind.${each}`)}</option>`)}</select></label>
        ${this.drawFields()}
        ${["whisper", "moment"].includes(kind) ? nothing : html`<label>${this.t("happen.when")} <select name="in_s">
          ${LATER_S.map((seconds) => html`<option value=${seconds}>${seconds ? this.t("happen.in", { minutes: seconds / 60 }) : this.t("happen.now")}</option>`)}</select></label>`}
        <button class="button button-main" ?disabled=${isOff}>${this.t("happen.send")}</button>
      </form></details>`;
  }

  drawFields() {
    const draw = { post: this.drawPost, fact: this.drawFact, wave: this.drawWave, heat: this.drawHeat };
    return draw[this.kind]?.call(this) ?? this.drawText();
  }

  drawPost() {
    const { room } = this.store;
    const view = this.example;
    const speakers = listSpeakers(room.personas, view, this.place, this.listRuns().length === 1);
    const persona = speakers.some(({ key }) => key === this.persona) ? this.persona : "";
    const isThread = this.place.startsWith("thread:");
    return html`<label>${this.t("post.who")} <select name="persona" @change=${({ target }) => (this.persona = target.value)}>
        <option value="">${this.t("post.stranger")}</option>
        ${speakers.map(({ key, name }) => html`<option value=${key} ?selected=${key === persona}>${name}</option>`)}</select></label>
      ${persona ? nothing : html`<label>${this.t("post.name")} <input name="name" required maxlength="60"></label>`}
      <label>${this.t("post.where")} <select name="place" @change=${({ target }) => (this.place = target.value)}>
        ${Object.entries(room.channels).map(([key, { name }]) => html`<option value="channel:${key}" ?selected=${this.place === `channel:${key}`}>${this.t("post.new", { channel: name })}</option>`)}
        ${(view?.order ?? []).map((key) => html`<option value="thread:${key}" ?selected=${this.place === `thread:${key}`}>${nameThread(view.threads[key])}</option>`)}</select></label>
      ${isThread ? html`<label>${this.t("post.visibility")} <select name="visibility"><option value="public">${this.t("post.public")}</option><option value="private">${this.t("post.private")}</option></select></label>` : nothing}
      ${this.drawText()}
      <label class="happening-tick"><input type="checkbox" name="answer" checked> ${this.t("post.answer")}</label>`;
  }

  drawFact() {
    const known = new Set((this.example?.facts ?? []).map(({ fact }) => fact));
    return html`<label>${this.t("fact.which")} <select name="fact" @change=${({ target }) => (this.fact = target.value)}>
        <option value="">${this.t("fact.own")}</option>
        ${this.store.room.facts.filter(({ key }) => !known.has(key)).map(({ key, text }) => html`<option value=${key} ?selected=${key === this.fact}>${text}</option>`)}</select></label>
      ${this.fact ? nothing : this.drawText()}`;
  }

  drawWave() {
    return html`<label>${this.t("wave.posts")} <input name="posts" type="number" min="1" max="200" value="30" required></label>
      <label>${this.t("wave.seconds")} <input name="seconds" type="number" min="1" max="300" value="60" required></label>`;
  }

  drawHeat() {
    return html`<label>${this.t("heat.points")} <select name="points">${POINTS.map((points) => html`<option value=${points}>${points > 0 ? "+" : "−"}${Math.abs(points)}</option>`)}</select></label>`;
  }

  drawText() {
    return html`<label class="happening-text">${this.t(`text.${this.kind}`)}
      <textarea name="text" rows="2" lang=${this.store.room.language} maxlength=${LONGEST[this.kind]} ?required=${this.kind !== "moment"}></textarea></label>`;
  }

  send(event) {
    event.preventDefault();
    const form = event.target;
    const { type, tell } = readForm(Object.fromEntries(new FormData(form)));
    this.store.command(type, this.listRuns(), (run) => tell(this.store.read(run).run_ms));
    for (const field of form.querySelectorAll("textarea")) field.value = "";
  }
}

function nameThread({ posts }) {
  const { name, text } = posts[0];
  return `${name}: ${text.length > EXCERPT ? `${text.slice(0, EXCERPT)} …` : text}`;
}

customElements.define("gp-happening", Happening);
