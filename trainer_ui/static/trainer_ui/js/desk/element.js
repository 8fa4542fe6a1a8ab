// What the desk's elements share: light DOM (labels, CSS and printing work), the store, and a new drawing when it changes.

import { LitElement } from "../../vendor/lit.js";

export class DeskElement extends LitElement {
  static properties = { store: { attribute: false } };

  // Elements that show time are drawn again every half second.
  static ticks = false;

  createRenderRoot() {
    return this;
  }

  get t() {
    return this.store.t;
  }

  willUpdate() {
    if (this.store && !this.listening) this.listen();
  }

  listen() {
    this.listening = true;
    const redraw = () => this.requestUpdate();
    this.store.addEventListener("change", redraw);
    if (this.constructor.ticks) this.store.addEventListener("tick", redraw);
  }
}
