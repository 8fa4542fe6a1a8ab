// The entries of a log that have been laid out are settled a moment later: out of sight they are not laid out or painted any more
// (css/thread.css), and keep the size that they had. So the scroll bar is honest, and nothing moves when they come into sight.

const QUIET_MS = 1_000;

export class Settling {
  // `find()`: the log, whose width is what the height of its entries depends on.
  constructor(find) {
    Object.assign(this, { find, width: null });
  }

  // After a drawing that has brought new ones. A picture has no height before it is there: entries with one are left alone.
  plan() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const entry of this.find()?.querySelectorAll(".entry:not([data-settled])") ?? []) {
        if (!entry.querySelector("img")) entry.dataset.settled = "";
      }
    }, QUIET_MS);
  }

  // In another width everything is of another height.
  resize(width) {
    const isOther = this.width !== null && width !== this.width;
    this.width = width;
    if (!isOther) return;
    for (const entry of this.find()?.querySelectorAll("[data-settled]") ?? []) delete entry.dataset.settled;
    this.plan();
  }
}
