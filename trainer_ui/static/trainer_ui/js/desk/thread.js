// The chosen thread in its channel's manner, a log that keeps its end in sight unless someone scrolled up to read. Each thread
// is found again where it was left; a long one is folded.

import { html, nothing, repeat } from "../../vendor/lit.js";
import { findAddressee, findEarlier, findTail, findUnread, foldEntries, trimTail } from "../run/folding.js";
import { readHalt } from "../run/halting.js";
import { readKind } from "../run/ways.js";
import { isShown } from "../write/outbox.js";
import "./acts.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";
import { drawInternal } from "./internal.js";
import { readHands } from "./post.js";
import { Settling } from "./settling.js";
import "./team.js";

const NEAR_END_PX = 80;
const SNOOZES_MIN = [1, 2, 5];
// From so many readers on it is said beside a post.
const WIDE_REACH = 1_000;

class Thread extends DeskElement {
  willUpdate(changed) {
    super.willUpdate(changed);
    const { selected, thread, reads } = this.store;
    // After a reload the choice is there before the thread is.
    const opened = thread ? selected : null;
    if (opened === this.opened) {
      if (thread) this.trim(thread);
      return;
    }
    this.opened = opened;
    if (!thread) return;
    const { posts } = thread;
    if (!this.places.has(selected)) this.places.set(selected, { from: findTail(posts), top: null });
    this.unread = findUnread(posts, reads.upTo(selected));
  }

  trim({ posts }) {
    const { atEnd, place } = this;
    const from = trimTail(posts, place.from, { atEnd, isUnfolded: place.isUnfolded });
    if (from !== place.from) Object.assign(place, { from, isUnfolded: false });
  }

  get place() {
    return this.places.get(this.opened);
  }

  // A picture has no height before it is there.
  listen() {
    super.listen();
    this.places = new Map();
    this.settling = new Settling(() => this.log);
    this.addEventListener("load", () => { if (this.atEnd) this.scrollToEnd(); }, true);
  }

  get log() {
    return this.querySelector(".thread-log");
  }

  listNews() {
    const { addressed, isAside, thread, view } = this.store;
    return [thread, addressed, isAside, view.order.length > 0];
  }

  render() {
    const { thread, selected, view } = this.store;
    if (!thread) return this.drawNothing();
    const channel = this.store.pack.channels[thread.channel];
    const addressed = this.store.addressed?.post;
    const hands = readHands(this.store);
    const waiting = this.store.outbox.items.filter((item) => item.thread === selected && !isShown(item, thread));
    return html`
      <header class="thread-head">
        <h2 class="panel-title">${thread.posts[0].name}</h2>
        ${this.store.canSetAside ? this.drawAside() : nothing}
        <gp-acts .store=${this.store}></gp-acts>
        <span class="channel soft">${ICONS[channel?.kind]} ${channel?.name}</span>
      </header>
      ${this.drawState(thread)}<gp-team .store=${this.store}></gp-team>
      <div class="thread-log thread-${channel?.kind}" role="log" tabindex="0" aria-label=${this.t("thread.title")}
          ?inert=${view.state === "paused"} ?data-covered=${view.state === "paused"} @scroll=${this.look}>
        ${this.drawEntries(thread, { addressed, hands })}
        ${repeat(waiting, ({ cmd_id }) => cmd_id, (item) => html`<div class="entry entry-post"><gp-post .store=${this.store} .hands=${hands} .entry=${{ kind: "reply", ...item }}></gp-post></div>`)}
      </div>
      ${this.behind ? html`<button class="button small thread-newer" @click=${this.scrollToEnd}>${this.t("thread.newer")}</button>` : nothing}
      ${view.state === "paused" ? this.drawCover() : nothing}`;
  }

  drawEntries(thread, chosen) {
    const parts = foldEntries(thread, this.place.from, chosen.addressed);
    return repeat(parts, ({ entry, before }) => entry?.seq ?? `fold-${before}`, ({ entry, folded }, index) => (entry
      ? html`${entry.seq === this.unread ? html`<p class="unread-line small" role="separator">${this.t("thread.unread")}</p>` : nothing}
          ${this.drawEntry(entry, { thread, ...chosen, above: parts[index - 1]?.entry })}`
      : html`<p class="entries-folded"><button class="button small" @click=${this.showEarlier}>${this.t("thread.folded", { count: folded })}</button></p>`));
  }

  drawEntry(entry, { thread, addressed, hands, above }) {
    if (["handover", "desk", "note", "proposal"].includes(entry.kind)) return drawInternal(entry, this.store);
    const isOpen = thread.unanswered.includes(entry.post);
    const isAddressed = entry.post === addressed && (isOpen || entry.post === this.store.picks.get(this.store.selected));
    // What is private has lines of its own; between two of a kind, one is enough.
    const isRuled = entry.visibility === "private";
    const isAlike = isRuled && above?.visibility === "private" && readKind(above.way) === readKind(entry.way);
    return html`<div class="entry entry-post ${isRuled ? "entry-ruled" : ""} ${isAlike ? "entry-alike" : ""}">${this.drawContext(entry, thread, above)}
      <gp-post .store=${this.store} .hands=${hands} .entry=${entry} .open=${isOpen} .addressed=${isAddressed} .treated=${thread.treated[entry.post]}
        .tags=${thread.tags[entry.post]}></gp-post></div>`;
  }

  // Whom it answers, and how many read it, where that is worth a line.
  drawContext(entry, { posts }, above) {
    const to = findAddressee(entry, posts, above);
    const isWide = entry.reach >= WIDE_REACH;
    if (!to && !isWide) return nothing;
    const reach = isWide ? this.t("thread.reach", { reach: entry.reach.toLocaleString(document.documentElement.lang) }) : null;
    return html`<p class="post-context soft small">${to ? html`${ICONS.toward} ${this.t("thread.toward", { name: to.name })}` : nothing}
      ${reach ? html`<span>${ICONS.crowd} ${reach}</span>` : nothing}</p>`;
  }

  // What is added above pushes nothing away from under the eye.
  async showEarlier() {
    const { log, place } = this;
    const below = log.scrollHeight - log.scrollTop;
    Object.assign(place, { from: findEarlier(this.store.thread.posts, place.from), isUnfolded: true });
    this.requestUpdate();
    await this.updateComplete;
    requestAnimationFrame(() => { log.scrollTop = log.scrollHeight - below; });
    log.focus({ preventScroll: true });
  }

  // What was decided about the thread as a whole.
  drawState({ closed, resolved }) {
    const state = closed ? "closed" : resolved ? "resolved" : null;
    return state ? html`<p class="thread-state thread-${state}">${ICONS[state]} ${this.t(`thread.${state}`)}</p>` : nothing;
  }

  drawNothing() {
    const { view } = this.store;
    if (view.state === "paused") return this.drawCover();
    return html`<div class="empty thread-empty"><p>${this.t(view.order.length ? "thread.choose" : view.seq ? "queue.begin" : "line.connecting")}</p>
      <p class="soft small">${this.t("thread.choose_keys")}</p></div>`;
  }

  drawAside() {
    const { isAside } = this.store;
    return html`<button class="button button-plain small" @click=${() => this.store.setAside(!isAside)}>
      ${ICONS.aside} ${this.t(isAside ? "thread.back" : "thread.aside")}</button>
      ${isAside ? nothing : html`<details class="snooze" @focusout=${this.closeSnooze}>
        <summary class="button button-plain small" aria-label=${this.t("thread.snooze")} title=${this.t("thread.snooze")}>${ICONS.snoozed}</summary>
        <ul class="acts-list">${SNOOZES_MIN.map((count) => html`<li><button class="acts-item" @click=${(event) => this.snooze(event, count)}>
          ${this.t("thread.snooze_for", { count })}</button></li>`)}</ul></details>`}`;
  }

  // What had the focus is gone: the thread takes it.
  snooze(event, minutes) {
    event.target.closest("details").open = false;
    this.store.setAside(true, { forMs: 60_000 * minutes });
    this.log.focus({ preventScroll: true });
  }

  closeSnooze({ currentTarget, relatedTarget }) {
    if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
  }

  drawCover() {
    const { pack, view: { halt } } = this.store;
    const title = readHalt(halt, pack.actor) ?? "thread.covered";
    return html`<div class="thread-cover"><p class="cover-title">${ICONS.pause} ${this.t(title)}</p>
      ${halt?.reason ? html`<p>${this.t(`halt.${halt.reason}`)}</p>` : nothing}
      <p class="soft">${this.t("thread.covered_text")}</p></div>`;
  }

  updated() {
    const { selected, thread } = this.store;
    const count = thread ? thread.posts.length + this.store.outbox.items.length : 0;
    const isOther = this.opened !== this.shown;
    const grew = count > (this.count ?? 0);
    if (thread && !document.hidden) this.store.reads.mark(selected, thread.posts.at(-1).seq);
    Object.assign(this, { shown: this.opened, count });
    this.watchSize();
    if (grew || isOther) this.settling.plan();
    if (isOther) this.comeBack();
    else if (grew && this.atEnd) this.scrollToEnd();
    else if (grew && !this.behind) this.showBehind(true);
  }

  // The composer grows and shrinks: whoever is at the end stays there. Asking for sizes in each drawing would cost a layout each time.
  watchSize() {
    if (this.log === this.sized) return;
    this.sized = this.log;
    this.sizes?.disconnect();
    this.sizes = new ResizeObserver(([{ contentRect }]) => {
      this.settling.resize(contentRect.width);
      if (this.atEnd) this.scrollToEnd();
    });
    if (this.sized) this.sizes.observe(this.sized);
  }

  // To where it was left, to what is new since, or to the end.
  comeBack() {
    const line = this.querySelector(".unread-line");
    if (this.behind) this.showBehind(false);
    const top = this.place?.top ?? null;
    Object.assign(this, { atEnd: top === null, top: 0 });
    if (!line && top === null) return this.scrollToEnd();
    if (line && top !== null) this.showBehind(true);
    const { selected } = this.store;
    return requestAnimationFrame(() => {
      if (this.store.selected !== selected || !this.log) return;
      if (top === null) line.scrollIntoView({ block: "center" });
      else this.log.scrollTop = top;
    });
  }

  scrollToEnd() {
    // The posts draw themselves after this element did.
    requestAnimationFrame(() => {
      if (this.log) this.log.scrollTop = this.log.scrollHeight;
    });
    if (this.behind) this.showBehind(false);
  }

  // Only who scrolls up leaves the end: a scrolling of ours may be told when the composer has already grown and the log is smaller.
  look() {
    const { log, place } = this;
    if (!log) return; // a size or a scrolling that is told after the thread has left the page
    const isNear = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END_PX;
    const isEnd = isNear || (this.atEnd && log.scrollTop >= this.top);
    this.top = log.scrollTop;
    this.atEnd = isEnd;
    if (this.behind && isEnd) this.showBehind(false);
    if (place) place.top = isEnd ? null : log.scrollTop;
  }

  showBehind(behind) {
    this.behind = behind;
    queueMicrotask(() => this.requestUpdate());
  }
}

customElements.define("gp-thread", Thread);
