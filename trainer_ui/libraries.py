"""What coaches see of the library: scenarios as they look for them, with what is known of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from people.models import Role, User
from scenarios.core.bundles import BundleRefused
from scenarios.models import ScenarioVersion
from scenarios.queries import tell_about, versions_visible_to
from scoring.queries.difficulty import Measured, measure_scenarios
from trainer_ui.shelves import Offer, make_offer


@dataclass(frozen=True, slots=True)
class Book:
    """`tags` are what it is about, code and name; `measured` is None where too few people have played."""

    offer: Offer
    tags: Sequence[tuple[str, str]]
    measured: Measured | None
    is_own: bool


def list_books(coach: User, *, language: str) -> list[Book]:
    """All that `coach` may see, by title."""
    versions = list(versions_visible_to(coach, role=Role.COACH))
    abouts = tell_about(versions)
    measured = measure_scenarios({each.scenario_id for each in versions})
    books = [
        make_book(each, make_offer(each, abouts[each.pk], language=language), measured.get(each.scenario_id))
        for each in versions
    ]
    return sorted(books, key=lambda book: (book.offer.title.casefold(), book.offer.about.language, not book.is_own))


def make_book(version: ScenarioVersion, offer: Offer, measured: Measured | None) -> Book:
    situation = offer.about.situation
    tags = [(situation, name_situations()[situation])]
    if offer.criterion:
        tags.append(("drill", gettext("Drill")))
    if offer.about.is_guided:
        tags.append(("guided", gettext("Teaches the desk")))
    return Book(offer, tags, measured, version.scenario.cohort_id is not None)


def choose_books(books: Sequence[Book], *, wanted: Mapping[str, str]) -> list[Book]:
    """Those with all words of `words`, the language, the tag and the difficulty that are wanted."""
    words = wanted.get("words", "").casefold().split()
    return [
        book
        for book in books
        if all(word in _read(book) for word in words)
        and wanted.get("language", "") in ("", book.offer.about.language)
        and wanted.get("difficulty", "") in ("", str(book.offer.about.difficulty))
        and (not wanted.get("tag") or wanted["tag"] in {code for code, _ in book.tags})
    ]


def list_tags() -> list[tuple[str, str]]:
    return [*name_situations().items(), ("drill", gettext("Drill")), ("guided", gettext("Teaches the desk"))]


def name_situations() -> dict[str, str]:
    return {
        "normal": gettext("Normal day"),
        "outage": gettext("Outage"),
        "storm": gettext("Storm"),
        "high_stakes": gettext("High stakes"),
        "praise": gettext("Praise"),
    }


def explain_bundle(refused: BundleRefused) -> str:
    """Why a file was not taken in, with its place."""
    texts = {"scenario": gettext("the scenario"), "brand": gettext("the brand profile")}
    return {
        "too_large": gettext("The file is too large."),
        "unreadable": gettext("The file cannot be read: line %(line)s."),
        "no_bundle": gettext("This is no scenario that was exported from a library."),
        "format": gettext("The file was written by another version of this product."),
        "tampered": gettext("The file was changed after it was exported: in %(text)s, line %(line)s."),
        "digest": gettext(
            "What the file holds is not what its digest says, or another version of this product wrote it."
        ),
    }[refused.code] % {"line": refused.line, "text": texts.get(refused.text, "")}


def _read(book: Book) -> str:
    about = book.offer.about
    texts = [book.offer.version.scenario.key, about.brand, *about.title.values(), *about.brief.values()]
    return " ".join((*texts, *about.goal.values(), *(name for _, name in book.tags))).casefold()
