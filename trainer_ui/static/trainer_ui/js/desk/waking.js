// After sleep, or when the device's clock was set: the run's time is held where it was seen last, a new line asks the server, and
// what that says is told until somebody has read it.

import { SET_MS, Vigil } from "../wire/waking.js";

export class Waking {
  constructor(store, { steady, wall }) {
    Object.assign(this, { store, asked: null, note: null, seen_ms: 0 });
    this.vigil = new Vigil({ steady, wall });
  }

  // With every tick, before anything is drawn.
  look() {
    const { store } = this;
    const found = this.vigil.look();
    if (!found) {
      this.seen_ms = store.runMs;
      return;
    }
    this.asked ??= { found, before_ms: this.seen_ms, seq: store.view.seq };
    store.connection.renew();
  }

  // `missed_ms`: how far the server's clock has gone on while ours stood still; `run_ms`: where the run is.
  settle({ missed_ms, run_ms }) {
    if (!this.asked) return;
    const { found, ...before } = this.asked;
    this.asked = null;
    const slept = found === "slept" || missed_ms >= SET_MS;
    this.note = { kind: slept ? "slept" : "set", now_ms: run_ms, ...before };
  }

  dismiss() {
    this.note = null;
    this.store.say("change");
  }
}
