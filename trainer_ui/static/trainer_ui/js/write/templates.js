// Templates: which fit what was typed after "/", and their text with the variables filled in once.

const VARIABLE = /\{(name|handle|brand|agent)\}/g;

export function fillTemplate(text, values) {
  return text.replace(VARIABLE, (whole, name) => values[name] ?? whole);
}

export function findTemplates(templates, query) {
  const wanted = query.trim().toLowerCase();
  if (!wanted) return templates;
  const starts = (template) => template.title.toLowerCase().startsWith(wanted) || template.key.startsWith(wanted);
  const holds = (template) => `${template.title} ${template.text}`.toLowerCase().includes(wanted);
  return [...templates.filter(starts), ...templates.filter((template) => !starts(template) && holds(template))];
}

// The "/query" that ends at the cursor, if there is one: {start, query}. A slash inside a word (24/7, a link) is none.
export function readSlash(text, cursor) {
  const match = /(?:^|\s)\/([^\s/]*)$/u.exec(text.slice(0, cursor));
  return match ? { start: cursor - match[1].length - 1, query: match[1] } : null;
}
