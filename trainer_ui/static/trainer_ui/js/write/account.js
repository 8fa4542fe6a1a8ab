// What somebody has set at the desk for themselves (macros, keys, sound): kept with their account, because a computer may be somebody else's
// tomorrow. A storage like the browser's: what it holds came with the page, and what is changed goes to the server, once there is a line.

export class Account {
  #line = null;
  #unsent = new Set();
  #isSending = false;

  // name -> JSON as text
  constructor(kept = {}) {
    Object.assign(this, kept);
  }

  getItem(name) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }

  setItem(name, value) {
    this[name] = String(value);
    this.#tell(name);
  }

  removeItem(name) {
    delete this[name];
    this.#tell(name);
  }

  // `line.keep(name, value)` -> HTTP status, 0 for no answer
  start(line) {
    this.#line = line;
  }

  // One after the other; what found no server, or one that was too busy, goes the next time.
  async flush() {
    if (!this.#line || this.#isSending) return;
    this.#isSending = true;
    let isTaken = true;
    while (isTaken && this.#unsent.size) {
      const [name] = this.#unsent;
      this.#unsent.delete(name);
      const status = await this.#line.keep(name, this.getItem(name));
      isTaken = status !== 0 && status !== 429 && status < 500;
      if (!isTaken) this.#unsent.add(name);
    }
    this.#isSending = false;
  }

  #tell(name) {
    this.#unsent.add(name);
    this.flush();
  }
}
