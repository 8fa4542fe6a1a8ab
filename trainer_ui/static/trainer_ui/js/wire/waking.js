// Notices what no timer tells: that the device slept, or that its clock was set. Two clocks are held against each other: `steady`, which nobody can
// set and which stands still in the sleep of some systems, and `wall`. Both in ms.

// Tabs in the background are woken once a minute.
const SLEPT_MS = 90_000;
export const SET_MS = 5_000;

export class Vigil {
  constructor({ steady, wall }) {
    Object.assign(this, { steady, wall });
    this.last = { steady: steady(), wall: wall() };
  }

  // -> "slept", "set" (which may have been sleep too: only the server can tell), or null: what has happened since the last look.
  look() {
    const now = { steady: this.steady(), wall: this.wall() };
    const passed = now.steady - this.last.steady;
    const apart = now.wall - this.last.wall - passed;
    this.last = now;
    if (passed >= SLEPT_MS) return "slept";
    return Math.abs(apart) >= SET_MS ? "set" : null;
  }
}
