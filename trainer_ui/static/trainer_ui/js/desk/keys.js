// Which key means what. `key` is the letter that was typed, wherever the keyboard has it (German ones swap y and z).

const SINGLES = {
  j: "next", k: "previous", "/": "templates", "?": "help", Enter: "reply", r: "reply",
  e: "escalate", a: "leave_alone", u: "notice", m: "actions", z: "aside",
};

// -> the action, or null. `inField`: the focus is where text or a choice is made; `onControl`: on something that Enter presses.
export function readKey({ key, ctrlKey, metaKey, altKey, isComposing, inField, onControl, singleKeys }) {
  if (isComposing) return null;
  if (key === "Escape") return "leave";
  if (ctrlKey || metaKey || altKey || inField || !singleKeys) return null;
  if (key === "Enter" && onControl) return null;
  return Object.hasOwn(SINGLES, key) ? SINGLES[key] : null;
}
