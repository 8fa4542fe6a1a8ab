// The forms beside the text: one for the part that is open, read off the format. Whatever is filled in becomes a small change of the text;
// what a form cannot show stays as it is.

import { html, LitElement, nothing, repeat } from "../../../vendor/lit.js";
import { FORM_STRINGS } from "../../texts/editor-form-strings.js";
import { makeTranslate } from "../../texts/translate.js";
import { Edits } from "../edits.js";
import { post } from "../line.js";
import { drawHead } from "./head.js";
import { drawElement, drawEntries, drawPart } from "./parts.js";
import { find, findPath, idOf, listPlaces, placeOf, read, sortProblems, startsWith, sayPlainly } from "./tree.js";
import { Written } from "./written.js";

const SECTIONS = ["personas", "facts", "threads", "templates", "reactions"];
const FURTHER = ["rumours", "notice", "crisis", "crowd", "public", "constants", "guide", "rehearsal", "review"];
const WRITTEN_ON_CHANNELS = ["text", "model", "paraphrase"];

class Forms extends LitElement {
  static properties = { store: { attribute: false }, described: { state: true }, path: { state: true }, asked: { state: true }, helped: { state: true }, refused: { state: true } };

  constructor() {
    super();
    Object.assign(this, { path: [], asked: null, helped: null, refused: null, described: null, found: new Map(), counted: new Map() });
    this.t = makeTranslate(document.documentElement.lang, FORM_STRINGS);
  }

  createRenderRoot() {
    return this;
  }

  willUpdate() {
    if (!this.store || this.edits) return;
    const { store } = this;
    this.edits = store.edits ??= new Edits({ store, t: this.t, ask: (sent) => post(store.editor.paths.patch, sent) });
    this.written = new Written({ edits: this.edits, tell: () => this.requestUpdate() });
    store.addEventListener("checked", () => this.take());
    store.addEventListener("writable", () => this.requestUpdate());
    store.addEventListener("cursor", () => this.follow());
    store.addEventListener("open", ({ detail }) => detail && this.open(detail));
    this.load();
    if (store.outline) this.take();
  }

  async load() {
    try {
      const answer = await fetch(this.store.editor.paths.forms, { cache: "no-store" });
      // The text's own completion and help read the same, with examples of how to write it.
      if (answer.ok) {
        this.store.described = await answer.json();
        this.described = sayPlainly(this.store.described);
      }
      else setTimeout(() => this.load(), 3000);
    } catch {
      setTimeout(() => this.load(), 3000);
    }
  }

  // The text was read again.
  take() {
    const { outline, problems } = this.store;
    this.isReadable = Boolean(outline?.tree);
    if (this.isReadable) this.tree = outline.tree;
    this.found = this.isReadable ? sortProblems(this.tree, problems) : new Map();
    this.places = null;
    this.written.settle();
    while (this.path.length && !find(this.tree, this.path) && this.path.length > 1) this.path = this.path.slice(0, -1);
    this.requestUpdate();
  }

  // Who moves about in the text sees the form of what they are at.
  follow() {
    if (!this.tree || !document.activeElement?.closest("#editor-text") || !this.offsetParent) return;
    this.places ??= listPlaces(this.tree);
    const path = this.cutToForm(findPath(this.places, this.store.cursor));
    if (idOf(path) !== idOf(this.path)) this.path = path;
  }

  get elements() {
    return this.described.elements;
  }

  get leading() {
    return this.described.leading;
  }

  get names() {
    return this.described.names;
  }

  get house() {
    return this.described.house;
  }

  get writable() {
    return this.store.writable && this.isReadable;
  }

  // What the format says of a path: the description of its field or entry.
  describe(path) {
    let field = { kind: "element", element: "scenario", label: this.t("basics"), required: true };
    for (const step of path) {
      if (field?.kind === "element") field = this.elements[field.element].find(({ name }) => name === step);
      else field = field?.item ? { ...field.item, label: String(step), required: true, isEntry: field.kind === "map" && field.named } : null;
      if (!field) return null;
    }
    return field;
  }

  // The nearest part around `path` that has a form of its own.
  cutToForm(path) {
    for (let length = path.length; length > 1; length -= 1) if (this.describe(path.slice(0, length))?.isEntry) return path.slice(0, length);
    return [...SECTIONS, ...FURTHER].includes(path[0]) ? path.slice(0, 1) : [];
  }

  open(path, { isFocused = true } = {}) {
    Object.assign(this, { path: this.cutToForm(path), asked: null, refused: null });
    if (isFocused) this.updateComplete.then(() => this.querySelector(".form-title")?.focus());
  }

  show(path) {
    const [line, column] = placeOf(this.tree, path);
    this.store.goTo({ line, column });
  }

  ask(id) {
    this.asked = id;
  }

  help(id) {
    this.helped = id;
  }

  async remove(path) {
    this.asked = null;
    const { refused } = await this.make({ do: "remove", path }, path);
    if (!refused && startsWith(this.path, path)) this.open(path.slice(0, -1));
  }

  async addAndOpen(path) {
    const { path: added } = await this.make({ do: "add", path }, path);
    if (added) this.openSoon(added);
  }

  // As soon as the outline knows of it.
  openSoon(path) {
    this.store.addEventListener("checked", () => this.open(path), { once: true });
  }

  // Every change that no key is typed for. What is refused stands above the form.
  async make(edit, _path) {
    if (edit === null) return {};
    await this.written.flushAll();
    const answer = await this.edits.make(edit);
    this.refused = answer.refused ?? null;
    this.requestUpdate();
    return answer;
  }

  // A value that is empty and need not be there goes.
  toEdit(field, path, value) {
    if (value === "" && !field.required) return find(this.tree, path) ? { do: "remove", path } : null;
    return { do: "set", path, value };
  }

  valueAt(path) {
    return this.written.find(path)?.value ?? read(this.tree, path);
  }

  problemsAt(path, { below = false } = {}) {
    if (!below) return this.found.get(idOf(path)) ?? [];
    return [...this.found].filter(([id]) => startsWith(JSON.parse(id), path)).flatMap(([, problems]) => problems);
  }

  // A number for each field, so that its parts can be told apart.
  count(path) {
    const id = idOf(path);
    if (!this.counted.has(id)) this.counted.set(id, this.counted.size);
    return this.counted.get(id);
  }

  listWords(options) {
    const { labels } = this.described.words.find((each) => each.options.join() === options.join()) ?? { labels: options };
    return options.map((value, index) => ({ value, label: labels[index] }));
  }

  listTruths() {
    return [{ value: "true", label: this.t("yes") }, { value: "false", label: this.t("no") }];
  }

  // How many characters the channel of a text takes, null where that is no matter.
  limitAt(path) {
    if (path[0] !== "threads" || path.length < 5 || !WRITTEN_ON_CHANNELS.includes(path.at(-1))) return null;
    return this.house.channels[read(this.tree, ["threads", path[1], "channel"])]?.limit ?? null;
  }

  languageAt(path) {
    return ["de", "en"].includes(path.at(-1)) ? path.at(-1) : read(this.tree, ["language"]) || nothing;
  }

  // For what is drawn within a part (conditions.js): modules do not import each other in a circle.
  drawPart(field, path) {
    return drawPart(this, field, path);
  }

  // One line about a thing in a list.
  tellAbout(element, path) {
    const say = (...names) => names.map((name) => read(this.tree, [...path, name])).filter(Boolean).join(" · ");
    const word = (name) => this.listWords(this.describe([...path, name])?.options ?? []).find(({ value }) => value === read(this.tree, [...path, name]))?.label ?? "";
    if (element === "persona") return [read(this.tree, [...path, "name"]), word("role")].filter(Boolean).join(" · ");
    if (element === "thread") return [this.house.channels[read(this.tree, [...path, "channel"])]?.name, read(this.tree, [...path, "topic"])].filter(Boolean).join(" · ");
    if (element === "reaction") return read(this.tree, [...path, "post", "text"]);
    return say("at", "by", "title", "claim", "text");
  }

  // Another part begins anew: nothing that was opened in one stays open in the next.
  render() {
    if (!this.store || !this.described || !this.tree) return html`<p class="soft">${this.t(this.store?.isChecked && !this.tree ? "unreadable" : "loading")}</p>`;
    return html`${this.drawSections()}
      ${this.isReadable ? nothing : html`<p class="note-late" role="status">${this.t("unreadable")}</p>`}
      ${this.refused ? html`<p class="note-late" role="alert">${this.refused}</p>` : nothing}
      ${repeat([idOf(this.path)], (id) => id, () => html`<div class="form-body">${drawHead(this, this.path)}${this.drawBody()}</div>`)}`;
  }

  drawSections() {
    const button = (path, label) => html`<button type="button" class="button small" aria-current=${startsWith(this.path, path) && (path.length || !this.path.length) ? "page" : nothing} @click=${() => this.open(path)}>${label}</button>`;
    const label = (name) => this.describe([name])?.label;
    const isFurther = FURTHER.includes(this.path[0]);
    return html`<nav class="form-sections" aria-label=${this.t("sections")}>${button([], this.t("basics"))}${SECTIONS.map((name) => button([name], label(name)))}
      <details ?open=${isFurther}><summary class="small">${this.t("further")}</summary>${FURTHER.map((name) => button([name], label(name)))}</details></nav>`;
  }

  drawBody() {
    const { path } = this;
    if (!path.length) return drawElement(this, "scenario", [], { without: ["format", ...SECTIONS, ...FURTHER] });
    const field = this.describe(path);
    if (field.kind === "element" && (path.length > 1 || find(this.tree, path))) return drawElement(this, field.element, path);
    return field.kind === "map" && field.named ? drawEntries(this, field, path) : drawPart(this, field, path);
  }
}

customElements.define("gp-editor-forms", Forms);
