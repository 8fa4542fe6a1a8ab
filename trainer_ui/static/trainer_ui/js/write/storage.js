// Small records in a storage under one prefix. One key per record, so that two tabs do not overwrite each other's. What can no longer be
// read is as if it were not there: no desk stays shut for it.

export class Records {
  constructor(storage, prefix) {
    Object.assign(this, { storage, prefix });
  }

  read(name) {
    try {
      return JSON.parse(this.storage.getItem(this.prefix + name));
    } catch {
      return null;
    }
  }

  write(name, value) {
    this.storage.setItem(this.prefix + name, JSON.stringify(value));
  }

  drop(name) {
    this.storage.removeItem(this.prefix + name);
  }

  names() {
    return Object.keys(this.storage).filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
  }
}
