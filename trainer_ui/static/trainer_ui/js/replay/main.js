// Starts a replay: what the page brought, the frames, the store, the drawing. `#t=65000` begins at that run time.

import { REPLAY_STRINGS } from "../texts/replay-strings.js";
import { STRINGS } from "../texts/strings.js";
import { makeTranslate } from "../texts/translate.js";
import "./player.js";
import { ReplayStore } from "./store.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const both = (language) => ({ ...STRINGS[language], ...REPLAY_STRINGS[language] });

const replay = read("replay");
const player = document.querySelector("gp-player");
const tracks = document.querySelector(".tracks");

function readMoment() {
  return Number(/^#t=(\d+)$/.exec(location.hash)?.[1] ?? 0);
}

const answer = await fetch(replay.frames_path);
if (answer.ok) {
  const store = new ReplayStore({ pack: read("pack"), replay, frames: await answer.json() });
  store.t = makeTranslate(document.documentElement.lang, { de: both("de"), en: both("en") });
  store.seek(readMoment());
  player.store = store;
  addEventListener("hashchange", () => store.seek(readMoment()));
  tracks.addEventListener("click", (event) => {
    const { left, width } = tracks.getBoundingClientRect();
    store.seek(((event.clientX - left) / width) * replay.ended_ms);
  });
} else {
  document.querySelector(".replay-failed").hidden = false;
}
