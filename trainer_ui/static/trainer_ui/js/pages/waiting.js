// Somebody waits for a class to begin: this page says every few seconds that they are there, and goes to the desk when it has.

import { readToken } from "../wire/draft-line.js";

const EVERY_MS = 3000;
const waiting = document.getElementById("waiting");
const state = document.getElementById("waiting-state");
const calm = state.textContent;

async function arrive() {
  const response = await fetch(waiting.dataset.address, { method: "POST", headers: { "X-CSRFToken": readToken() } });
  if (response.status === 409) return { message: (await response.json()).message };
  if (!response.ok || response.redirected) throw new Error(response.status);
  return response.json();
}

// A live region speaks when its text changes, and only then.
function say(text) {
  if (state.textContent !== text) state.textContent = text;
}

async function look() {
  try {
    const { desk, message } = await arrive();
    if (desk) return location.assign(desk);
    say(message ?? calm);
    if (message) return;
  } catch {
    say(waiting.dataset.lost);
  }
  setTimeout(look, EVERY_MS);
}

look();
