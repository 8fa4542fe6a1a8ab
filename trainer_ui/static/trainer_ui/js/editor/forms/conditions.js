// What a reaction waits for: first what leads, then what may stand beside it; conditions within conditions are drawn the same way.

import { html, nothing, repeat } from "../../../vendor/lit.js";
import { drawControl, drawField, drawProblems } from "./controls.js";
import { drawRemove } from "./remove.js";
import { listItems, listKeys, listNamed } from "./tree.js";

const TOGETHER = ["all", "any"];

export function drawCondition(form, path) {
  const present = listKeys(form.tree, path);
  const fields = new Map(form.elements.when.map((field) => [field.name, field]));
  const leading = present.find((name) => Object.hasOwn(form.leading, name)) ?? "";
  const beside = [...(form.leading[leading] ?? []), ...present.filter((name) => name !== leading && !(form.leading[leading] ?? []).includes(name))];
  const isShown = (name) => present.includes(name) || form.written.find([...path, name]) !== null || name === "to" || name === "as";
  const others = beside.filter((name) => !isShown(name) && fields.has(name));
  const leads = { kind: "choice", name: "when", label: form.t("condition"), help: "", required: true };
  return html`${drawProblems(form, form.problemsAt(path), null, nothing)}
    ${drawField(form, leads, [...path, "?"], ({ id }) => html`<select id=${id} ?disabled=${!form.writable} @change=${(event) => form.make({ do: "set", path, value: begin(form, event.target.value, path) }, path)}>
      ${leading ? nothing : html`<option value="" selected>${form.t("choose")}</option>`}
      ${Object.keys(form.leading).map((name) => html`<option value=${name} ?selected=${name === leading}>${fields.get(name).label}</option>`)}</select>`)}
    ${TOGETHER.includes(leading) ? drawTogether(form, [...path, leading]) : leading === "not" ? drawNested(form, [...path, "not"]) : leading ? drawControl(form, { ...fields.get(leading), required: true }, [...path, leading]) : nothing}
    ${repeat(beside.filter((name) => isShown(name) && fields.has(name)), (name) => name, (name) => form.drawPart(fields.get(name), [...path, name]))}
    ${others.length ? html`<details class="form-more"><summary>${form.t("narrower", { count: others.length })}</summary>
      ${repeat(others, (name) => name, (name) => form.drawPart(fields.get(name), [...path, name]))}</details>` : nothing}`;
}

function drawTogether(form, path) {
  return html`${listItems(form.tree, path).map((_, index) => html`<div class="form-item"><fieldset class="form-inner"><legend>${form.t("condition")} ${index + 1}</legend>${drawCondition(form, [...path, index])}</fieldset>
      <p class="form-tools">${drawRemove(form, [...path, index], `${form.t("condition")} ${index + 1}`)}</p></div>`)}
    <p class="form-tools"><button type="button" class="button small" ?disabled=${!form.writable} @click=${() => form.make({ do: "add", path, value: begin(form, "answered", path) }, path)}>${form.t("add", { name: form.t("condition") })}</button></p>`;
}

const drawNested = (form, path) => html`<fieldset class="form-inner"><legend>${form.t("condition")}</legend>${drawCondition(form, path)}</fieldset>`;

// What a condition says to begin with, when `leading` is chosen.
export function begin(form, leading, path) {
  const named = (kind) => listNamed(form.tree, kind, { thread: path[0] === "threads" && kind === "post" ? path[1] : null })[0]?.key ?? "any";
  const post = named("post");
  const beginnings = {
    no_answer_for: { no_answer_for: "3:00", to: post },
    stands_for: { stands_for: "3:00", to: post },
    treated: { treated: post, as: "left_alone" },
    ignored: { ignored: named("persona") },
    notice: { notice: "published" },
    heat_above: { heat_above: "50" },
    heat_below: { heat_below: "30" },
    known: { known: named("fact") },
    all: { all: [{ answered: post }] },
    any: { any: [{ answered: post }] },
    not: { not: { answered: post } },
  };
  return beginnings[leading] ?? { [leading]: post };
}
