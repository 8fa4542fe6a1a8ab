// One control for one value: text, time, number, choice, reference. Each has its label, its help and its problems beside it.
//
// `form` is the element that draws (forms.js): what it reads and does is all that is used here.

import { html, live, nothing } from "../../../vendor/lit.js";
import { countGraphemes } from "../../write/graphemes.js";
import { idOf, listNamed } from "./tree.js";

const MOST_LINES = 12;

export function drawControl(form, field, path) {
  switch (field.kind) {
    case "choice": return drawSelect(form, field, path, form.listWords(field.options));
    case "key": return drawSelect(form, field, path, listMeant(form, field, path));
    case "topic": return drawText(form, field, path, { list: field.own ? null : listNamed(form.tree, "topic") });
    case "flag": return path.includes("when") ? drawSelect(form, field, path, form.listTruths()) : drawTick(form, field, path);
    case "whole": return drawText(form, field, path, { type: "text", mode: "numeric", zero: field.zero });
    case "time": return drawText(form, field, path, { mode: "text", zero: field.zero, isTime: true });
    default: return drawText(form, field, path);
  }
}

// What may be meant by a key, and the word "any" where that may stand there.
export function listMeant(form, field, path) {
  const thread = path[0] === "threads" && field.of === "post" ? path[1] : null;
  const named = listNamed(form.tree, field.of, { thread, house: form.house }).map(({ key, about }) => ({ value: key, label: about ? `${key} · ${about}` : key }));
  return field.any ? [{ value: "any", label: form.t("any") }, ...named] : named;
}

// The frame around a control: `inner(ids)` draws it.
export function drawField(form, field, path, inner, { isGroup = false } = {}) {
  const id = `f-${form.count(path)}`;
  const problems = form.problemsAt(path, { below: field.kind === "list" || field.kind === "map" });
  const refused = form.written.find(path)?.refused;
  const described = [problems.length || refused ? `${id}-said` : "", field.help ? `${id}-help` : ""].filter(Boolean).join(" ");
  const label = html`${field.label}${field.required ? nothing : html` <span class="soft small">${form.t("optional")}</span>`}`;
  const ids = { id, described: described || nothing, isWrong: problems.some(({ severity }) => severity === "error") || Boolean(refused) };
  return html`<div class="form-field ${ids.isWrong ? "form-wrong" : ""}" data-path=${idOf(path)}>
    <div class="form-label">${isGroup ? html`<span id="${id}-label">${label}</span>` : html`<label for=${id}>${label}</label>`}</div>
    <div class="form-control">${inner(ids)}</div>
    ${drawHelp(form, field, path, id)}
    ${drawProblems(form, problems, refused, `${id}-said`)}
  </div>`;
}

// Behind the control for who goes by keys, above it to see.
function drawHelp(form, field, path, id) {
  if (!field.help) return nothing;
  const isOpen = form.helped === idOf(path);
  return html`<button type="button" class="form-ask" aria-label=${form.t("help", { field: field.label })} aria-expanded=${isOpen} aria-controls="${id}-help" @click=${() => form.help(isOpen ? null : idOf(path))}>?</button>
    <p id="${id}-help" class="form-help small" ?hidden=${!isOpen}>${field.help}</p>`;
}

export function drawProblems(form, problems, refused, id) {
  if (!problems.length && !refused) return nothing;
  return html`<ul class="form-problems small" id=${id}>
    ${refused ? html`<li class="form-problem problem-error" role="alert">${refused}</li>` : nothing}
    ${problems.map((problem) => html`<li class="form-problem problem-${problem.severity}">${problem.message}</li>`)}</ul>`;
}

function drawText(form, field, path, { mode = "text", zero = null, list = null, isTime = false } = {}) {
  return drawField(form, field, path, ({ id, described, isWrong }) => {
    const value = form.valueAt(path);
    const type = (event) => form.written.type(path, event.target.value, (typed) => form.toEdit(field, path, isTime ? tidyTime(typed) : typed));
    const leave = () => form.written.flush(path);
    const words = [...(zero ? [{ key: zero }] : []), ...(list ?? [])];
    const shared = { id, described, isWrong };
    if (field.long && !path.includes("title")) return drawLong(form, field, path, value, { ...shared, type, leave });
    return html`<input id=${id} class=${isTime || mode === "numeric" ? "form-short" : ""} type="text" inputmode=${mode} spellcheck=${isTime ? "false" : nothing} placeholder=${isTime ? "0:00" : nothing}
        lang=${form.languageAt(path)} autocomplete="off" list=${words.length ? `${id}-list` : nothing} .value=${live(value)} ?readonly=${!form.writable} aria-describedby=${described}
        aria-invalid=${isWrong} @input=${type} @change=${leave}>
      ${words.length ? html`<datalist id="${id}-list">${words.map(({ key }) => html`<option value=${key}></option>`)}</datalist>` : nothing}`;
  });
}

function drawLong(form, field, path, value, { id, described, isWrong, type, leave }) {
  const limit = form.limitAt(path);
  const length = limit === null ? 0 : countGraphemes(value);
  const lines = Math.min(MOST_LINES, Math.max(2, Math.ceil(value.length / 60), value.split("\n").length));
  return html`<textarea id=${id} rows=${lines} lang=${form.languageAt(path)} .value=${live(value)} ?readonly=${!form.writable} aria-describedby=${described} aria-invalid=${isWrong}
      @input=${type} @change=${leave}></textarea>
    ${limit === null ? nothing : html`<p class="form-count small numbers ${length > limit ? "late-word" : "soft"}">${form.t("length", { length, limit })}</p>`}`;
}

function drawSelect(form, field, path, options) {
  return drawField(form, field, path, ({ id, described, isWrong }) => {
    const value = form.valueAt(path);
    const isKnown = value === "" || options.some((option) => option.value === value);
    const choose = (event) => form.written.put(path, event.target.value, (value) => form.toEdit(field, path, value));
    return html`<select id=${id} ?disabled=${!form.writable} aria-describedby=${described} aria-invalid=${isWrong} @change=${choose}>
      <option value="" ?selected=${value === ""}>${form.t(field.required ? "choose" : "none")}</option>
      ${isKnown ? nothing : html`<option value=${value} selected>${value}</option>`}
      ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}</select>`;
  });
}

function drawTick(form, field, path) {
  const id = `f-${form.count(path)}`;
  const problems = form.problemsAt(path);
  return html`<div class="form-field" data-path=${idOf(path)}><div class="form-label"><label class="form-tick"><input id=${id} type="checkbox" .checked=${live(form.valueAt(path) === "true")} ?disabled=${!form.writable}
      @change=${(event) => form.written.put(path, event.target.checked ? "true" : field.required ? "false" : "", (value) => form.toEdit(field, path, value))}> ${field.label}</label></div>
    ${drawHelp(form, field, path, id)}
    ${drawProblems(form, problems, null, `${id}-said`)}</div>`;
}

// 1.30 and 1,30 are meant as 1:30.
export function tidyTime(typed) {
  return typed.trim().replace(/^(\d{1,3})[.,](\d{2})$/, "$1:$2");
}
