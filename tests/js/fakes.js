// Stand-ins for what a browser gives: storage, a socket, timers. They do what the real ones do, when told.

export class FakeStorage {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key, value) {
    this[key] = String(value);
  }

  removeItem(key) {
    delete this[key];
  }
}

export class FakeSocket {
  static opened = [];

  constructor() {
    this.sent = [];
    FakeSocket.opened.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.isClosed = true;
  }
}

export class FakeTimers {
  now = 0;
  waiting = new Map();
  next = 1;

  setTimeout = (call, delay) => {
    this.waiting.set(this.next, { call, at: this.now + delay });
    return this.next++;
  };

  clearTimeout = (id) => this.waiting.delete(id);

  pass(ms) {
    this.now += ms;
    for (const [id, { call, at }] of [...this.waiting]) {
      if (at <= this.now && this.waiting.delete(id)) call();
    }
  }
}
