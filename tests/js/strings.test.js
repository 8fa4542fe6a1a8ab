// German and English land together, and no sentence is missing or left over.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { STRINGS } from "../../trainer_ui/static/trainer_ui/js/texts/strings.js";
import { makeTranslate } from "../../trainer_ui/static/trainer_ui/js/texts/translate.js";

const DESK = new URL("../../trainer_ui/static/trainer_ui/js/desk/", import.meta.url);
const source = readdirSync(DESK).map((name) => readFileSync(new URL(name, DESK), "utf8")).join("\n");
const variables = (sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("both languages have the same keys and variables", () => {
  assert.deepEqual(Object.keys(STRINGS.de), Object.keys(STRINGS.en));
  for (const key of Object.keys(STRINGS.de)) assert.deepEqual(variables(STRINGS.de[key]), variables(STRINGS.en[key]), key);
});

test("every sentence that is asked for is there", () => {
  const asked = [...source.matchAll(/\bt\(\s*"([\w.]+)"/g)].map(([, key]) => key);
  assert.ok(asked.length > 40);
  assert.deepEqual(asked.filter((key) => !(key in STRINGS.de)), []);
});

test("every sentence is used, by name or by its group", () => {
  const groups = [...source.matchAll(/`([\w]+\.(?:\w*_)?)\$\{/g)].map(([, group]) => group);
  const isUsed = (key) => source.includes(`"${key}"`) || groups.some((group) => key.startsWith(group));
  const names = Object.keys(STRINGS.de).map((key) => key.replace(/\.one$/, ""));
  assert.deepEqual(names.filter((key) => !isUsed(key)), []);
});

test("one is singular, and an unknown sentence is an error", () => {
  const t = makeTranslate("en");
  assert.deepEqual([t("said.posts", { count: 1 }), t("said.posts", { count: 3 })], ["1 new post.", "3 new posts."]);
  assert.throws(() => t("nothing.here"), /no sentence for nothing.here/);
});
