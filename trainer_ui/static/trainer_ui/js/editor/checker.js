// When a text is checked: quickly a moment after the last key, thoroughly once it has rested, and at once after a form has changed it.
// One request at a time; what is asked about a text that is no more is given up.

export const REST_MS = 80;
export const PEACE_MS = 400;
const AGAIN_MS = 3000;

export class Checker {
  // `ask(text, quick, signal)` -> {status, problems, outline?}; `tell(answer, quick)` hears only of the text as it stands.
  constructor({ ask, tell, read, setTimer = (run, ms) => setTimeout(run, ms), clearTimer = (timer) => clearTimeout(timer) }) {
    Object.assign(this, { ask, tell, read, setTimer, clearTimer, timer: null, asked: null });
  }

  note() {
    this.asked?.abort();
    this.plan(REST_MS, true);
  }

  plan(ms, quick) {
    this.clearTimer(this.timer);
    this.timer = this.setTimer(() => this.check({ quick }), ms);
  }

  async check({ quick = false } = {}) {
    this.clearTimer(this.timer);
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const text = this.read();
    const answer = await this.ask(text, quick, asked.signal);
    if (this.asked !== asked || asked.signal.aborted) return;
    this.asked = null;
    if (answer.status !== 200) {
      this.plan(AGAIN_MS, false);
      return;
    }
    if (this.read() === text) this.tell(answer, quick);
    if (quick) this.plan(PEACE_MS, false);
  }
}
