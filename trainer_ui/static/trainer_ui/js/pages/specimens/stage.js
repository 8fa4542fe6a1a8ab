// Puts real elements of the desk onto a page of their own, each before a store of its own whose clock stands still, and in a shadow
// root, so that an id is there once.

import { DeskStore } from "../../desk/store.js";
import { makeTranslate } from "../../texts/translate.js";
import { Memory } from "../../replay/memory.js";
import { Log, WALL_MS } from "./log.js";
import { readTexts } from "./texts.js";

export class Stage {
  constructor({ pack, language, main }) {
    Object.assign(this, { pack, main, texts: readTexts(language), t: makeTranslate(language), under_way: [], sheet: new CSSStyleSheet() });
  }

  // The page's style sheets, as they were sent, for the shadow roots too.
  async dress() {
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map(async ({ href }) => (await fetch(href)).text());
    await this.sheet.replace((await Promise.all(sheets)).join("\n"));
  }

  // A store that has heard what `tell(log)` tells; `more` changes the pack.
  open(tell, more = {}) {
    let number = 0;
    const clock = () => WALL_MS;
    const store = new DeskStore({ pack: { ...this.pack, ...more }, storage: new Memory(), makeId: () => `c${++number}`, wallClock: clock, setClock: clock });
    const nothing = () => false;
    Object.assign(store, { t: this.t, connection: { send: nothing, hurry: nothing, open: nothing, stop: nothing, renew: nothing }, line: "live", headAtStart: 0 });
    const log = new Log({ run: this.pack.run, texts: this.texts });
    tell?.(log);
    for (const frame of log.frames) store.receiver.receive(frame);
    return store;
  }

  // A picture of `tag` before `store`, called `name`; `inside`: the classes of what stands around it, `then(element)` what happens to it.
  show(name, tag, store, { inside = "", then = () => {}, isWide = false } = {}) {
    const figure = build("figure", isWide ? "specimen specimen-wide" : "specimen");
    const caption = figure.appendChild(build("figcaption", "small"));
    caption.append(Object.assign(build("code"), { textContent: `${tag} · ${name}`, lang: "en" }));
    const host = figure.appendChild(build("div"));
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [this.sheet];
    let place = root.appendChild(build("div", "desk-page specimen-desk"));
    for (const each of inside.split(" ").filter(Boolean)) place = place.appendChild(build("div", each));
    const element = Object.assign(document.createElement(tag), { store });
    place.append(element);
    this.main.append(figure);
    this.under_way.push(element.updateComplete.then(() => then(element)).then(() => element.updateComplete));
    return element;
  }

  section(title) {
    this.main.append(Object.assign(build("h2", "specimen-title"), { textContent: title }));
  }
}

function build(tag, className = "") {
  return Object.assign(document.createElement(tag), className ? { className } : {});
}
