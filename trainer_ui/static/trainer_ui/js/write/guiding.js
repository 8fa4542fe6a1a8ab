// What the guide has seen somebody do that no log holds, and whether they want it at all: kept in this browser until the run is over.

import { Records } from "./storage.js";

export class Guiding {
  constructor(storage, run) {
    Object.assign(this, { records: new Records(storage, "gp:guide:"), run });
    const { deeds = [], isOff = false } = this.records.read(run) ?? {};
    Object.assign(this, { deeds: new Set(deeds), isOff });
  }

  note(deed) {
    if (this.deeds.has(deed)) return;
    this.deeds.add(deed);
    this.keep();
  }

  skip() {
    this.isOff = true;
    this.keep();
  }

  close() {
    this.records.drop(this.run);
  }

  keep() {
    this.records.write(this.run, { deeds: [...this.deeds], isOff: this.isOff });
  }
}
