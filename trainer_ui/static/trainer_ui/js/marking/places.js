// Places in a reply, counted in graphemes as the server counts them. Pure but for the ranges it makes.

import { countGraphemes } from "../write/graphemes.js";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

// Half of a letter selected is the whole of it; white space around the words is not meant. -> {start, end, words}, null for nothing
export function findSpan(text, from, to) {
  let [left, right] = [from, to];
  while (left < right && /\s/u.test(text[left])) left += 1;
  while (right > left && /\s/u.test(text[right - 1])) right -= 1;
  if (left >= right) return null;
  const inside = [...segmenter.segment(text)].filter(({ index, segment }) => index < right && index + segment.length > left);
  const start = countGraphemes(text.slice(0, inside[0].index));
  return { start, end: start + inside.length, words: inside.map(({ segment }) => segment).join("") };
}

// -> [from, to) in code units
export function findUnits(text, start, end) {
  const letters = [...segmenter.segment(text)].map(({ segment }) => segment);
  const from = letters.slice(0, start).join("").length;
  return [from, from + letters.slice(start, end).join("").length];
}

// What is selected inside `element`, in code units of its text; null where nothing of it is.
export function readSelection(element, selection) {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return [from, from + range.toString().length];
}

// The range of [from, to) code units, over however many pieces the text is drawn in.
export function makeRange(element, from, to) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.data;
    if (passed <= from && from <= passed + length) range.setStart(node, from - passed);
    if (passed <= to && to <= passed + length) {
      range.setEnd(node, to - passed);
      break;
    }
    passed += length;
  }
  return range;
}
