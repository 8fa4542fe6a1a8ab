// -> t(key, values): the sentence in `language`, with {values} filled in and the singular where `count` is 1.

import { STRINGS } from "./strings.js";

export function makeTranslate(language) {
  const strings = STRINGS[language] ?? STRINGS.en;
  return (key, values = {}) => {
    const sentence = (values.count === 1 && strings[`${key}.one`]) || strings[key];
    if (sentence === undefined) throw new Error(`no sentence for ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}
