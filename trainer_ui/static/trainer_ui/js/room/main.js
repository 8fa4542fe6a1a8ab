// Starts the control room: what the page brought, the store, the line, and the drawing.

import { ROOM_STRINGS } from "../texts/room-strings.js";
import { makeTranslate } from "../texts/translate.js";
import { Connection } from "../wire/connection.js";
import "./room.js";
import { RoomStore } from "./store.js";

const TICK_MS = 1000;
const LOOK_MS = 3000;
const SORT_MS = 5000;

const room = JSON.parse(document.getElementById("room").textContent);
const store = new RoomStore({ room });
store.t = makeTranslate(document.documentElement.lang, ROOM_STRINGS);

const url = new URL(room.ws_path, location.href);
url.protocol = url.protocol.replace("http", "ws");
store.connection = new Connection({
  url: url.href,
  onFrame: (frame) => store.receive(frame),
  onState: (line) => store.setLine(line),
});
document.querySelector("gp-room").store = store;
store.connection.open();

setInterval(() => store.say(), TICK_MS);
setInterval(() => store.sort(), SORT_MS);
window.addEventListener("online", () => store.connection.hurry());
window.addEventListener("offline", () => store.connection.doubtLine());
document.addEventListener("visibilitychange", () => !document.hidden && store.connection.hurry());
look();

// A moment is noted by one key, with nothing to write: what it was about is seen in the debrief.
document.addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (key !== "m" || ctrlKey || metaKey || altKey || room.mode !== "class" || target.closest("input, textarea, select, dialog")) return;
  store.command("note_moment", store.running);
});

// Who has come, begun and ended, and whose desk is there.
async function look() {
  try {
    const answer = await fetch(room.state_path, { cache: "no-store", redirect: "error" });
    if (answer.ok) store.takeMembers(await answer.json());
  } catch {
    // The line says what is the matter.
  }
  setTimeout(look, LOOK_MS);
}
