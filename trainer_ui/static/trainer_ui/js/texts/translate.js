// -> t(key, values): the sentence in `language`, of the desk unless other tables are given, with {values} filled in and the singular where `count` is 1.

import { STRINGS } from "./strings.js";

export function makeTranslate(language, tables = STRINGS) {
  const strings = tables[language] ?? tables.en;
  return (key, values = {}) => {
    const sentence = (values.count === 1 && strings[`${key}.one`]) || strings[key];
    if (sentence === undefined) throw new Error(`no sentence for ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}
