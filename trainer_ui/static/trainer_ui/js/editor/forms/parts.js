// What holds several values: lists, mappings, elements within elements. Every one can be added to, taken from and put in order.

import { html, live, nothing, repeat } from "../../../vendor/lit.js";
import { drawControl, drawField, drawProblems, listMeant } from "./controls.js";
import { drawCondition } from "./conditions.js";
import { drawRemove } from "./remove.js";
import { countWorst, find, idOf, listItems, listKeys } from "./tree.js";

const MOST_TICKS = 30;

// The fields of the element `name` at `path`: what is asked for and what is there first, the rest when it is looked for.
export function drawElement(form, name, path, { without = [] } = {}) {
  if (name === "when") return drawCondition(form, path);
  const present = new Set(listKeys(form.tree, path));
  const fields = form.elements[name].filter((field) => !without.includes(field.name));
  const isShown = (field) => field.required || field.usual || present.has(field.name) || form.written.find([...path, field.name]) !== null;
  const others = fields.filter((field) => !isShown(field));
  const own = form.problemsAt(path);
  const unknown = [...present].filter((key) => !form.elements[name].some((field) => field.name === key));
  return html`${drawProblems(form, own, null, nothing)}
    ${repeat(fields.filter(isShown), (field) => field.name, (field) => drawPart(form, field, [...path, field.name]))}
    ${unknown.length ? html`<p class="small soft">${form.t("unknown", { fields: unknown.join(", ") })}</p>` : nothing}
    ${others.length ? html`<details class="form-more"><summary>${form.t("more", { count: others.length })}</summary>
      ${repeat(others, (field) => field.name, (field) => drawPart(form, field, [...path, field.name]))}</details>` : nothing}`;
}

// One field, of whatever kind.
export function drawPart(form, field, path) {
  if (field.kind === "element") return drawInner(form, field, path);
  if (field.kind === "list") return drawList(form, field, path);
  if (field.kind === "map") return drawMap(form, field, path);
  return drawControl(form, field, path);
}

// An element within this one: a frame that can be begun and taken away.
function drawInner(form, field, path) {
  const isThere = find(form.tree, path) !== null;
  return html`<fieldset class="form-inner" data-path=${idOf(path)}><legend>${field.label}</legend>
    ${field.help ? html`<p class="small soft form-about">${field.help}</p>` : nothing}
    ${isThere
      ? html`${drawElement(form, field.element, path)}${field.required ? nothing : drawRemove(form, path, field.label)}`
      : drawAdd(form, () => form.make({ do: "add", path: path.slice(0, -1), key: field.name }, path), field.label)}</fieldset>`;
}

function drawList(form, field, path) {
  const { item } = field;
  if (item.kind === "choice" && item.options.length <= MOST_TICKS) return drawTicks(form, field, path, form.listWords(item.options));
  if (item.kind === "choice" || item.kind === "key") return drawPicked(form, field, path, item.kind === "key" ? listMeant(form, item, path) : form.listWords(item.options));
  const items = listItems(form.tree, path);
  const each = (index) => ({ ...item, label: form.t("item", { number: index + 1 }), required: true, help: "", name: index });
  return html`<fieldset class="form-inner form-list" data-path=${idOf(path)}><legend>${field.label}</legend>
    ${field.help ? html`<p class="small soft form-about">${field.help}</p>` : nothing}
    ${drawProblems(form, form.problemsAt(path), null, nothing)}
    ${items.map((_, index) => html`<div class="form-item">
      ${item.kind === "element" ? html`<fieldset class="form-inner"><legend>${form.names[item.element] ?? ""} ${index + 1}</legend>${drawElement(form, item.element, [...path, index])}</fieldset>` : drawPart(form, each(index), [...path, index])}
      <p class="form-tools">${index ? html`<button type="button" class="button small" ?disabled=${!form.writable} @click=${() => form.make({ do: "move", path: [...path, index], index: index - 1 }, path)}>${form.t("up")}</button>` : nothing}
        ${drawRemove(form, [...path, index], `${field.label} ${index + 1}`)}</p></div>`)}
    ${drawAdd(form, () => form.make({ do: "add", path }, path), field.label)}</fieldset>`;
}

// A few words of which several may be meant.
function drawTicks(form, field, path, options) {
  const items = listItems(form.tree, path).map(({ v }) => v);
  const isTicked = (value) => (form.written.find([...path, value])?.value ?? String(items.includes(value))) === "true";
  const tick = (value, isOn) => form.written.put([...path, value], String(isOn), () => (isOn ? { do: "add", path, value } : { do: "remove", path, item: value }));
  return drawField(form, field, path, ({ id, described }) => html`<div class="form-ticks" role="group" aria-labelledby="${id}-label" aria-describedby=${described}>
    ${options.map(({ value, label }) => html`<label class="form-tick"><input type="checkbox" .checked=${live(isTicked(value))} ?disabled=${!form.writable}
      @change=${(event) => tick(value, event.target.checked)}> ${label}</label>`)}</div>`, { isGroup: true });
}

// Many things of which several may be meant: those that are, and a choice among the others.
function drawPicked(form, field, path, options) {
  const items = listItems(form.tree, path).map(({ v }) => v);
  const labels = new Map(options.map(({ value, label }) => [value, label]));
  const left = options.filter(({ value }) => !items.includes(value));
  return drawField(form, field, path, ({ id, described }) => html`
    ${items.length ? html`<ul class="form-picked">${items.map((value) => html`<li><span>${labels.get(value) ?? value}</span>
      <button type="button" class="button small" ?disabled=${!form.writable} aria-label=${form.t("remove_one", { name: value })} @click=${() => form.make({ do: "remove", path, item: value }, path)}>✕</button></li>`)}</ul>` : nothing}
    <select id=${id} ?disabled=${!form.writable || !left.length} aria-describedby=${described} @change=${(event) => {
      const { value } = event.target;
      event.target.value = "";
      if (value) form.make({ do: "add", path, value }, path);
    }}><option value="">${form.t(left.length ? "pick" : "nothing_left")}</option>${left.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}</select>`);
}

function drawMap(form, field, path) {
  const keys = listKeys(form.tree, path);
  if (field.item.kind === "element" && field.named) return drawEntries(form, field, path);
  if (field.keys) return drawKeyed(form, field, path, keys);
  const each = (key) => ({ ...field.item, label: key, required: true, help: "", name: key });
  return html`<fieldset class="form-inner" data-path=${idOf(path)}><legend>${field.label}</legend>
    ${field.help ? html`<p class="small soft form-about">${field.help}</p>` : nothing}
    ${repeat(keys, (key) => key, (key) => html`<div class="form-item">${drawPart(form, each(key), [...path, key])}<p class="form-tools">${drawRemove(form, [...path, key], key)}</p></div>`)}
    <form class="form-add" @submit=${(event) => {
      event.preventDefault();
      const input = event.currentTarget.querySelector("input");
      form.make({ do: "add", path, key: input.value.trim(), value: "" }, path).then(({ refused }) => refused || (input.value = ""));
    }}><label>${form.t("entry_name")} <input type="text" required pattern="[a-z][a-z0-9_]*" ?readonly=${!form.writable}></label><button class="button" ?disabled=${!form.writable}>${form.t("add", { name: field.label })}</button></form></fieldset>`;
}

// Entries under words of ours: a number for each, or a frame for those that were chosen.
function drawKeyed(form, field, path, keys) {
  const words = form.listWords(field.keys);
  const each = ({ value, label }) => ({ ...field.item, label, required: false, help: "", name: value });
  const isElement = field.item.kind === "element";
  const left = isElement ? words.filter(({ value }) => !keys.includes(value)) : [];
  return html`<fieldset class="form-inner" data-path=${idOf(path)}><legend>${field.label}</legend>
    ${field.help ? html`<p class="small soft form-about">${field.help}</p>` : nothing}
    <div class=${isElement ? "" : "form-grid"}>${repeat(isElement ? words.filter(({ value }) => keys.includes(value)) : words, ({ value }) => value, (word) => drawPart(form, each(word), [...path, word.value]))}</div>
    ${left.length ? html`<label>${form.t("pick")} <select ?disabled=${!form.writable} @change=${(event) => {
      const { value } = event.target;
      event.target.value = "";
      if (value) form.make({ do: "add", path, key: value }, path);
    }}><option value=""></option>${left.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}</select></label>` : nothing}</fieldset>`;
}

// Things with a name, each with a form of its own: a list that leads there.
export function drawEntries(form, field, path) {
  const keys = listKeys(form.tree, path);
  return html`<fieldset class="form-inner form-entries" data-path=${idOf(path)}><legend>${field.label}</legend>
    ${field.help ? html`<p class="small soft form-about">${field.help}</p>` : nothing}
    ${drawProblems(form, form.problemsAt(path), null, nothing)}
    ${keys.length ? html`<ol class="form-links">${repeat(keys, (key) => key, (key) => drawLink(form, field, [...path, key]))}</ol>` : html`<p class="soft">${form.t("empty")}</p>`}
    ${drawAdd(form, () => form.addAndOpen(path), form.names[field.item.element])}</fieldset>`;
}

function drawLink(form, field, path) {
  const badge = countWorst(form.problemsAt(path, { below: true }));
  const about = form.tellAbout(field.item.element, path);
  return html`<li><button type="button" class="form-link" @click=${() => form.open(path)}><strong>${path.at(-1)}</strong> <span class="soft">${about}</span>
    ${badge ? html`<span class="form-badge form-badge-${badge.severity}">${form.t(`problems.${badge.severity}`, { count: badge.count })}</span>` : nothing}</button></li>`;
}

function drawAdd(form, add, name) {
  return html`<p class="form-tools"><button type="button" class="button small form-adds" ?disabled=${!form.writable} @click=${add}>${form.t("add", { name })}</button></p>`;
}
