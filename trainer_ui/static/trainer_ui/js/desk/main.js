// Starts the desk: what the page brought, the store, the line, and the drawing. `#thread=bag` opens that thread where none is chosen yet.

import { makeTranslate } from "../texts/translate.js";
import { Connection } from "../wire/connection.js";
import { openDraftLine } from "../wire/draft-line.js";
import { openSettingsLine } from "../wire/settings-line.js";
import { Pen } from "../write/pen.js";
import "./desk.js";
import { DeskStore } from "./store.js";

const TICK_MS = 500;

const pack = JSON.parse(document.getElementById("pack").textContent);
const store = new DeskStore({ pack, storage: localStorage });
store.t = makeTranslate(document.documentElement.lang);
store.selected ??= readThread();

const url = new URL(pack.ws_path, location.href);
url.protocol = url.protocol.replace("http", "ws");
store.connection = new Connection({
  url: url.href,
  onFrame: (frame) => store.receiver.receive(frame),
  onState: (line) => {
    store.receiver.setLine(line);
    if (line === "live") store.account.flush();
  },
});

store.account.start(openSettingsLine(pack.settings_path, pack.actor));
if (store.isMine) store.copies.start(openDraftLine(pack.drafts_path));

const desk = document.querySelector("gp-desk");
desk.store = store;
store.connection.open();

store.pen = new Pen({ name: `gp:pen:${pack.run}`, locks: navigator.locks, onChange: (hasPen) => store.setPen(hasPen) });
if (store.isMine) store.pen.ask();

document.addEventListener("keydown", ({ target }) => {
  if (target.matches("textarea, input")) store.pace.hearKey();
}, { capture: true, passive: true });

// Background tabs slow their timers to one a minute: time is drawn from the server's clock, and anew on coming back.
setInterval(tick, TICK_MS);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return leave();
  tick();
  // Whoever looks again has read what stands there.
  store.say("change");
  store.copies.pull();
  store.connection.hurry();
  // Perhaps somebody has signed in again in another tab.
  if (store.line === "signed_out") store.connection.open();
});
window.addEventListener("storage", ({ key }) => {
  if (!store.hasPen && /^gp:(draft|outbox):/.test(key)) store.readKept();
});
window.addEventListener("pagehide", () => store.copies.flush({ isLeaving: true }));

// Whoever tries a moment again comes to where it was.
function readThread() {
  const [, thread] = /^#thread=(.+)$/.exec(location.hash) ?? [];
  return thread ? decodeURIComponent(thread) : null;
}

// Timers of a page that nobody sees hardly run, and nobody takes back what they do not see.
function leave() {
  store.sender.release();
  store.copies.flush();
}

window.addEventListener("online", () => store.connection.hurry());
// Chromium leaves the socket open: whether there is a line all the same shows at the next attempt.
window.addEventListener("offline", () => store.connection.doubtLine());

function tick() {
  store.waking.look();
  store.say("tick");
}
