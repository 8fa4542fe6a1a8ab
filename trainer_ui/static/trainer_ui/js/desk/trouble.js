// The strip under the bar: what is the matter with line, tab or device, one thing at a time and the worst first, and what can be done.

import { html, nothing } from "../../vendor/lit.js";
import { formatSpan } from "../run/clock.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

// What waits for a line is no thread that waits for its customer.
const SIGNS = { ...ICONS, waiting: ICONS.offline };
const RETRIES = ["waiting", "restarting", "offline"];

class Trouble extends DeskElement {
  listNews() {
    const { view, waking } = this.store;
    return [waking.note && view.threads];
  }

  render() {
    const { trouble, problem, hasPen, waking } = this.store;
    if (trouble !== "live") return this.drawLine(trouble === "waiting" && !navigator.onLine ? "offline" : trouble);
    if (!hasPen && this.store.view.state !== "ended") return this.drawOtherTab();
    if (problem) return html`<p class="trouble" role="status">${ICONS.warn} ${problem}</p>`;
    return waking.note ? this.drawWaking(waking.note) : nothing;
  }

  drawLine(line) {
    return html`<p class="trouble trouble-${line}" role="status">${SIGNS[line] ?? ICONS.warn} <span>${this.t(`line.${line}`)}</span>
      ${RETRIES.includes(line) ? html`<button class="button small" @click=${() => this.store.connection.hurry()}>${this.t("line.hurry")}</button>` : nothing}
      ${line === "signed_out" ? html`<button class="button small" @click=${() => this.store.say("sign_in")}>${this.t("line.sign_in")}</button>` : nothing}</p>`;
  }

  drawOtherTab() {
    return html`<p class="trouble trouble-elsewhere" role="status">${ICONS.tabs} <span>${this.t("pen.elsewhere")}</span>
      <button class="button small" @click=${this.takePen}>${this.t("pen.take")}</button></p>`;
  }

  // What the server said after the device had slept, or its clock was set.
  drawWaking({ kind, before_ms, now_ms, seq }) {
    const posts = Object.values(this.store.view.threads).flatMap((thread) => thread.posts);
    const count = posts.filter((post) => post.kind === "post" && !post.crowd && post.seq > seq).length;
    const [before, now] = [before_ms, now_ms].map(formatSpan);
    return html`<p class="trouble trouble-${kind}" role="status">${ICONS[kind]}
      <span>${this.t(`waking.${kind}`, { before, now })} ${count ? this.t("said.posts", { count }) : nothing}</span>
      <button class="button small" @click=${this.dismiss}>${this.t("waking.read")}</button></p>`;
  }

  dismiss() {
    this.store.waking.dismiss();
    this.goOn();
  }

  takePen() {
    this.store.addEventListener("pen", () => this.goOn(), { once: true });
    this.store.pen.take();
  }

  // The button that was pressed is gone: what is written next has the focus, or the queue.
  goOn() {
    this.store.say(this.store.thread && !this.store.isLocked ? "reply" : "leave");
  }
}

customElements.define("gp-trouble", Trouble);
