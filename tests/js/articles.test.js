// Articles are found by all words that are looked for, those named after them first.
import assert from "node:assert/strict";
import test from "node:test";
import { findArticles } from "../../trainer_ui/static/trainer_ui/js/write/articles.js";

const ARTICLES = [
  { key: "a", title: "Geld zurück", text: "Die Fundstelle im Gesetz steht dabei." },
  { key: "b", title: "Fundsachen", text: "Größe und Farbe helfen." },
];
const find = (query) => findArticles(ARTICLES, query).map(({ key }) => key).join("");

test("whoever looks for nothing sees all, in the house's order", () => {
  assert.deepEqual(["", "  "].map(find), ["ab", "ab"]);
});

test("every word has to be there, whatever its case and accents, and a title comes before a text", () => {
  assert.deepEqual(["fund", "GROSSE", "farbe gross", "geld farbe", "zuruck"].map(find), ["ba", "b", "b", "", "a"]);
});
