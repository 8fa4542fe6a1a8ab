// Lengths as people count them: a flag or a family emoji is one.

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

// Letters of western languages and line feeds, of which no two are one.
const PLAIN = /^[\n\u0020-\u007e\u00a0-\u02ff]*$/u;

export function countGraphemes(text) {
  if (PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
