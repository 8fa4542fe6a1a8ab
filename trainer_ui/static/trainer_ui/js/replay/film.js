// A run's frames as a film: the view as it was at any moment. Pure; views are kept every so often, so that going back is as
// quick as going on.

import { foldFrame, startView } from "../run/view.js";

const KEPT_EVERY = 25;

export class Film {
  constructor(frames) {
    this.frames = frames;
    this.kept = [startView()];
    for (let at = 0; at < frames.length; at += KEPT_EVERY) {
      this.kept.push(frames.slice(at, at + KEPT_EVERY).reduce(foldFrame, this.kept.at(-1)));
    }
  }

  // How many frames had come by then: those of the very moment are among them.
  countUntil(ms) {
    let [low, high] = [0, this.frames.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.frames[middle].at_ms <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  viewAt(ms) {
    const count = this.countUntil(ms);
    const from = Math.floor(count / KEPT_EVERY);
    return this.frames.slice(from * KEPT_EVERY, count).reduce(foldFrame, this.kept[from]);
  }

  // The thread in which something was last done by the desk; null where nothing was.
  lastWorkedOn(ms) {
    const done = this.frames.slice(0, this.countUntil(ms)).findLast(({ kind, data }) => WORK.has(kind) && data.thread);
    return done?.data.thread ?? null;
  }
}

const WORK = new Set(["ReplySent", "Escalated", "Treated", "Resolved"]);

// The next mark before or after a moment; null where there is none.
export function findMark(marks, ms, step) {
  const found = step > 0 ? marks.find(({ at_ms }) => at_ms > ms) : marks.findLast(({ at_ms }) => at_ms < ms);
  return found ?? null;
}

// How many wait at a moment, and how many of them too long already.
export function countLoad(view, ms) {
  const open = Object.values(view.threads).filter(({ unanswered, due_ms }) => unanswered.length && due_ms !== null);
  return { waiting: open.length, late: open.filter(({ due_ms }) => due_ms < ms).length };
}
