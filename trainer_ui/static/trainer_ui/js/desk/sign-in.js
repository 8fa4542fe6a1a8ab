// Whoever was signed out in the middle signs in again in a window above the desk: everything stays where it is, and the same run goes on.

import { html, nothing } from "../../vendor/lit.js";
import { signIn } from "../wire/signing-in.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class SignIn extends DeskElement {
  static properties = { objection: { state: true }, isBusy: { state: true } };
  static hasNews = false;

  listen() {
    super.listen();
    this.store.addEventListener("sign_in", () => this.open());
  }

  render() {
    const { sign_in: way } = this.store.pack;
    return html`<dialog class="dialog" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">${this.t("sign_in.title")}</h2>
      <p class="soft">${this.t("sign_in.text", { name: way.name })}</p>
      <form class="stack" @submit=${this.send}>
        <label class="act-words"><span>${this.t("sign_in.login")}</span>
          <input name="login" autocomplete="username" readonly .value=${way.login}></label>
        <label class="act-words"><span>${this.t("sign_in.password")}</span>
          <input name="password" type="password" autocomplete="current-password" required></label>
        ${this.objection === undefined ? nothing : html`<p class="act-refused" role="alert">${ICONS.warn} ${this.objection ?? this.t("sign_in.failed")}</p>`}
        <p class="row"><button class="button button-main" ?disabled=${this.isBusy}>${this.t("line.sign_in")}</button>
          <button class="button" type="button" @click=${() => this.dialog.close()}>${this.t("act.cancel")}</button></p>
      </form>
      ${way.demo_path ? html`<p><button class="button" data-do="demo" ?disabled=${this.isBusy} @click=${this.sendDemo}>${this.t("sign_in.demo", { name: way.name })}</button></p>` : nothing}
      <p class="small"><a href=${way.page} target="_blank" rel="noopener">${this.t("sign_in.elsewhere")}</a></p>
    </dialog>`;
  }

  get dialog() {
    return this.querySelector("dialog");
  }

  open() {
    this.objection = undefined;
    this.dialog.showModal();
    this.dialog.querySelector("[type=password]").focus();
  }

  send(event) {
    event.preventDefault();
    const { page } = this.store.pack.sign_in;
    this.attempt({ path: page, fields: Object.fromEntries(new FormData(event.target)) });
  }

  sendDemo() {
    const { demo_path: path, login: person } = this.store.pack.sign_in;
    this.attempt({ path, fields: { person } });
  }

  async attempt(way) {
    Object.assign(this, { isBusy: true, objection: undefined });
    const { ok, message } = await signIn({ ...this.store.pack.sign_in, ...way });
    this.isBusy = false;
    if (ok) this.goOn();
    else this.objection = message || null;
  }

  // What called this window is gone with the trouble; who had another one open goes on there.
  goOn() {
    this.querySelector("form").reset();
    this.dialog.close();
    this.store.connection.open();
    if (!document.querySelector("dialog[open]")) this.store.say(this.store.thread ? "reply" : "leave");
  }
}

customElements.define("gp-sign-in", SignIn);
