// Which key means what. Letters can be set anew (write/keymap.js); Enter, Escape and the digits are what they are.

const DIGIT = /^[1-9]$/u;

// -> the action, or null; "open_3" for the third of the queue. `inField`: the focus is where text or a choice is made; `onControl`: on
// something that Enter presses.
export function readKey({ key, ctrlKey, metaKey, altKey, isComposing, inField, onControl, singleKeys, keymap }) {
  if (isComposing) return null;
  if (key === "Escape") return "leave";
  if (ctrlKey || metaKey || altKey || inField || !singleKeys) return null;
  if (key === "Enter") return onControl ? null : "reply";
  if (DIGIT.test(key)) return `open_${key}`;
  return keymap.find(key) ?? null;
}
