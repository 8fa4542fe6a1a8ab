// Macros: several steps in one. The house's, and those that somebody has made for themselves, kept with their account. A step names what is done and
// nothing of a scenario; where the matter goes is asked each time.

import { isPrivate, isProse, splitMail } from "../run/ways.js";
import { findGaps } from "./gaps.js";
import { countGraphemes } from "./graphemes.js";
import { LONGEST_NOTE } from "./limits.js";
import { signText } from "./signing.js";
import { Records } from "./storage.js";

export const STEPS = ["reply", "note", "escalate", "leave_alone", "resolve", "aside"];
export const MOST_STEPS = 5;
export const MOST_MACROS = 20;
export const LONGEST_NAME = 60;
// What goes out of the composer's field; of a note and a hand-over, unless they have words of their own.
const WORDED = ["reply", "note", "escalate"];
const PARTS = { note: "notes", escalate: "desks", leave_alone: "treat" };

export const HOUSE_MACROS = [
  { key: "reply_resolve", steps: [{ do: "reply" }, { do: "resolve" }] },
  { key: "note_hand_over", steps: [{ do: "note" }, { do: "escalate" }, { do: "aside" }] },
  { key: "note_leave", steps: [{ do: "note" }, { do: "leave_alone", reason: "needs_nothing" }] },
];

export class Macros {
  constructor(account) {
    this.records = new Records(account, "macro:");
    this.own = this.records.names().map((key) => this.records.read(key)).filter((macro) => macro && !judgeMacro(macro));
  }

  // Those whose steps the scenario shows all of; `shows(part)`, `hasDesks`: whether there is anybody to hand over to.
  list({ shows, hasDesks }) {
    const isThere = (step) => (!(step.do in PARTS) || shows(PARTS[step.do])) && (step.do !== "escalate" || hasDesks);
    return [...HOUSE_MACROS, ...this.own].filter(({ steps }) => steps.every(isThere));
  }

  // -> why not, or null; under its own key it takes the place of what was there.
  keep(macro) {
    const others = this.own.filter(({ key }) => key !== macro.key);
    const problem = judgeMacro(macro) ?? (others.length >= MOST_MACROS ? "many" : null);
    if (problem) return problem;
    this.own = [...others, macro];
    this.records.write(macro.key, macro);
    return null;
  }

  drop(key) {
    this.own = this.own.filter((macro) => macro.key !== key);
    this.records.drop(key);
  }
}

// Why `macro` is none, or null: "name" | "steps" | "twice" (one reply at a time)
export function judgeMacro({ key, name, steps }) {
  if (!key || typeof name !== "string" || !name.trim() || countGraphemes(name) > LONGEST_NAME) return "name";
  if (!Array.isArray(steps) || steps.length < 2 || steps.length > MOST_STEPS || steps.some((step) => !STEPS.includes(step.do))) return "steps";
  return steps.filter((step) => step.do === "reply").length > 1 ? "twice" : null;
}

export function asksDesk({ steps }) {
  return steps.some((step) => step.do === "escalate");
}

// The words of a step: its own, or those of the composer's field.
export function wordsOf(step, { text }) {
  return step.text?.trim() || text.trim();
}

// Why a macro cannot begin with this draft, or null. What is for colleagues never goes out as a reply by a macro.
export function judgeStart({ steps }, { draft, limit, agent }) {
  for (const step of steps.filter((each) => WORDED.includes(each.do))) {
    const problem = step.do === "reply" ? judgeReply(draft, { limit, agent }) : judgeInternal(wordsOf(step, draft));
    if (problem) return problem;
  }
  return null;
}

function judgeReply({ text, visibility, signed }, { limit, agent }) {
  if (!text.trim()) return "empty";
  if (visibility === "note") return "note";
  if (visibility === "mail" && !(splitMail(text).subject.trim() && splitMail(text).body.trim())) return "mail";
  return !isPrivate(visibility) && limit && countGraphemes(signText(text, agent, signed)) > limit ? "long" : null;
}

function judgeInternal(words) {
  if (!words) return "empty";
  return words.length > LONGEST_NOTE ? "long" : null;
}

// Gaps that a reply of this macro would go out with.
export function gapsOf({ steps }, draft) {
  return steps.some((step) => step.do === "reply") && isProse(draft.visibility) ? findGaps(draft.text) : [];
}
