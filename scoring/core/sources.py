"""What a reply is compared with, read once and kept: templates, which are canned, and facts, which may be repeated."""

from collections.abc import Iterable
from functools import lru_cache

from scenarios.core.timeline import Article, Fact, HouseWords, Template, Timeline
from scoring.core.hearing.ears import ears_of
from scoring.core.lexicon.house import compile_house
from scoring.core.masking import Prose
from scoring.core.reading import read
from scoring.core.shelf import Shelf
from scoring.core.text import analyse, fold


def read_templates(timeline: Timeline, *, names: frozenset[str]) -> Shelf:
    """The brand's templates and the scenario's own: a trainee may use either, and both are canned.

    Names differ from run to run and hardly ever stand in a template: with only those, runs share the shelf.
    """
    by_key = {template.key: template for template in (*timeline.brand.templates, *timeline.templates)}
    templates, lexicon = tuple(by_key.values()), timeline.brand.lexicon
    return shelve_templates(templates, language=timeline.language, names=names, lexicon=lexicon)


def shelve_templates(
    templates: Iterable[Template], *, language: str, names: frozenset[str], lexicon: tuple[HouseWords, ...]
) -> Shelf:
    """`templates` as they are read in a house with this `lexicon`."""
    # By key: of two that hold the same words, it is not the order of a file that says which is named.
    ordered = tuple(sorted(templates, key=lambda template: template.key))
    return _read_templates(ordered, language, names & _words_of(ordered), lexicon)


def read_own_templates(templates: tuple[Template, ...], timeline: Timeline, *, names: frozenset[str]) -> Shelf | None:
    """The trainee's own, as canned as the house's; None where there are none. Kept by what they say, so that all runs
    of one trainee share them."""
    if not templates:
        return None
    return _read_own_templates(templates, timeline.language, names & _words_of(templates), timeline.brand.lexicon)


def read_scenario(timeline: Timeline) -> None:
    """Reads what replies are held against, some 50 ms of work, so that no reply waits for it, least of all under a
    lock. Again it costs nothing."""
    ears_of(timeline)
    read_templates(timeline, names=frozenset())
    for fact in timeline.facts:
        _read_fact(fact, timeline.language, timeline.brand.lexicon)
    for article in timeline.brand.articles:
        _read_article(article, timeline.language, timeline.brand.lexicon)


@lru_cache(maxsize=256)
def read_facts(
    facts: tuple[Fact, ...],
    *,
    language: str,
    lexicon: tuple[HouseWords, ...] = (),
    articles: tuple[Article, ...] = (),
) -> Shelf:
    """What may be repeated: the texts and the approved wordings of `facts`, and the `articles`, by their keys.
    `lexicon` is the brand's own."""
    shelf = Shelf((fact.key, prose) for fact in facts for prose in _read_fact(fact, language, lexicon))
    for article in articles:
        shelf.add(article.key, _read_article(article, language, lexicon))
    return shelf


@lru_cache(maxsize=512)
def _read_article(article: Article, language: str, lexicon: tuple[HouseWords, ...]) -> Prose:
    return read(article.text, language=language, house=compile_house(lexicon, language=language)).prose


@lru_cache(maxsize=1024)
def _read_fact(fact: Fact, language: str, lexicon: tuple[HouseWords, ...]) -> tuple[Prose, ...]:
    house = compile_house(lexicon, language=language)
    return tuple(read(text, language=language, house=house).prose for text in (fact.text, fact.approved) if text)


@lru_cache(maxsize=512)
def _words_of(templates: tuple[Template, ...]) -> frozenset[str]:
    return frozenset(fold(token.text.lstrip("@")) for template in templates for token in analyse(template.text).tokens)


@lru_cache(maxsize=64)
def _read_templates(
    templates: tuple[Template, ...], language: str, names: frozenset[str], lexicon: tuple[HouseWords, ...]
) -> Shelf:
    return _shelve(templates, language, names, lexicon)


@lru_cache(maxsize=512)
def _read_own_templates(
    templates: tuple[Template, ...], language: str, names: frozenset[str], lexicon: tuple[HouseWords, ...]
) -> Shelf:
    return _shelve(templates, language, names, lexicon)


def _shelve(
    templates: tuple[Template, ...], language: str, names: frozenset[str], lexicon: tuple[HouseWords, ...]
) -> Shelf:
    house = compile_house(lexicon, language=language)
    return Shelf(
        (template.key, read(template.text, language=language, names=names, house=house).prose) for template in templates
    )
