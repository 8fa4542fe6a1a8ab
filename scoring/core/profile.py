"""What a brand profile says to replies that belong to no run.

Rule kept here: they are read and judged as in a run of that house, but for what only a run knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from scenarios.core.timeline import Brand
from scoring.core.context import Context, context_alone
from scoring.core.lexicon.house import HouseLexicon, compile_house
from scoring.core.run_names import fold_names
from scoring.core.shelf import Shelf
from scoring.core.sources import read_facts, shelve_templates
from scoring.core.text import Token, analyse


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """`names` are the folded words of its signature, `templates` what is canned, `articles` what may be repeated."""

    brand: Brand
    language: str
    names: frozenset[str]
    lexicon: HouseLexicon | None
    templates: Shelf
    articles: Shelf


def language_of(brand: Brand) -> str:
    """What a sound profile is written in: its form of address tells (`address-language`)."""
    return "en" if brand.address == "you" else "de"


@lru_cache(maxsize=4)
def open_house(brand: Brand) -> House:
    language, names = language_of(brand), fold_names((brand.service_name,))
    return House(
        brand=brand,
        language=language,
        names=names,
        lexicon=compile_house(brand.lexicon, language=language),
        templates=shelve_templates(brand.templates, language=language, names=names, lexicon=brand.lexicon),
        articles=read_facts((), language=language, lexicon=brand.lexicon, articles=brand.articles),
    )


def context_at(house: House, *, visibility: str, post_text: str) -> Context:
    """The context of a reply that somebody of `house` wrote outside any run."""
    return replace(
        context_alone(language=house.language, visibility=visibility, post_text=post_text),
        address=house.brand.address,
        private_addresses=house.brand.private_addresses,
        names=house.names,
        templates=house.templates,
        known=house.articles,
    )


def ends_as_signed(house: House, tokens: Sequence[Token]) -> bool:
    """Whether a reply ends as the house signs: with somebody's initials, or with its service name."""
    said = [token for token in tokens if token.kind != "punct"]
    if house.brand.sign_off == "initials":
        return bool(said) and said[-1].kind == "initials"
    name = [token.norm for token in analyse(house.brand.service_name).tokens if token.kind != "punct"]
    return [token.norm for token in said[-len(name) :]] == name
