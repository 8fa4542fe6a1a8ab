// The page of one post: keys, notes and drafts on top of forms that work without any of these.

import { Card } from "./card.js";
import { MarkDrafts } from "./drafts.js";
import { listenToKeys } from "./keys.js";

const page = document.querySelector(".marking");
const drafts = new MarkDrafts(localStorage);
const status = document.getElementById("marking-said");
const said = Object.assign((text) => { status.textContent = text; }, { texts: status.dataset });
const blank = document.getElementById("note-row");

if (page.dataset.saved) drafts.drop(page.dataset.saved);
const cards = [...document.querySelectorAll(".mark-card")].map((element) => new Card(element, { drafts, blank, said }));

function highlight() {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.set("notes", new Highlight(...cards.flatMap((card) => card.listRanges())));
}

for (const card of cards) card.onNotes = highlight;
// What came back with an error is what was typed last.
const isRefused = document.querySelector(".mark-error") !== null;
const restored = cards.filter((card) => !(isRefused && card.element.querySelector(".mark-error")) && card.restore());
if (restored.length) said(said.texts.draft);
highlight();
listenToKeys(cards);

// Whoever comes anew reads the post first.
const wanted = isRefused ? document.querySelector(".mark-error").closest(".mark-card") : document.getElementById(location.hash.slice(1));
const found = cards.find((card) => card.element === wanted);
if (found) found.focus();
else cards.find((card) => card.isOpen)?.focus({ stays: true });
