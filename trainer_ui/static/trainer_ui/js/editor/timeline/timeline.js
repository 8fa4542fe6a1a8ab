// The scenario as a picture of time: a lane for each thread, its posts as cards, facts as marks, reactions as arcs, and the load of each
// minute above them. Only what can be seen is drawn.

import { html, LitElement, nothing, repeat, svg } from "../../../vendor/lit.js";
import { FORM_STRINGS } from "../../texts/editor-form-strings.js";
import { makeTranslate } from "../../texts/translate.js";
import { Edits } from "../edits.js";
import { post as ask } from "../line.js";
import { bow, CARD, cutOut, HEAD, layOut, showTime } from "./layout.js";
import { Moving } from "./moving.js";
import { drawFacts, drawLoad, drawMinutes, drawTable } from "./top.js";

const SCALES = [1, 2, 4, 8];
const LONG_STEP = 6;

class TimeLine extends LitElement {
  static properties = { store: { attribute: false }, scale: { state: true }, seen: { state: true }, said: { state: true }, current: { state: true } };

  constructor() {
    super();
    Object.assign(this, { scale: 4, seen: { left: 0, top: 0, width: 1400, height: 700 }, said: "", current: null, line: null });
    this.t = makeTranslate(document.documentElement.lang, FORM_STRINGS);
  }

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    if (!this.store || this.moving) return;
    const { store } = this;
    store.edits ??= new Edits({ store, t: this.t, ask: (sent) => ask(store.editor.paths.patch, sent) });
    this.moving = new Moving({
      edits: store.edits,
      line: () => this.line,
      tell: () => this.requestUpdate(),
      say: (refused, moved) => {
        this.said = refused ?? this.t("line.moved", moved);
      },
    });
    store.addEventListener("checked", () => this.take());
    store.addEventListener("writable", () => this.requestUpdate());
    this.closest("[data-is-pane]")?.ownerDocument.addEventListener("pane", () => this.look());
    new ResizeObserver(() => this.look()).observe(this);
    if (store.outline) this.take();
  }

  take() {
    this.line = this.store.outline?.time_line ?? this.line;
    this.moving.settle();
    this.requestUpdate();
  }

  // What can be seen of it.
  look() {
    const box = this.querySelector(".line-box");
    if (!box?.offsetParent) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = box;
    this.seen = { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight };
  }

  lookSoon() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.look();
    });
  }

  openForm(path) {
    this.store.dispatchEvent(new CustomEvent("open", { detail: path }));
    document.querySelector("gp-editor-panes")?.choose?.("forms");
  }

  pathOf(post) {
    const reaction = this.line.reactions.find((each) => each.post === post.key);
    if (post.scripted || !reaction) return ["threads", post.thread, "posts", post.key];
    return reaction.thread ? ["threads", reaction.thread, "reactions", reaction.key] : ["reactions", reaction.key];
  }

  press(event, post) {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (steps && post.scripted && this.store.writable) this.moving.nudge(post, steps * (event.shiftKey ? LONG_STEP : 1));
    else if (next) this.goOn(post, next);
    else if (event.key === "Escape") this.moving.cancel();
    else return;
    event.preventDefault();
  }

  // To the card before or after this one, lane by lane in the order of time, wherever it is.
  goOn(post, step) {
    const keys = this.laid.lanes.flatMap(({ cards }) => cards.map((card) => card.post.key));
    const key = keys[keys.indexOf(post.key) + step];
    if (key === undefined) return;
    const card = this.laid.cards.get(key);
    const box = this.querySelector(".line-box");
    const top = this.querySelector(".line-top").offsetHeight;
    if (card.left < box.scrollLeft + HEAD || card.left + CARD.width > box.scrollLeft + box.clientWidth) box.scrollLeft = card.left - HEAD - CARD.gap;
    if (card.top < box.scrollTop || card.top + CARD.height + top > box.scrollTop + box.clientHeight) box.scrollTop = Math.max(0, card.top - CARD.gap);
    this.current = key;
    this.look();
    this.updateComplete.then(() => this.querySelector(`[data-post="${key}"]`)?.focus({ preventScroll: true }));
  }

  takeUp(event, post) {
    if (event.button !== 0 || !post.scripted || !this.store.writable) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.moving.begin(post, event.clientX);
  }

  letGo(event, post) {
    if (!this.moving.drop()) return;
    this.hasMoved = true;
    this.current = post.key;
    setTimeout(() => {
      this.hasMoved = false;
    });
  }

  render() {
    if (!this.store) return nothing;
    if (!this.line?.lanes.length) return html`<p class="soft">${this.t("line.empty")}</p>`;
    const { t, scale: pxPerS, line } = this;
    this.laid = layOut(line, { pxPerS, moves: this.moving.moves });
    const { width, height } = this.laid;
    const shown = cutOut(this.laid, this.seen);
    const at = { pxPerS, width, seen: this.seen, t, open: (path) => this.openForm(path) };
    return html`<div class="line-bar"><p class="small soft" id="line-help">${t("line.help")}</p>
        <label class="small">${t("line.zoom")} <select @change=${(event) => (this.scale = Number(event.target.value))}>${SCALES.map((scale) => html`<option value=${scale} ?selected=${scale === pxPerS}>${t("line.scale", { count: Math.round(38 / scale) })}</option>`)}</select></label></div>
      <p class="line-said small" role="status">${this.said}</p>
      <div class="line-box" role="group" aria-label=${t("line.label")} aria-describedby="line-help" @scroll=${() => this.lookSoon()}>
        <div class="line-top">${drawMinutes(line, at)}${drawLoad(line, at)}${drawFacts(line, at)}</div>
        <div class="line-lanes" .style=${`width:${width}px;height:${height}px`}>
          <svg class="line-arcs" width=${width} height=${height} aria-hidden="true">${bow(line, this.laid, shown).map(({ key, d }) => svg`<path d=${d}><title>${t("line.reaction", { key })}</title></path>`)}</svg>
          ${repeat(shown, ({ key }) => key, (lane) => this.drawLane(lane, width))}</div>
      </div>${drawTable(line, at)}`;
  }

  drawLane(lane, width) {
    return html`<div class="line-lane" .style=${`top:${lane.top}px;height:${lane.height}px;width:${width}px`}>
      <button type="button" class="line-name" title=${this.t("line.lane", { key: lane.key, channel: lane.channel })} @click=${() => this.openForm(["threads", lane.key])}><strong>${lane.key}</strong><span class="small soft">${[lane.channel, lane.topic].filter(Boolean).join(" · ")}</span></button>
      ${repeat(lane.cards, ({ post }) => post.key, (card) => this.drawCard(card, lane))}</div>`;
  }

  drawCard({ post, at_ms, left, top }, lane) {
    const { t } = this;
    const time = at_ms === null ? t("line.no_time") : showTime(at_ms);
    const first = this.current ?? this.laid.lanes.find(({ cards }) => cards.length)?.cards[0].post.key;
    const kind = [post.scripted ? "" : "line-brought", post.answer ? "line-answer" : "", post.triage === "urgent" ? "line-urgent" : "", this.moving.moves.has(post.key) ? "line-moves" : ""].join(" ");
    const said = [t("line.post", { key: post.key, time: post.scripted ? time : t("line.brought", { time }), by: post.by, text: post.text }), post.answer ? t("line.answer") : ""].filter(Boolean).join("; ");
    return html`<button type="button" class="line-card ${kind}" data-post=${post.key} tabindex=${post.key === first ? 0 : -1} .style=${`left:${left}px;top:${top - lane.top}px`} title=${said}
      @pointerdown=${(event) => this.takeUp(event, post)} @pointermove=${(event) => this.moving.follow(event.clientX, this.scale)} @pointerup=${(event) => this.letGo(event, post)} @pointercancel=${() => this.moving.cancel()}
      @keydown=${(event) => this.press(event, post)} @focus=${() => (this.current = post.key)} @blur=${() => this.moving.nudged === post.key && this.moving.finishNudged()}
      @click=${() => this.hasMoved || this.openForm(this.pathOf(post))}>
      <span class="line-when numbers">${time}${post.answer ? html` <span class="line-sign" aria-hidden="true">↩</span>` : nothing}</span><span class="line-by">${post.by}</span><span class="line-text" lang=${this.store.editor.language}>${post.text}</span></button>`;
  }
}

customElements.define("gp-editor-timeline", TimeLine);
