// A storage that lasts as long as the page, where nothing may be kept: a replay, and the page of components.

export class Memory {
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
