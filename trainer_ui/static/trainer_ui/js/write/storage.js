// Small records in localStorage under one prefix. One key per record, so that two tabs do not overwrite each other's.

export class Records {
  constructor(storage, prefix) {
    Object.assign(this, { storage, prefix });
  }

  read(name) {
    const kept = this.storage.getItem(this.prefix + name);
    return kept === null ? null : JSON.parse(kept);
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
