// What the desk's elements share: light DOM (labels, CSS and printing work), the store, and a new drawing when it changes.

import { LitElement } from "../../vendor/lit.js";

export class DeskElement extends LitElement {
  static properties = { store: { attribute: false } };

  // Elements that show time look every half second whether it shows.
  static ticks = false;

  // Elements of which there are many are given all that they draw, and hear nothing by themselves.
  static hears = true;

  // Elements that show nothing of what goes on by itself (the public, the desks behind, the time) are not drawn for it.
  static hasNews = true;

  createRenderRoot() {
    return this;
  }

  get t() {
    return this.store.t;
  }

  // What of the news is shown here, as values to compare: while they are the same, nothing is drawn for news or a tick. What is done at
  // this desk is always drawn.
  listNews() {
    return [this.store.view, this.store.second];
  }

  willUpdate() {
    if (this.store && !this.listening) this.listen();
    if (this.store) this.drawn = this.listNews();
  }

  redraw = ({ detail } = {}) => {
    if (detail?.isNews) this.redrawNews();
    else this.requestUpdate();
  };

  redrawNews = () => {
    const { drawn } = this;
    if (!this.constructor.hasNews) return;
    if (!drawn || this.listNews().some((each, index) => each !== drawn[index])) this.requestUpdate();
  };

  redrawTime = () => this.store.pace.draw(this.redrawNews);

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
