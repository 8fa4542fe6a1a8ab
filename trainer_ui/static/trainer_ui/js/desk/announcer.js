// What a screen reader hears of the stream: one polite sentence every few seconds at most, however much happens.

import { html } from "../../vendor/lit.js";
import { readHalt } from "../run/halting.js";
import { readHeat } from "../run/heat.js";
import { DeskElement } from "./element.js";

const EVERY_MS = 5_000;
const SAID = {
  Resumed: "said.resumed",
  Skipped: "said.skipped",
  FactReleased: "said.fact",
  ReplySent: "said.sent",
  NoteWritten: "said.note",
  DeskAnswered: "said.desk",
  CustomerIdentified: "said.customer",
  ThreadClosed: "said.closed",
  Escalated: "said.escalated",
  Resolved: "said.resolved",
  ArticleProposed: "said.proposed",
  Tagged: "said.tagged",
  Untagged: "said.untagged",
  Unblocked: "said.unblocked",
  NoticePublished: "said.notice",
  NoticeUpdated: "said.notice_updated",
};

class Announcer extends DeskElement {
  static properties = { sentence: { state: true } };
  static hasNews = false;

  listen() {
    super.listen();
    this.posts = 0;
    this.words = [];
    this.store.addEventListener("event", ({ detail: frame }) => this.hear(frame));
  }

  hear({ kind, data, seq, by = null, words = "" }) {
    const isPast = seq <= this.store.headAtStart;
    if (kind === "RunStarted") this.level = readHeat(data.heat ?? 0).level;
    if (kind === "MoodMoved") this.hearMood(data.heat, isPast);
    if (isPast) return;
    if (kind === "PostAppeared" && !data.crowd && data.thread !== this.store.selected) this.posts += 1;
    if (kind === "Treated") this.words.push(`${this.t(`treated.${data.as}`)}.`);
    if (kind === "Paused") this.words.push(this.t(readHalt({ by }, this.store.pack.actor) ?? "said.paused"));
    if (kind === "Whispered") this.words.push(this.t("said.whisper", { text: words }));
    if (kind in SAID) this.words.push(this.t(SAID[kind]));
    if (!this.posts && !this.words.length) return;
    this.timer ??= setTimeout(() => this.speak(), EVERY_MS);
  }

  // Only when it has become another word.
  hearMood(heat, isPast) {
    const { level } = readHeat(heat);
    const isOther = level !== this.level;
    this.level = level;
    if (isOther && !isPast && this.store.shows("mood")) this.words.push(this.t("said.heat", { word: this.t(`heat.${level}`) }));
  }

  speak() {
    const posts = this.posts ? [this.t("said.posts", { count: this.posts })] : [];
    this.sentence = [...posts, ...new Set(this.words)].join(" ");
    Object.assign(this, { posts: 0, words: [], timer: undefined });
  }

  render() {
    return html`<p class="out-of-sight" aria-live="polite">${this.sentence}</p>`;
  }
}

customElements.define("gp-announcer", Announcer);
