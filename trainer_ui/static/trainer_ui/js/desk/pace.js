// Who types comes first. What comes over the line, or with the clock, is drawn at once while the keys are still; while somebody
// types, it waits until the next letter has been drawn, where the next key is farthest away, and for MOST_MS at the longest.

export const TYPING_MS = 400;
export const MOST_MS = 300;

const timers = { setTimeout: (call, ms) => setTimeout(call, ms), clearTimeout: (id) => clearTimeout(id) };

export class Pace {
  constructor({ now = () => performance.now(), afterFrame = callAfterFrame, clock = timers } = {}) {
    Object.assign(this, { now, afterFrame, clock, calls: new Set(), key_ms: -Infinity });
  }

  // A key went down in a text field.
  hearKey() {
    this.key_ms = this.now();
    if (this.isAwaited) return;
    this.isAwaited = true;
    this.afterFrame(() => {
      this.isAwaited = false;
      this.flush();
    });
  }

  get isTyping() {
    return this.now() - this.key_ms < TYPING_MS;
  }

  // Draws by `call`, now or soon; the same one once.
  draw(call) {
    if (!this.isTyping) return void call();
    this.calls.add(call);
    this.timer ??= this.clock.setTimeout(() => this.flush(), MOST_MS);
  }

  flush() {
    this.clock.clearTimeout(this.timer);
    this.timer = undefined;
    const calls = [...this.calls];
    this.calls.clear();
    for (const call of calls) call();
  }
}

// A message comes after the frame that a frame's callback is part of.
function callAfterFrame(call) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = call;
    port2.postMessage(null);
  });
}
