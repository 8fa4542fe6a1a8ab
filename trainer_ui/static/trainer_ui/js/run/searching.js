// Words looked for in texts, whoever typed them how: case, accents and ß make no difference.

export function foldText(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
}

// Whether every word of `query` stands somewhere in `haystack`, which is folded already.
export function hasWords(haystack, query) {
  return foldText(query).split(/\s+/u).filter(Boolean).every((word) => haystack.includes(word));
}
