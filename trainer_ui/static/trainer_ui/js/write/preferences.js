// What somebody has switched on for themselves; all of it is off until then.

import { Records } from "./storage.js";

export class Preferences {
  constructor(account) {
    this.records = new Records(account, "prefer:");
    this.known = new Set(this.records.names());
  }

  has(name) {
    return this.known.has(name);
  }

  set(name, isOn) {
    if (isOn) this.records.write(name, true);
    else this.records.drop(name);
    this.known = new Set(this.records.names());
  }
}
