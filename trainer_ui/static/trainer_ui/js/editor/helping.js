// Completion and help of the text editor, from the format as the forms know it.

import { hoverTooltip } from "../../vendor/codemirror.js";
import { explain, listOffers } from "./offering.js";
import { findStanding } from "./standing.js";

const MOST_LINES = 2_000;
const NAME = /^(\s*(?:- )*)["']?([\w-]+)["']?\s*:/;

// -> extensions for the text; `store` gives the outline, `described()` the format, null until it has come
export function makeHelpers({ store, described }) {
  const complete = (context) => {
    const format = described();
    if (!format) return null;
    const standing = findStanding(readLines(context.state.doc, context.pos));
    if (standing.word.startsWith("#") || (!context.explicit && !standing.word && !standing.isValue)) return null;
    const offers = listOffers(standing, { described: format, tree: store.outline?.tree });
    if (!offers.length) return null;
    return { from: context.pos - standing.word.length, options: offers.map((each, index) => toOption(each, index)), validFor: /^[\w-]*$/ };
  };
  const hover = hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos);
    const name = NAME.exec(line.text);
    const from = line.from + (name?.[1].length ?? 0);
    if (!described() || !name || pos < from || pos > from + name[2].length) return null;
    const standing = findStanding(readLines(view.state.doc, line.from + name[0].length));
    const said = explain(standing.path, described());
    return said && { pos: from, end: from + name[2].length, above: true, create: () => ({ dom: draw(said) }) };
  });
  return { complete, extensions: [hover] };
}

function readLines(doc, pos) {
  const at = doc.lineAt(pos);
  const lines = [];
  for (let number = Math.max(1, at.number - MOST_LINES); number < at.number; number += 1) lines.push(doc.line(number).text);
  return [...lines, at.text.slice(0, pos - at.from)];
}

// What it means is said to whoever points at it: the panel that CodeMirror has for it needs inline styles, which our pages refuse.
function toOption({ label, detail, insert }, index) {
  return { label, detail, apply: insert, boost: -index };
}

function draw({ title, text }) {
  const box = document.createElement("div");
  box.append(Object.assign(document.createElement("strong"), { textContent: title }));
  box.append(Object.assign(document.createElement("div"), { textContent: text }));
  return box;
}
