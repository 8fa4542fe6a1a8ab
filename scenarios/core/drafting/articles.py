"""The articles of a brand."""

from scenarios.core.records import Record
from scenarios.core.timeline import Article


def draft_articles(brand: Record, *, records: dict[tuple[str, str], Record]) -> tuple[Article, ...]:
    """In the author's order; their elements go into `records`."""
    articles = []
    for key, record in brand.records("articles").items():
        records["article", key] = record
        articles.append(Article(key, record.text("title") or "", record.text("text") or ""))
    return tuple(articles)
