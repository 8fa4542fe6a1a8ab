// What a screen reader hears of the stream: one polite sentence every few seconds at most, however much happens.

import { html } from "../../vendor/lit.js";
import { DeskElement } from "./element.js";

const EVERY_MS = 5_000;

class Announcer extends DeskElement {
  static properties = { sentence: { state: true } };

  listen() {
    super.listen();
    this.posts = 0;
    this.words = [];
    this.store.addEventListener("event", ({ detail: frame }) => this.hear(frame));
  }

  hear({ kind, data, seq }) {
    if (seq <= this.store.headAtStart) return;
    if (kind === "PostAppeared" && data.thread !== this.store.selected) this.posts += 1;
    else if (kind === "FactReleased") this.words.push(this.t("said.fact"));
    else if (kind === "ReplySent") this.words.push(this.t("said.sent"));
    else return;
    this.timer ??= setTimeout(() => this.speak(), EVERY_MS);
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
