// The desk: the bar, and queue, thread with composer, and facts side by side.

import { html } from "../../vendor/lit.js";
import "./announcer.js";
import "./clock.js";
import "./composer.js";
import "./customer.js";
import { DeskElement } from "./element.js";
import "./ended.js";
import "./articles.js";
import "./facts.js";
import "./guide.js";
import "./heat.js";
import "./help.js";
import { readKey } from "./keys.js";
import "./macro-strip.js";
import "./macros.js";
import "./notice.js";
import "./queue.js";
import "./side-line.js";
import "./sign-in.js";
import "./signals.js";
import "./status.js";
import "./thread.js";
import "./trouble.js";
import "./whisper.js";

const OPEN = "open_";

class Desk extends DeskElement {
  listen() {
    super.listen();
    document.addEventListener("keydown", (event) => this.press(event));
    this.store.addEventListener("leave", () => this.act("leave"));
  }

  listNews() {
    return [this.store.view.state, this.store.isReady];
  }

  render() {
    const { store } = this;
    return html`
      <header class="bar desk-bar">
        <a class="logo" href=${store.pack.home_path} aria-label="Generalprobe"><span class="mark-box" aria-hidden="true">G</span></a>
        <h1 class="desk-title">${store.pack.title}</h1>
        <gp-clock .store=${store}></gp-clock>
        <gp-heat .store=${store}></gp-heat>
        <div class="bar-end"><gp-status .store=${store}></gp-status><gp-help .store=${store}></gp-help></div>
      </header>
      <gp-trouble .store=${store}></gp-trouble><gp-guide .store=${store}></gp-guide>
      <div class="desk-columns">
        <section class="panel desk-queue" aria-labelledby="queue-title"><gp-queue .store=${store}></gp-queue></section>
        <section class="panel desk-thread" aria-label=${this.t("thread.title")}>
          <gp-ended .store=${store}></gp-ended>
          <gp-thread .store=${store}></gp-thread>
          ${store.view.state === "ended" || !store.isMine ? "" : html`<gp-macro-strip .store=${store}></gp-macro-strip><gp-composer .store=${store}></gp-composer>`}
        </section>
        <aside class="panel desk-facts" tabindex="0" aria-label=${this.t("facts.side")}>${store.isReady ? html`
          <gp-whisper .store=${store}></gp-whisper>
          <gp-side-line .store=${store}></gp-side-line>
          <gp-notice .store=${store}></gp-notice>
          <gp-customer .store=${store}></gp-customer>
          <gp-facts .store=${store}></gp-facts><gp-articles .store=${store}></gp-articles>` : ""}</aside>
      </div>
      <gp-announcer .store=${store}></gp-announcer><gp-signals .store=${store}></gp-signals>
      <gp-macros .store=${store}></gp-macros><gp-sign-in .store=${store}></gp-sign-in>`;
  }

  press(event) {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const action = readKey({
      ...pickKey(event),
      inField: event.target.matches("textarea, select, input"),
      onControl: event.target.matches("button, a, summary"),
      singleKeys: this.store.singleKeys,
      keymap: this.store.keymap,
    });
    if (!action) return;
    event.preventDefault();
    this.act(action);
  }

  async act(action) {
    const queue = this.querySelector("gp-queue");
    // Who answers without having chosen takes what is most urgent.
    if (["reply", "private", "templates"].includes(action) && !this.store.selected) {
      this.store.step(1);
      await this.querySelector("gp-composer")?.updateComplete;
    }
    if (action === "next") this.store.step(1);
    else if (action === "previous") this.store.step(-1);
    else if (action === "aside") this.store.setAside(!this.store.isAside);
    else if (action === "search") queue.querySelector("[type=search]").focus();
    else if (action.startsWith(OPEN)) this.store.openNth(Number(action.slice(OPEN.length)));
    else if (action !== "leave") this.store.say(action);
    await queue.updateComplete;
    if (action.startsWith(OPEN) || ["next", "previous", "leave"].includes(action)) queue.focusSelected();
  }
}

function pickKey({ key, ctrlKey, metaKey, altKey, isComposing }) {
  return { key, ctrlKey, metaKey, altKey, isComposing };
}

customElements.define("gp-desk", Desk);
