// Marking by keys alone. Single keys count outside of text only, and can be switched off for good.

import { Records } from "../write/storage.js";

const OFF = new Records(localStorage, "marking-keys.");

export function listenToKeys(cards) {
  const off = document.getElementById("keys-off");
  off.checked = OFF.read("off") === true;
  off.addEventListener("change", () => OFF.write("off", off.checked));
  document.addEventListener("keydown", (event) => press(event, cards, off));
}

function press(event, cards, off) {
  const { key, target, altKey } = event;
  const card = cards.find(({ element }) => element.contains(target));
  if (key === "Enter" && (event.ctrlKey || event.metaKey) && card?.form) {
    event.preventDefault();
    card.form.requestSubmit();
    return;
  }
  if (key === "Escape" && card && target !== card.element) {
    card.focus();
    return;
  }
  if (off.checked || event.ctrlKey || event.metaKey || altKey || target.closest("textarea, select, input:not([type=radio])")) return;
  if (act(key, card, cards, target)) event.preventDefault();
}

// -> whether the key was ours
function act(key, card, cards, target) {
  if (key === "j" || key === "k") {
    const place = cards.indexOf(card);
    cards[key === "j" ? Math.min(place + 1, cards.length - 1) : Math.max(place - 1, 0)].focus();
    return true;
  }
  if (!card?.form) return false;
  if (/^[0-5]$/u.test(key)) card.choose(key);
  else if (key === "c") card.addNote();
  else if (key === "o") card.decide();
  else if (key === "ArrowDown" && target === card.element) card.activate(card.active + 1);
  else if (key === "ArrowUp" && target === card.element) card.activate(card.active - 1);
  else return false;
  return true;
}
