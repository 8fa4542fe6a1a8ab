// Which of the panes stands beside the text: on a wide screen both are seen, on a narrow one either. The choice is kept in this browser.

const KEPT = "gp.editor.pane";

class Panes extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", ({ target }) => {
      const tab = target.closest("[data-pane]");
      if (tab) this.choose(tab.dataset.pane);
    });
    this.choose(localStorage.getItem(KEPT) ?? "forms", { keeps: false });
  }

  set store(store) {
    // Who is led to a place in the text has to see it.
    store.addEventListener("going", () => matchMedia("(width < 64rem)").matches && this.choose("text"));
  }

  get root() {
    return this.closest(".editor");
  }

  choose(name, { keeps = true } = {}) {
    const tabs = [...this.querySelectorAll("[data-pane]")];
    if (!tabs.some((tab) => tab.dataset.pane === name)) return;
    this.root.dataset.shows = name;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.pane === name));
    for (const pane of this.root.querySelectorAll("[data-is-pane]")) pane.hidden = pane.dataset.isPane !== name;
    if (keeps) localStorage.setItem(KEPT, name);
    this.dispatchEvent(new CustomEvent("pane", { detail: name, bubbles: true }));
  }
}

customElements.define("gp-editor-panes", Panes);
