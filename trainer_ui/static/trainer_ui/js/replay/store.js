// The desk's store in front of a film instead of a line: nothing can be written, and nothing is kept in the browser.

import { DeskStore } from "../desk/store.js";
import { Memory } from "./memory.js";
import { Film } from "./film.js";

export class ReplayStore extends DeskStore {
  constructor({ pack, replay, frames }) {
    super({ pack: { ...pack, audience: "onlooker" }, storage: new Memory(), makeId: () => "" });
    Object.assign(this, { replay, film: new Film(frames), at_ms: 0, follows: true, singleKeys: false });
    this.seek(0);
  }

  get runMs() {
    return this.at_ms ?? 0;
  }

  get isReady() {
    return true;
  }

  get isLocked() {
    return true;
  }

  seek(ms) {
    this.at_ms = Math.min(this.replay.ended_ms, Math.max(0, Math.round(ms)));
    const view = this.film.viewAt(this.at_ms);
    // A pause takes no run time: nothing has to be covered, and what ended can still be read.
    this.view = { ...view, state: "running" };
    const worked = this.film.lastWorkedOn(this.at_ms);
    if (this.follows && worked) this.selected = worked;
    else if (!(this.selected in view.threads)) this.selected = worked;
    this.say("change");
  }

  // Whoever chooses a thread wants to stay there.
  select(thread) {
    this.follows = false;
    super.select(thread);
  }
}
