// The outline's tree, read: what stands at a path, what there is of each kind, which part of the text is meant by a place. Pure.
//
// A node is {v, at}, {m: [[key, at, node], …], at} or {s: [node, …], at}; a path is a list of keys and indexes.

const EXAMPLE = /: (?:\{[^{}]*: [^{}]*\}|\[\[.*?\]\])/gu;

export const idOf = (path) => JSON.stringify(path);

export function find(node, path) {
  let found = node;
  for (const step of path) {
    if (!found) return null;
    found = typeof step === "number" ? found.s?.[step] : found.m?.find(([key]) => key === step)?.[2];
  }
  return found ?? null;
}

// -> what is written there, "" for what is no scalar or is missing
export const read = (node, path) => find(node, path)?.v ?? "";

export const listKeys = (node, path) => find(node, path)?.m?.map(([key]) => key) ?? [];

export const listItems = (node, path) => find(node, path)?.s ?? [];

// -> [line, column] of the key or item at `path`, else of what it stands in
export function placeOf(tree, path) {
  if (!path.length || !tree) return tree?.at ?? [1, 1];
  const owner = find(tree, path.slice(0, -1));
  const last = path.at(-1);
  const at = typeof last === "number" ? owner?.s?.[last]?.at : owner?.m?.find(([key]) => key === last)?.[1];
  return at ?? placeOf(tree, path.slice(0, -1));
}

// Every part in the order of the text: [{line, column, path}]
export function listPlaces(tree) {
  const places = [];
  const visit = (node, path) => {
    for (const [key, at, value] of node.m ?? []) {
      places.push({ line: at[0], column: at[1], path: [...path, key] });
      visit(value, [...path, key]);
    }
    for (const [index, item] of (node.s ?? []).entries()) {
      places.push({ line: item.at[0], column: item.at[1], path: [...path, index] });
      visit(item, [...path, index]);
    }
  };
  if (tree) visit(tree, []);
  return places;
}

// -> the path of the last part that begins at or before the place
export function findPath(places, { line, column }) {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = places[middle];
    if (each.line < line || (each.line === line && each.column <= column)) low = middle + 1;
    else high = middle;
  }
  return low ? places[low - 1].path : [];
}

// -> Map: id of a path -> its problems
export function sortProblems(tree, problems) {
  const places = listPlaces(tree);
  const sorted = new Map();
  for (const problem of problems) {
    const id = idOf(findPath(places, problem));
    if (!sorted.has(id)) sorted.set(id, []);
    sorted.get(id).push(problem);
  }
  return sorted;
}

export function startsWith(path, beginning) {
  return beginning.every((step, index) => path[index] === step);
}

const cut = (text) => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

// -> [{key, about}] of the things of a kind that can be meant; posts only of `thread`, where one is given
export function listNamed(tree, kind, { thread = null, house = {} } = {}) {
  const entries = (path, field) => listKeys(tree, path).map((key) => ({ key, about: cut(read(tree, [...path, key, field])) }));
  const threads = thread === null ? listKeys(tree, ["threads"]) : [thread];
  if (kind === "persona") return listKeys(tree, ["personas"]).map((key) => ({ key, about: read(tree, ["personas", key, "name"]) }));
  if (kind === "fact") return entries(["facts"], "text");
  if (kind === "rumour") return entries(["rumours"], "claim");
  if (kind === "thread") return entries(["threads"], "topic");
  if (kind === "channel" || kind === "desk") return Object.entries(house[`${kind}s`] ?? {}).map(([key, { name }]) => ({ key, about: name }));
  if (kind === "topic") return [...new Set([...threads.map((key) => read(tree, ["threads", key, "topic"])), ...listKeys(tree, ["crowd", "voices"]).map((key) => read(tree, ["crowd", "voices", key, "topic"]))])].filter(Boolean).map((key) => ({ key, about: "" }));
  if (kind !== "post") return [];
  const posts = threads.flatMap((key) => entries(["threads", key, "posts"], "text"));
  const reactions = [...threads.map((key) => ["threads", key, "reactions"]), ...(thread === null ? [["reactions"]] : [])];
  const brought = reactions.flatMap((path) => listKeys(tree, path).map((key) => [...path, key, "post"]));
  return [...posts, ...brought.map((path) => ({ key: read(tree, [...path, "key"]), about: cut(read(tree, [...path, "text"])) })).filter(({ key }) => key)];
}

// The worst of `problems` and how many are as bad: what a badge says of all of them; null where there is none.
export function countWorst(problems) {
  const severity = ["error", "warning", "hint"].find((each) => problems.some((problem) => problem.severity === each));
  return severity ? { severity, count: problems.filter((problem) => problem.severity === severity).length } : null;
}

// Forms as they are described, for who never sees the text: help without examples of how a value is written there.
export function sayPlainly(described) {
  const say = (field) => ({ ...field, help: (field.help ?? "").replace(EXAMPLE, "") });
  const elements = Object.entries(described.elements).map(([name, fields]) => [name, fields.map(say)]);
  return { ...described, elements: Object.fromEntries(elements) };
}
