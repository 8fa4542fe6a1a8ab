// What the desk's elements share: light DOM (labels, CSS and printing work), the store, and a new drawing when it changes.

import { LitElement } from "../../vendor/lit.js";

export class DeskElement extends LitElement {
  static properties = { store: { attribute: false } };

  // Elements that show time are drawn again every half second.
  static ticks = false;

  // Elements of which there are many are given all that they draw, and hear nothing by themselves.
  static hears = true;

  createRenderRoot() {
    return this;
  }

  get t() {
    return this.store.t;
  }

  willUpdate() {
    if (this.store && !this.listening) this.listen();
  }

  redraw = () => this.requestUpdate();

  redrawTime = () => this.store.pace.draw(this.redraw);

  listen() {
    this.listening = true;
    this.attend("addEventListener");
  }

  // What is taken out of the page hears nothing more, and can be forgotten.
  attend(verb) {
    if (this.constructor.hears) this.store[verb]("change", this.redraw);
    if (this.constructor.ticks) this.store[verb]("tick", this.redrawTime);
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.listening) this.attend("addEventListener");
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.listening) this.attend("removeEventListener");
  }
}
