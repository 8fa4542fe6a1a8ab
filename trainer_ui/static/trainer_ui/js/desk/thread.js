// The chosen thread in its channel's manner, a log that keeps its end in sight unless someone scrolled up to read.

import { html, nothing, repeat } from "../../vendor/lit.js";
import { isShown } from "../write/outbox.js";
import "./acts.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";
import { drawInternal } from "./internal.js";
import "./post.js";

const NEAR_END_PX = 80;

class Thread extends DeskElement {
  willUpdate(changed) {
    super.willUpdate(changed);
    const log = this.log;
    this.atEnd = !log || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
  }

  // A picture has no height before it is there.
  listen() {
    super.listen();
    this.addEventListener("load", () => { if (this.atEnd) this.scrollToEnd(); }, true);
  }

  get log() {
    return this.querySelector(".thread-log");
  }

  render() {
    const { thread, selected, view } = this.store;
    if (!thread) return this.drawNothing();
    const channel = this.store.pack.channels[thread.channel];
    const addressed = this.store.addressed?.post;
    const waiting = this.store.outbox.items.filter((item) => item.thread === selected && !isShown(item, thread));
    return html`
      <header class="thread-head">
        <h2 class="panel-title">${thread.posts[0].name}</h2>
        ${this.store.canSetAside ? this.drawAside() : nothing}
        <gp-acts .store=${this.store}></gp-acts>
        <span class="channel soft">${ICONS[channel?.kind]} ${channel?.name}</span>
      </header>
      ${this.drawState(thread)}
      <div class="thread-log thread-${channel?.kind}" role="log" tabindex="0" aria-label=${this.t("thread.title")}
          ?inert=${view.state === "paused"} ?data-covered=${view.state === "paused"} @scroll=${this.look}>
        ${repeat(thread.posts, ({ seq }) => seq, (entry) => this.drawEntry(entry, thread, addressed))}
        ${repeat(waiting, ({ cmd_id }) => cmd_id, (item) => html`<gp-post .store=${this.store} .entry=${{ kind: "reply", ...item }}></gp-post>`)}
      </div>
      ${this.behind ? html`<button class="button small thread-newer" @click=${this.scrollToEnd}>${this.t("thread.newer")}</button>` : nothing}
      ${view.state === "paused" ? this.drawCover() : nothing}`;
  }

  drawEntry(entry, thread, addressed) {
    if (entry.kind === "handover" || entry.kind === "desk") return drawInternal(entry, this.store);
    const isOpen = thread.unanswered.includes(entry.post);
    const isAddressed = entry.post === addressed && (isOpen || entry.post === this.store.picks.get(this.store.selected));
    return html`<gp-post .store=${this.store} .entry=${entry} .open=${isOpen} .addressed=${isAddressed}
      .treated=${thread.treated[entry.post]}></gp-post>`;
  }

  // What was decided about the thread as a whole.
  drawState({ closed, resolved }) {
    const state = closed ? "closed" : resolved ? "resolved" : null;
    return state ? html`<p class="thread-state thread-${state}">${ICONS[state]} ${this.t(`thread.${state}`)}</p>` : nothing;
  }

  drawNothing() {
    return html`<div class="empty thread-empty"><p>${this.t(this.store.view.order.length ? "thread.choose" : "queue.begin")}</p>
      <p class="soft small">${this.t("thread.choose_keys")}</p></div>`;
  }

  drawAside() {
    const { isAside } = this.store;
    return html`<button class="button button-plain small" @click=${() => this.store.setAside(!isAside)}>
      ${ICONS.aside} ${this.t(isAside ? "thread.back" : "thread.aside")}</button>`;
  }

  drawCover() {
    return html`<div class="thread-cover"><p class="cover-title">${ICONS.pause} ${this.t("thread.covered")}</p>
      <p class="soft">${this.t("thread.covered_text")}</p></div>`;
  }

  updated() {
    const { selected, thread } = this.store;
    const count = thread ? thread.posts.length + this.store.outbox.items.length : 0;
    const isOther = selected !== this.shown;
    const grew = count > (this.count ?? 0);
    if (thread && !document.hidden) this.store.reads.mark(selected, thread.posts.at(-1).seq);
    const room = this.log?.clientHeight;
    const isOtherSize = room !== this.room;
    Object.assign(this, { shown: selected, count, room });
    if (isOther || ((grew || isOtherSize) && this.atEnd)) this.scrollToEnd();
    else if (grew && !this.behind) this.showBehind(true);
  }

  scrollToEnd() {
    // The posts draw themselves after this element did.
    requestAnimationFrame(() => {
      if (this.log) this.log.scrollTop = this.log.scrollHeight;
    });
    if (this.behind) this.showBehind(false);
  }

  look() {
    const { log } = this;
    if (this.behind && log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX) this.showBehind(false);
  }

  showBehind(behind) {
    this.behind = behind;
    queueMicrotask(() => this.requestUpdate());
  }
}

customElements.define("gp-thread", Thread);
