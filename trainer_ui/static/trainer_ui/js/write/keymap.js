// Which single key does what: as delivered, and as somebody has set it for themselves. Keys are letters and signs as they are typed,
// wherever the keyboard has them (German ones swap y and z). What needs AltGr cannot be chosen: it is two keys, and Chromium
// reports it as Ctrl+Alt.

import { Records } from "./storage.js";

export const DEFAULT_KEYS = Object.freeze({
  next: "j", previous: "k", reply: "r", private: "n", note: "i", templates: "/", search: "s", escalate: "e", leave_alone: "a",
  aside: "z", tag: "t", notice: "u", actions: "m", macros: "x", hint: "h", articles: "w", help: "?",
});
const ALTGR = /[@€|~\\{}[\]²³µ]/u;
const FIXED = /^[1-9 ]$/u;

// Why `key` cannot be bound to `action`, or null: {why: "long" | "altgr" | "fixed" | "taken", by: the action that has it}
export function judgeKey(keys, action, { key, isAltGr = false }) {
  if (isAltGr || ALTGR.test(key)) return { why: "altgr" };
  if ([...key].length !== 1) return { why: "long" };
  if (FIXED.test(key)) return { why: "fixed" };
  const by = Object.keys(keys).find((other) => other !== action && keys[other] === key);
  return by ? { why: "taken", by } : null;
}

export class Keymap {
  constructor(account) {
    this.records = new Records(account, "");
    this.keys = readKeys(this.records.read("keys"));
  }

  // The action of a key that was typed, or undefined.
  find(key) {
    return Object.keys(this.keys).find((action) => this.keys[action] === key);
  }

  // -> why not, or null
  bind(action, typed) {
    const problem = judgeKey(this.keys, action, typed);
    if (!problem) this.keep({ ...this.keys, [action]: typed.key });
    return problem;
  }

  get isChanged() {
    return Object.keys(DEFAULT_KEYS).some((action) => this.keys[action] !== DEFAULT_KEYS[action]);
  }

  reset() {
    this.keys = DEFAULT_KEYS;
    this.records.drop("keys");
  }

  keep(keys) {
    this.keys = keys;
    this.records.write("keys", keys);
  }
}

// What an older page has kept may know other actions, or a key that has become another's: then all is as delivered.
function readKeys(kept) {
  const keys = Object.fromEntries(Object.entries(DEFAULT_KEYS).map(([action, key]) => [action, kept?.[action] ?? key]));
  return new Set(Object.values(keys)).size === Object.keys(keys).length ? keys : DEFAULT_KEYS;
}
