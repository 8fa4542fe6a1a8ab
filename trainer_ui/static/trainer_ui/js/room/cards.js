// Cards as they were drawn last: one is drawn anew only when something that it shows is new. A wall of thirty is looked at thirty times
// a second, and in that time five of them have changed.

import { runMsAt } from "../run/clock.js";

const SECOND_MS = 1_000;

export class Cards {
  // `draw(member, store)` makes a card.
  constructor(draw) {
    this.drawCard = draw;
    this.kept = new Map();
  }

  draw(member, store) {
    const shown = [member, store.line, ...readRunOf(member, store)];
    const kept = this.kept.get(member.person);
    if (kept && kept.shown.every((each, index) => each === shown[index])) return kept.card;
    const card = this.drawCard(member, store);
    this.kept.set(member.person, { shown, card });
    return card;
  }
}

// The view, and the run time as far as it is drawn.
function readRunOf({ run }, { views, serverNow, room }) {
  const view = run === null ? null : views.get(run);
  if (!view?.seq) return [view, 0];
  return [view, Math.floor(runMsAt(view, serverNow, room.duration_ms) / SECOND_MS)];
}
