// Gaps that nobody has filled: {name}, [Name], <Name>, XXX, ____, %NAME%, TT.MM.JJJJ. The same that the score finds
// (scoring/core/individuality.py); tests/vectors/gaps.json holds the two together.

const WORD = String.raw`\p{L}\p{N}_`;
const SHAPES = [
  String.raw`\{\{?\s?[${WORD}]+\s?\}?\}`,
  String.raw`\[[\p{L}_][${WORD} -]{1,24}\]`,
  String.raw`<[\p{L}_][${WORD}-]{1,24}>`,
  String.raw`(?<![${WORD}])X{3,}(?![${WORD}])`,
  "_{3,}",
  String.raw`%[${WORD}]{2,24}%`,
  String.raw`(?<![${WORD}])(?:TT|DD|MM)[./-](?:MM|DD)[./-]?(?:JJJJ|YYYY)?`,
];
const GAP = new RegExp(SHAPES.join("|"), "gu");

// -> [{start, end, text}], as the text field counts.
export function findGaps(text) {
  return [...text.matchAll(GAP)].map(({ index, 0: gap }) => ({ start: index, end: index + gap.length, text: gap }));
}

// The text in parts, each with whether it is a gap.
export function cutGaps(text) {
  const parts = [];
  let at = 0;
  for (const { start, end, text: gap } of findGaps(text)) {
    parts.push({ text: text.slice(at, start), isGap: false }, { text: gap, isGap: true });
    at = end;
  }
  return [...parts, { text: text.slice(at), isGap: false }].filter((part) => part.text);
}
