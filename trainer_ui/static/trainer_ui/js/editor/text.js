// The text as CodeMirror shows it, and the few things that the rest of the editor may do to it.

import {
  EditorState, Compartment, EditorView, keymap, lineNumbers, highlightActiveLine, highlightActiveLineGutter, drawSelection,
  highlightSpecialChars, defaultKeymap, history, historyKeymap, indentWithTab, search, searchKeymap, setDiagnostics, lintGutter, lintKeymap,
  autocompletion, completionKeymap, indentUnit, indentOnInput, foldGutter, foldKeymap, bracketMatching, yaml,
} from "../../vendor/codemirror.js";
import { findIndex, findSpan } from "./places.js";
import { LOOK } from "./look.js";

const SEVERITIES = { error: "error", warning: "warning", hint: "info" };

export class TextPane {
  // `store` hears of changes; `helpers` are what completes a word, and further extensions (helping.js).
  constructor({ parent, store, text, nonce, phrases, label, helpers }) {
    this.store = store;
    this.mode = new Compartment();
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(nonce), EditorState.phrases.of(phrases), EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "true", tabindex: "0" }),
          this.mode.of(EditorState.readOnly.of(true)), history(), lineNumbers(), foldGutter(), lintGutter(), highlightActiveLine(), highlightActiveLineGutter(),
          drawSelection(), highlightSpecialChars(), indentUnit.of("  "), indentOnInput(), bracketMatching(), search({ top: true }),
          autocompletion({ icons: false, override: [helpers.complete] }), yaml(), EditorView.lineWrapping, LOOK, ...helpers.extensions,
          keymap.of([...completionKeymap, ...searchKeymap, ...lintKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]),
          EditorView.updateListener.of((update) => this.note(update)),
        ],
      }),
    });
  }

  read() {
    return this.view.state.doc.toString();
  }

  get cursor() {
    const { head } = this.view.state.selection.main;
    const line = this.view.state.doc.lineAt(head);
    return { line: line.number, column: head - line.from + 1 };
  }

  setWritable(mayWrite) {
    this.view.dispatch({ effects: this.mode.reconfigure(EditorState.readOnly.of(!mayWrite)) });
  }

  apply(patches) {
    this.view.dispatch({ changes: patches.map(({ from, to, insert }) => ({ from, to, insert })), userEvent: "input.form", scrollIntoView: false });
  }

  // Only what differs, so that the cursor stays where it was.
  replace(text) {
    const old = this.read();
    let from = 0;
    const shortest = Math.min(old.length, text.length);
    while (from < shortest && old[from] === text[from]) from += 1;
    let tail = 0;
    while (tail < shortest - from && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
    this.view.dispatch({ changes: { from, to: old.length - tail, insert: text.slice(from, text.length - tail) } });
  }

  goTo(place) {
    const anchor = findIndex(this.view.state.doc, place);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.view.focus();
  }

  showProblems(problems) {
    const { doc } = this.view.state;
    const marks = problems.map((problem) => ({ ...findSpan(doc, problem), severity: SEVERITIES[problem.severity], message: problem.message }));
    this.view.dispatch(setDiagnostics(this.view.state, marks.sort((a, b) => a.from - b.from)));
  }

  note({ docChanged, selectionSet }) {
    if (docChanged) this.store.noteText();
    if (docChanged || selectionSet) this.store.say("cursor");
  }
}
