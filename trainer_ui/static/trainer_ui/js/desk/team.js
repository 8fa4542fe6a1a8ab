// Who else works in this thread: that somebody has it open, and whose it is. Drawn only where there is somebody else; so far no run has two.

import { html, nothing } from "../../vendor/lit.js";
import { isTeam, listOthers, readAssignee } from "../run/team.js";
import { DeskElement } from "./element.js";
import { ICONS } from "./icons.js";

class Team extends DeskElement {
  listNews() {
    const { thread, view } = this.store;
    return [thread, view.present];
  }

  render() {
    const { store } = this;
    const { view, selected, pack } = store;
    if (!store.thread || !isTeam(view, pack.actor)) return nothing;
    const others = listOthers(view, selected, pack.actor);
    const assignee = readAssignee(view, selected, pack.actor);
    return html`<div class="team small">
      <p role="status">${others.length ? html`<strong class="team-others">${ICONS.warn} ${this.t("team.others", { count: others.length, names: others.join(", ") })}</strong>` : nothing}</p>
      <p>${ICONS.person} ${this.nameAssignee(assignee)} ${store.isMine && !store.isLocked ? this.drawButton(assignee) : nothing}</p></div>`;
  }

  nameAssignee(assignee) {
    if (!assignee) return this.t("team.nobody");
    return assignee.isMine ? this.t("team.mine") : this.t("team.theirs", { name: assignee.name ?? this.t("team.somebody") });
  }

  drawButton(assignee) {
    const { store } = this;
    const to = assignee?.isMine ? null : store.pack.actor;
    return html`<button class="button button-plain small" ?disabled=${store.line !== "live"}
      @click=${() => store.sender.act("assign", { thread: store.selected, to })}>${this.t(to ? "team.take" : "team.give_up")}</button>`;
  }
}

customElements.define("gp-team", Team);
