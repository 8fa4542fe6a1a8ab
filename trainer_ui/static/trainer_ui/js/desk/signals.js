// What reaches somebody who looks elsewhere, for those who asked for it: how many wait, in the window's title, and a soft tone.

import { DeskElement } from "./element.js";

const EVERY_MS = 5_000;
const TONE = { hertz: 523, seconds: 0.25, volume: 0.08 };

class Signals extends DeskElement {
  listen() {
    super.listen();
    this.base = document.title;
    this.store.addEventListener("event", ({ detail: frame }) => this.hear(frame));
  }

  listNews() {
    const { preferences, view } = this.store;
    return [preferences.has("title") && view.threads];
  }

  // Nothing stands in the page; the title is drawn whenever the desk is.
  updated() {
    const count = this.store.preferences.has("title") ? this.store.listing.waiting.length : 0;
    document.title = count ? `(${count}) ${this.base}` : this.base;
  }

  hear({ kind, data, seq }) {
    const { preferences, headAtStart } = this.store;
    if (kind !== "PostAppeared" || data.crowd || seq <= headAtStart || !preferences.has("sound")) return;
    if (performance.now() - (this.sounded ?? -EVERY_MS) < EVERY_MS) return;
    this.sounded = performance.now();
    this.sound();
  }

  sound() {
    this.audio ??= new AudioContext();
    const { currentTime } = this.audio;
    const [tone, volume] = [this.audio.createOscillator(), this.audio.createGain()];
    tone.frequency.value = TONE.hertz;
    volume.gain.setValueAtTime(TONE.volume, currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + TONE.seconds);
    tone.connect(volume).connect(this.audio.destination);
    tone.start();
    tone.stop(currentTime + TONE.seconds);
  }
}

customElements.define("gp-signals", Signals);
