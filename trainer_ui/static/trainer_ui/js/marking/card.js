// One reply to be marked: its rubric by keys, its notes, and what was typed and not saved.

import { findSpan, findUnits, makeRange, readSelection } from "./places.js";
import { readNotes } from "./drafts.js";

export class Card {
  constructor(element, { drafts, blank, said }) {
    Object.assign(this, { element, drafts, blank, said, token: element.dataset.token });
    this.form = element.querySelector(".mark-form");
    this.words = element.querySelector("[data-words]");
    this.rows = [...element.querySelectorAll(".mark-row")];
    if (!this.form) return;
    const button = element.querySelector("[data-add-note]");
    button.hidden = false;
    button.addEventListener("click", () => this.addNote());
    // A press on the button would take the selection away first.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("focusin", ({ target }) => {
      const place = this.rows.indexOf(target.closest(".mark-row"));
      if (place >= 0) this.activate(place);
    });
    this.activate(this.findUnset());
  }

  get isOpen() {
    return this.form !== null && !this.element.classList.contains("mark-given");
  }

  focus({ stays = false } = {}) {
    this.element.focus({ preventScroll: true });
    if (!stays) this.element.scrollIntoView({ block: "start" });
  }

  // The row that digits go to.
  activate(index) {
    this.active = Math.min(Math.max(index, 0), this.rows.length - 1);
    this.rows.forEach((row, place) => row.toggleAttribute("data-active", place === this.active));
  }

  findUnset() {
    const index = this.rows.findIndex((row) => !row.querySelector(":checked"));
    return index < 0 ? this.rows.length - 1 : index;
  }

  choose(step) {
    const input = this.rows[this.active]?.querySelector(`input[value="${step}"]`);
    if (!input) return;
    input.checked = true;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    this.activate(this.active + 1);
  }

  changed() {
    for (const row of this.rows) {
      const place = row.querySelector("[data-step-said]");
      place.textContent = row.querySelector(":checked")?.dataset.said ?? place.dataset.question;
    }
    this.drafts.keep(this.token, [...new FormData(this.form)]);
    this.onNotes();
  }

  addNote() {
    const text = this.words.textContent;
    const selected = readSelection(this.words, document.getSelection());
    const span = (selected && findSpan(text, ...selected)) ?? findSpan(text, 0, text.length);
    if (!selected) this.said(this.said.texts.none);
    this.showNote({ ...span, text: "" }).querySelector("textarea").focus();
    this.onNotes();
  }

  showNote({ start, end, text }) {
    const row = this.blank.content.cloneNode(true).querySelector("li");
    const [from, to] = findUnits(this.words.textContent, start, end);
    row.querySelector("[name=note-start]").value = start;
    row.querySelector("[name=note-end]").value = end;
    row.querySelector("textarea").value = text;
    row.querySelector(".note-words").textContent = this.words.textContent.slice(from, to);
    this.form.querySelector(".mark-notes").append(row);
    return row;
  }

  // The places of the notes, to be highlighted.
  listRanges() {
    if (!this.form) return [];
    const text = this.words.textContent;
    return readNotes([...new FormData(this.form)]).map(({ start, end }) => makeRange(this.words, ...findUnits(text, start, end)));
  }

  // -> whether there was anything
  restore() {
    const kept = this.form && this.drafts.read(this.token);
    if (!kept) return false;
    this.form.querySelector(".mark-notes").replaceChildren();
    for (const note of readNotes(kept)) this.showNote(note);
    for (const [name, value] of kept) {
      if (name.startsWith("note-")) continue;
      const field = this.form.elements.namedItem(name);
      if (field) field.value = value;
    }
    this.changed();
    this.activate(this.findUnset());
    return true;
  }

  decide() {
    const open = [...this.element.querySelectorAll(".decision select")];
    const next = open.find((select) => select.value === "") ?? open[0];
    if (!next) return;
    next.closest("details").open = true;
    next.focus();
  }
}
