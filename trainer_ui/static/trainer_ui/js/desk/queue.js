// The queue: who waits, and how long still.

import { html, nothing, repeat } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { readDeadline, readTurn } from "../run/deadlines.js";
import { choosePost } from "../run/queue.js";
import { DeskElement } from "./element.js";
import { drawDeadline, ICONS } from "./icons.js";

const ASIDE = { state: "aside" };
const OF_CROWD = 40;

class Queue extends DeskElement {
  static properties = { isUnfolded: { state: true }, pages: { state: true } };

  static ticks = true;

  // Where the list is sorted anew, the browser lets go of the item in focus; it is given back.
  willUpdate(changed) {
    super.willUpdate(changed);
    const { activeElement } = document;
    this.focused = this.contains(activeElement) ? activeElement.dataset.thread : undefined;
  }

  updated() {
    if (this.focused && document.activeElement === document.body) this.querySelector(`[data-thread="${CSS.escape(this.focused)}"]`)?.focus();
    const selected = this.isFound ? null : this.querySelector('[aria-current="true"]');
    if (!selected) return;
    this.isFound = true;
    selected.scrollIntoView({ block: "nearest" });
  }

  render() {
    const { view } = this.store;
    const { open, listening, aside, answered, crowd } = this.store.queue;
    const empty = view.order.length ? "queue.empty" : "queue.begin";
    return html`
      <h2 class="panel-title" id="queue-title">${this.t("queue.title")}
        <span class="count-badge">${this.t("queue.open", { count: open.length })}</span></h2>
      ${open.length ? this.drawList(open, "queue-title") : html`<p class="empty">${this.t(empty)}</p>`}
      ${listening.length && this.store.shows("listening")
        ? html`<h3 class="queue-divider" id="listening-title">${this.t("queue.listening")}</h3>
            <p class="queue-note small soft">${this.t("queue.listening_hint")}</p>
            ${this.drawList(listening, "listening-title")}`
        : nothing}
      ${aside.length
        ? html`<h3 class="queue-divider" id="aside-title">${this.t("queue.aside")}</h3>
            <p class="queue-note small soft">${this.t("queue.aside_hint")}</p>
            ${this.drawList(aside, "aside-title", ASIDE)}`
        : nothing}
      ${answered.length
        ? html`<h3 class="queue-divider" id="answered-title">${this.t("queue.answered")}</h3>
            ${this.drawList(answered, "answered-title")}`
        : nothing}
      ${crowd.length ? this.drawCrowd(crowd) : nothing}`;
  }

  // Everybody else: counted, and unfolded by whoever wants to read. The newest are drawn, older ones when they are asked for.
  drawCrowd(crowd) {
    const shown = OF_CROWD * (this.pages ?? 1);
    const older = this.isUnfolded ? crowd.length - shown : 0;
    return html`<details class="crowd" ?open=${this.isUnfolded} @toggle=${(event) => { this.isUnfolded = event.target.open; }}>
      <summary class="queue-divider" id="crowd-title">${this.t("queue.crowd", { count: crowd.length })}</summary>
      ${this.isUnfolded ? this.drawList(crowd.slice(0, shown), "crowd-title") : nothing}
      ${older > 0 ? html`<button class="button button-plain small" @click=${this.showOlder}>${this.t("queue.crowd_more", { count: Math.min(OF_CROWD, older) })}</button>` : nothing}
    </details>`;
  }

  showOlder() {
    this.pages = (this.pages ?? 1) + 1;
  }

  drawList(threads, label, state) {
    return html`<ul class="queue-list" aria-labelledby=${label}>
      ${repeat(threads, ({ key }) => key, (thread) => html`<li>${this.drawItem(thread, state)}</li>`)}
    </ul>`;
  }

  drawItem(thread, state) {
    const channel = this.store.pack.channels[thread.channel];
    const deadline = state ?? readDeadline(thread, this.store.runMs, channel);
    const shown = thread.posts.find((post) => post.post === choosePost(thread));
    const covered = this.store.view.state === "paused";
    return html`<button class="queue-item left-${deadline.state} ${thread.unanswered.length ? "" : "queue-done"}" data-thread=${thread.key}
        aria-current=${thread.key === this.store.selected ? "true" : "false"} @click=${this.choose}>
      <span class="queue-top">
        <span class="queue-name" dir="auto">${shown.name}</span>
        <span class="channel soft" title=${channel?.name}>${ICONS[channel?.kind]}<span class="out-of-sight">${channel?.name}</span></span>
      </span>
      <span class="queue-text" lang=${this.store.pack.language} dir="auto">${covered ? "· · ·" : shown.text}</span>
      <span class="queue-foot">
        <span class="left">${drawDeadline(deadline)}
          <span class="numbers">${this.t(`left.${deadline.state}`, { left: formatSpan(Math.abs(deadline.left_ms ?? 0)) })}</span></span>
        <span class="soft">${this.drawDesks(thread)} ${this.drawTurn(thread)}</span>
      </span>
    </button>`;
  }

  // Which desks have it, or, as soon as one has answered, which have.
  drawDesks({ desks }) {
    const answered = Object.keys(desks).filter((key) => desks[key] === "answered");
    const keys = answered.length ? answered : Object.keys(desks);
    if (!keys.length) return nothing;
    const names = keys.map((key) => this.store.pack.desks.find((desk) => desk.key === key)?.name ?? key).join(", ");
    const word = this.t(answered.length ? "queue.desk_answered" : "queue.desk_asked", { desks: names });
    return html`<span class=${answered.length ? "desk-answered" : ""} title=${word}>${ICONS[answered.length ? "desk" : "handover"]}<span class="out-of-sight">${word}</span></span>`;
  }

  drawTurn(thread) {
    if (this.store.drafts.threads().includes(thread.key)) return html`<strong class="turn-draft">${this.t("turn.draft")}</strong>`;
    const waiting = thread.unanswered.length;
    if (waiting > 1) return html`<strong>${this.t("queue.more", { count: waiting })}</strong>`;
    const turn = readTurn(thread);
    return turn === "answered" ? nothing : html`<strong class="turn-${turn}">${this.t(`turn.${turn}`)}</strong>`;
  }

  choose(event) {
    this.store.select(event.currentTarget.dataset.thread);
    // Pressed by key (no pointer): straight on to the reply.
    if (event.detail === 0) this.store.say("reply");
  }

  focusSelected() {
    this.querySelector('[aria-current="true"]')?.focus();
  }
}

customElements.define("gp-queue", Queue);
