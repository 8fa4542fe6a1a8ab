// From lines and columns, which count from 1, to what is underlined. `text` is CodeMirror's: {lines, line(n) -> {from, to, text}}. Pure.

const WORD = /^[^\s,:{}[\]"']+/u;

// -> the index in the text, within it whatever is asked for
export function findIndex(text, { line, column }) {
  const found = text.line(Math.max(1, Math.min(text.lines, line)));
  return Math.min(found.to, found.from + Math.max(0, column - 1));
}

// -> {from, to}: the word at the place, at least one character, to the end of the line where it is quoted
export function findSpan(text, place) {
  const from = findIndex(text, place);
  const { from: begin, to: end, text: line } = text.line(Math.max(1, Math.min(text.lines, place.line)));
  const rest = line.slice(from - begin);
  const length = WORD.exec(rest)?.[0].length ?? (rest.trimEnd().length || 1);
  const to = Math.min(end, from + length);
  return to > from ? { from, to } : { from: Math.max(begin, from - 1), to: from };
}
