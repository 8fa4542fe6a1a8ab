// What the format allows where somebody writes: fields, words to choose from, keys of things that there are. Pure.

import { listNamed } from "./forms/tree.js";

// The field that `path` leads to, and the element that it is in, as the format is described (forms.json); null where it knows none.
export function follow(path, elements) {
  let kind = { kind: "element", element: "scenario" };
  let field = null;
  for (const step of path) {
    if (kind.kind === "element") {
      field = elements[kind.element]?.find(({ name }) => name === step) ?? null;
      if (!field) return null;
      kind = field;
    } else if (kind.kind === "map" || (kind.kind === "list" && step === null)) kind = kind.item;
    else return null;
  }
  return { kind, field };
}

// -> [{label, detail, insert}] for a standing (standing.js); `described` is forms.json, `tree` the outline's
export function listOffers({ path, isValue, taken }, { described, tree }) {
  const found = follow(path, described.elements);
  if (!found) return [];
  const { kind } = found;
  if (!isValue && kind.kind === "element") return listFields(described.elements[kind.element] ?? [], taken);
  if (kind.kind === "map" && kind.keys && !isValue) return kind.keys.filter((key) => !taken.includes(key)).map((key) => offerWord(key, described, kind.keys, ": "));
  if (kind.kind === "choice") return kind.options.map((option) => offerWord(option, described, kind.options));
  if (kind.kind === "flag") return ["true", "false"].map((word) => ({ label: word, detail: "", insert: word }));
  if (kind.kind === "key" || kind.kind === "topic") return listKeys(kind, path, { described, tree });
  return [];
}

function listFields(fields, taken) {
  const open = fields.filter(({ name }) => !taken.includes(name));
  const sorted = [...open.filter(({ required }) => required), ...open.filter(({ required, usual }) => !required && usual), ...open.filter(({ required, usual }) => !required && !usual)];
  return sorted.map(({ name, label, kind }) => ({ label: name, detail: label === name ? "" : label, insert: `${name}:${["element", "map", "list"].includes(kind) ? "" : " "}` }));
}

function offerWord(word, { words }, options, after = "") {
  const table = words.find((each) => each.options.length === options.length && each.options.every((option) => options.includes(option)));
  const label = table?.labels[table.options.indexOf(word)] ?? "";
  return { label: word, detail: label === word ? "" : label, insert: `${word}${after}` };
}

function listKeys(kind, path, { described, tree }) {
  const of = kind.kind === "topic" ? "topic" : kind.of;
  const thread = path[0] === "threads" && of === "post" ? path[1] : null;
  const named = listNamed(tree ?? { m: [] }, of, { thread, house: described.house });
  return [...named, ...(kind.any ? [{ key: "any", about: "" }] : [])].map(({ key, about }) => ({ label: key, detail: about, insert: key }));
}

// What a field means, for whoever points at its name: {title, text}, or null.
export function explain(path, described) {
  const { field } = follow(path, described.elements) ?? {};
  return field?.help && field.name === path.at(-1) ? { title: field.label, text: field.help } : null;
}
