// Which of several tabs of a browser writes in a run: one has the pen, the others look on and can take it. A tab that is closed or
// has crashed lets go by itself, and the one that has waited longest goes on.

export class Pen {
  constructor({ name, onChange, locks }) {
    Object.assign(this, { name, onChange, locks });
  }

  // At the start: whoever comes first writes. Where a browser has no locks, every tab does.
  ask() {
    if (this.locks) this.keep({ ifAvailable: true });
  }

  take() {
    this.waiting?.abort();
    this.keep({ steal: true });
  }

  // Resolves when another tab has the pen, and this one waits in line.
  async keep(options) {
    try {
      await this.locks.request(this.name, options, (lock) => lock && this.hold());
    } catch {
      // Taken by another tab; or this one waits no longer, because it takes the pen itself.
      if (options.signal?.aborted) return;
    }
    this.onChange(false);
    this.waiting = new AbortController();
    this.keep({ signal: this.waiting.signal });
  }

  hold() {
    this.onChange(true);
    // For as long as the tab lives.
    return new Promise(() => {});
  }
}
