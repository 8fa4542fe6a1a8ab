// The window in which what a settled case has taught is proposed as an article of the house.

import { html, nothing } from "../../vendor/lit.js";
import { dropGreeting } from "../write/greeting.js";
import { LONGEST_ARTICLE, LONGEST_TITLE } from "../write/limits.js";
import { endWords } from "../write/signing.js";
import { ActDialog } from "./act-dialog.js";

class Propose extends ActDialog {
  static hasNews = false;

  listen() {
    super.listen();
    this.store.addEventListener("propose", () => this.begin());
  }

  // What was written last to everybody is a beginning, without who was greeted and who signed it.
  begin() {
    const { thread, selected, pack } = this.store;
    const said = thread.posts.findLast(({ kind, visibility, deleted_ms, text }) => kind === "reply" && visibility === "public" && !deleted_ms && text);
    const text = said?.text ?? "";
    Object.assign(this, { thread: selected, beginning: dropGreeting(text.slice(0, endWords(text, pack.agent))) });
    this.open("propose");
  }

  render() {
    return html`<dialog class="dialog dialog-wide" aria-labelledby="propose-title" @close=${this.giveBack}>${this.act ? this.drawForm() : nothing}</dialog>`;
  }

  drawForm() {
    const { language } = this.store.pack;
    return html`<form @submit=${this.send} @keydown=${this.hurry}>
      <h2 id="propose-title">${this.t("act.propose_title")}</h2>
      <label class="act-words"><span>${this.t("propose.title")}</span>
        <input name="title" required maxlength=${LONGEST_TITLE} lang=${language} spellcheck="true"></label>
      <label class="act-words"><span>${this.t("propose.text")}</span>
        <textarea name="text" rows="6" required maxlength=${LONGEST_ARTICLE} lang=${language} spellcheck="true" .defaultValue=${this.beginning}></textarea>
        <span class="soft small">${this.t("propose.hint")}</span></label>
      ${this.drawFoot(this.t("act.propose_do"))}
    </form>`;
  }

  send(event) {
    event.preventDefault();
    this.do("propose_article", { thread: this.thread, ...Object.fromEntries(new FormData(event.target)) });
  }
}

customElements.define("gp-propose", Propose);
