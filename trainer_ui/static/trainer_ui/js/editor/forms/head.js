// What stands above a form: the way to it, its name, and what can be done with the whole of it.

import { html, nothing } from "../../../vendor/lit.js";
import { drawRemove } from "./remove.js";
import { find, listKeys } from "./tree.js";

export function drawHead(form, path) {
  const field = form.describe(path);
  const isNamed = Boolean(field.isEntry);
  const title = isNamed ? `${form.names[field.element] ?? ""}: ${path.at(-1)}` : field.label;
  return html`${path.length > 1 ? drawWay(form, path) : nothing}
    <div class="form-head"><h2 class="form-title" tabindex="-1">${title}</h2>
      ${path.length && find(form.tree, path) ? html`<button type="button" class="button small" @click=${() => form.show(path)}>${form.t("show")}</button>` : nothing}
      ${isNamed ? drawTools(form, path) : path.length === 1 && !field.required && find(form.tree, path) ? drawRemove(form, path, field.label) : nothing}</div>
    ${isNamed ? drawRename(form, path) : nothing}`;
}

function drawWay(form, path) {
  const steps = path.slice(0, -1).map((_, index) => path.slice(0, index + 1));
  const isOpen = (way) => way.length === 1 || form.describe(way)?.isEntry;
  return html`<p class="form-way small">${steps.filter(isOpen).map((way) => html`<button type="button" class="form-link-back" @click=${() => form.open(way)}>${way.length === 1 ? form.describe(way).label : way.at(-1)}</button> › `)}</p>`;
}

function drawTools(form, path) {
  const keys = listKeys(form.tree, path.slice(0, -1));
  const index = keys.indexOf(path.at(-1));
  const move = (to, word) => html`<button type="button" class="button small" ?disabled=${!form.writable || to < 0 || to >= keys.length} @click=${() => form.make({ do: "move", path, index: to }, path)}>${form.t(word)}</button>`;
  const copy = async () => {
    const { path: copied } = await form.make({ do: "duplicate", path }, path);
    if (copied) form.openSoon(copied);
  };
  return html`<span class="form-tools">${move(index - 1, "up")}${move(index + 1, "down")}
    <button type="button" class="button small" ?disabled=${!form.writable} @click=${copy}>${form.t("duplicate")}</button>${drawRemove(form, path, path.at(-1))}</span>`;
}

// Another name, there and wherever it is meant.
function drawRename(form, path) {
  const rename = async (event) => {
    event.preventDefault();
    const key = event.currentTarget.querySelector("input").value.trim();
    if (key === path.at(-1)) return;
    const { path: renamed } = await form.make({ do: "rename", path, key }, path);
    if (renamed) form.openSoon(renamed);
  };
  return html`<details class="form-more"><summary>${form.t("key_is", { key: path.at(-1) })}</summary><form class="form-add" @submit=${rename}>
    <label>${form.t("key")} <input type="text" required pattern="[a-z0-9][a-z0-9\\-]*" maxlength="64" .value=${path.at(-1)} ?readonly=${!form.writable}></label>
    <button class="button" ?disabled=${!form.writable}>${form.t("rename")}</button></form><p class="small soft">${form.t("key_about")}</p></details>`;
}
