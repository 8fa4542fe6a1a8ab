// Articles: which hold what is looked for, those that have it in their title first.

import { foldText, hasWords } from "../run/searching.js";

export function findArticles(articles, query) {
  if (!query.trim()) return articles;
  const holds = articles.filter(({ title, text }) => hasWords(foldText(`${title}\n${text}`), query));
  const isNamed = ({ title }) => hasWords(foldText(title), query);
  return [...holds.filter(isNamed), ...holds.filter((article) => !isNamed(article))];
}
