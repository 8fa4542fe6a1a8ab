// Starts the editor: what the page brought, the store, the text, the check, the saving and the pen.

import { EDITOR_STRINGS, PHRASES } from "../texts/editor-strings.js";
import { makeTranslate } from "../texts/translate.js";
import { Records } from "../write/storage.js";
import { Checker } from "./checker.js";
import "./forms/forms.js";
import { makeHelpers } from "./helping.js";
import "./history.js";
import { openEditorLine } from "./line.js";
import "./panes.js";
import { Pen } from "./pen.js";
import "./play.js";
import "./problems.js";
import { Saver } from "./saver.js";
import "./status.js";
import { EditorStore } from "./store.js";
import { TextPane } from "./text.js";
import "./timeline/timeline.js";
import "./work.js";

const editor = JSON.parse(document.getElementById("editor").textContent);
const language = document.documentElement.lang;
const line = openEditorLine(editor.paths);
const store = new EditorStore({ text: editor.text });
Object.assign(store, { t: makeTranslate(language, EDITOR_STRINGS), editor, line });

const saver = new Saver({
  line, records: new Records(localStorage, `gp.editor.${editor.viewer}.${editor.id}.`), read: () => store.text, edition: editor.edition, saved: editor.text,
});
const recalled = saver.recall();
store.initial = recalled ?? editor.text;
store.view = new TextPane({
  parent: document.getElementById("editor-text"), store, text: store.initial, nonce: editor.nonce, phrases: PHRASES[language] ?? {}, label: store.t("text.label"),
  helpers: makeHelpers({ store, described: () => store.described ?? null }),
});
const checker = new Checker({ ask: line.check, tell: (answer, quick) => (quick ? store.takeQuick(answer) : store.take(answer)), read: () => store.text });
const pen = new Pen({ line, edition: () => saver.edition, tell: (answer) => hear(answer) });
Object.assign(store, { saver, pen });

store.addEventListener("text", () => {
  checker.note();
  saver.note();
  pen.touch();
});
store.addEventListener("applied", () => checker.check());
const decide = () => {
  store.writable = pen.state === "mine" && saver.state !== "held" && saver.state !== "signed_out";
};
for (const each of [pen, saver]) each.addEventListener("change", decide);
// What stands in this browser and nowhere else goes out again as soon as one may write.
pen.addEventListener("change", () => pen.state === "mine" && saver.isDirty && saver.note());

for (const element of document.querySelectorAll("gp-editor-status, gp-editor-problems, gp-editor-panes, gp-editor-forms, gp-editor-timeline, gp-editor-history, gp-editor-work, gp-editor-play")) {
  Object.assign(element, { store, saver, pen });
}
checker.check();
beat();

window.addEventListener("blur", () => saver.flush());
document.addEventListener("visibilitychange", () => (document.hidden ? saver.flush({ isLeaving: true }) : pen.touch()));
document.addEventListener("pointerdown", () => pen.touch());
window.addEventListener("pagehide", () => {
  saver.flush({ isLeaving: true });
  pen.leave("free", { isLeaving: true });
});
window.addEventListener("pageshow", ({ persisted }) => persisted && pen.take());
window.addEventListener("online", () => saver.flush());
window.addEventListener("beforeunload", (event) => {
  if (saver.isDirty && saver.state !== "waiting" && saver.state !== "saving") event.preventDefault();
});

function hear(answer) {
  if (typeof answer.text !== "string" || saver.isDirty || saver.isStopped || answer.text === store.text) return;
  saver.adopt(answer);
  store.replace(answer.text);
}

async function beat() {
  await pen.beat();
  setTimeout(beat, pen.beatMs);
}
