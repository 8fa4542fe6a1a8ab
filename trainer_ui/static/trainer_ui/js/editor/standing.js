// Where in a scenario's text somebody writes, read off indentation and braces, so that it is known while the text is not
// readable as a whole. Pure.

const KEY = /^(?:- )*\s*(?:"([^"]*)"|'([^']*)'|([^\s"'#{}[\],:][^:#{}[\],]*?))\s*:(?=\s|$)/;

// `lines` up to and with the one that is written in, which is cut at the cursor -> {path, word, isValue, taken}: the keys that
// lead to what is written, `null` for an item of a list; the word before the cursor; whether it is the value of the last key;
// and the keys that stand beside it already, as far as they stand above.
export function findStanding(lines) {
  const last = lines.at(-1);
  const above = climb(lines);
  const body = last.trimStart();
  const flow = readFlow(body);
  if (flow) return { path: [...above.path, ...flow.path], word: flow.word, isValue: flow.isValue, taken: flow.taken };
  const { keys, items, rest } = readStart(body);
  const path = [...above.path, ...items, ...keys];
  return { path, word: rest.trimStart(), isValue: keys.length > 0, taken: keys.length ? [] : above.taken };
}

// The keys above that the last line stands in, and those beside it.
function climb(lines) {
  const path = [];
  const taken = [];
  let depth = depthOf(lines.at(-1));
  let isBeside = true;
  for (const line of lines.slice(0, -1).reverse()) {
    const body = line.trimStart();
    if (!body || body.startsWith("#")) continue;
    const own = depthOf(line);
    if (own === depth && isBeside) taken.unshift(...readStart(body).keys);
    if (own >= depth) continue;
    isBeside = false;
    const { keys, items } = readStart(body);
    // A key behind a dash belongs to the item, whose further keys stand below it.
    if (items.length && own + 2 === depth && keys.length) {
      taken.unshift(...keys);
      isBeside = true;
      path.unshift(...items);
    } else path.unshift(...items, ...keys);
    depth = own;
  }
  return { path, taken };
}

function depthOf(line) {
  return line.length - line.trimStart().length;
}

// -> {items: one null for each dash, keys: none or one, rest: what follows}
function readStart(body) {
  const items = [];
  let rest = body;
  while (rest === "-" || rest.startsWith("- ")) {
    items.push(null);
    rest = rest.slice(1).trimStart();
  }
  const found = KEY.exec(rest);
  if (!found) return { items, keys: [], rest };
  return { items, keys: [found[1] ?? found[2] ?? found[3]], rest: rest.slice(found[0].length) };
}

// Within braces or brackets that are open at the cursor: the same as `findStanding`, counted from the line; null outside of them.
function readFlow(body) {
  const { items, keys, rest } = readStart(body);
  const open = [];
  let quote = "";
  let word = "";
  for (const letter of rest) {
    if (quote) {
      if (letter === quote) quote = "";
      word += letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word += letter;
    } else if (letter === "{" || letter === "[") {
      open.push({ isList: letter === "[", key: null, taken: [] });
      word = "";
    } else if (letter === "}" || letter === "]") {
      open.pop();
      word = "";
    } else if (letter === "," && open.length) {
      open.at(-1).key = null;
      word = "";
    } else if (letter === ":" && open.length && !open.at(-1).isList && open.at(-1).key === null) {
      Object.assign(open.at(-1), { key: word.trim() });
      open.at(-1).taken.push(word.trim());
      word = "";
    } else word += letter;
  }
  if (!open.length || quote) return null;
  const { isList, key, taken } = open.at(-1);
  const path = [...items, ...keys, ...open.flatMap((each) => (each.isList ? [null] : each.key === null ? [] : [each.key]))];
  return { path, word: word.trimStart(), isValue: isList || key !== null, taken: isList ? [] : taken };
}
