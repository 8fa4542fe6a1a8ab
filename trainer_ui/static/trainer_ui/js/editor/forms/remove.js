// The button that takes something away.

import { html } from "../../../vendor/lit.js";
import { idOf } from "./tree.js";

// Asks once more, in its place.
export function drawRemove(form, path, name) {
  const isAsked = form.asked === idOf(path);
  return html`<button type="button" class="button small ${isAsked ? "form-sure" : ""}" ?disabled=${!form.writable} aria-label=${isAsked ? form.t("remove_sure", { name }) : form.t("remove_one", { name })}
    @blur=${() => isAsked && form.ask(null)} @click=${() => (isAsked ? form.remove(path) : form.ask(idOf(path)))}>${isAsked ? form.t("sure") : form.t("remove")}</button>`;
}
