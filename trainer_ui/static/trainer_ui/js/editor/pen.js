// Who writes. One coach at a time: the pen is asked for when the page opens, held while somebody is at work, and let go when they leave.
//
// state: asking, mine, theirs (somebody else has it), free (nobody has it, and it is not asked for).

export const HOLD_MS = 30_000;
export const LOOK_MS = 5_000;
// Who has not touched the page for so long does not keep others from it.
export const IDLE_MS = 10 * 60_000;

export class Pen extends EventTarget {
  // `tell(answer)` hears what the server says of the draft, with its text where that is newer than `edition()`.
  constructor({ line, edition, tell, now = () => performance.now() }) {
    super();
    Object.assign(this, { line, edition, tell, now, state: "asking", holder: null, touchedAt: now() });
  }

  touch() {
    this.touchedAt = this.now();
    if (this.state === "idle") this.take();
  }

  take() {
    return this.ask("take");
  }

  // What has to be done every few seconds.
  beat() {
    if (this.state === "mine" && this.now() - this.touchedAt > IDLE_MS) return this.leave("idle");
    return this.ask(this.state === "mine" || this.state === "asking" ? "take" : "look");
  }

  get beatMs() {
    return this.state === "mine" ? HOLD_MS : LOOK_MS;
  }

  async leave(state = "free", { isLeaving = false } = {}) {
    if (this.state !== "mine") return;
    this.set(state, null);
    await this.line.pen("release", this.edition(), isLeaving);
  }

  async ask(want) {
    const answer = await this.line.pen(want, this.edition());
    if (answer.status !== 200 && answer.status !== 409) return;
    const wasIdle = this.state === "idle";
    this.set(answer.mine ? "mine" : answer.holder !== null ? "theirs" : wasIdle ? "idle" : "free", answer.holder);
    this.tell(answer);
  }

  set(state, holder) {
    if (this.state === state && this.holder === holder) return;
    Object.assign(this, { state, holder });
    this.dispatchEvent(new Event("change"));
  }
}
