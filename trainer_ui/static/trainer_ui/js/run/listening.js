// What listening brings: posts that are not written to the brand. The house's own search finds whatever a scenario lets be found;
// a trainee's own words look through the crowd's voices too. Nothing is taken away by a word that is missing: what is not
// looked for stays where it is, there to be found.

import { hasWords } from "./searching.js";
import { readHaystack } from "./summary.js";

export const LISTENING = Object.freeze({ house: true, terms: Object.freeze([]) });
export const MOST_TERMS = 12;

export function isHeard(thread, { house, terms }) {
  if (house && thread.mention !== "direct") return true;
  return terms.some((term) => hasWords(readHaystack(thread), term));
}

// Whether the desk leads to this thread anywhere: what listening misses (null: the stage shows none of it) is hinted at nowhere.
export function isFound(thread, listening) {
  return thread.mention === "direct" || !thread.unanswered.length || (listening !== null && isHeard(thread, listening));
}

// What was kept, whatever shape it has by now.
export function readListening(kept) {
  const { house, terms } = kept ?? {};
  return Array.isArray(terms) ? { house: house !== false, terms: terms.filter((term) => typeof term === "string") } : LISTENING;
}

// A word once, however it was typed; the same list where there is nothing to add.
export function addTerm(listening, words) {
  const term = words.trim().replace(/\s+/gu, " ");
  const isThere = listening.terms.some((known) => known.toLowerCase() === term.toLowerCase());
  if (!term || isThere || listening.terms.length >= MOST_TERMS) return listening;
  return { ...listening, terms: [...listening.terms, term] };
}

export function dropTerm(listening, term) {
  return { ...listening, terms: listening.terms.filter((known) => known !== term) };
}
