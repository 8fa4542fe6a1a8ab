"""What the editor's pages need to know: drafts on their list, a draft in its editor, problems with their place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from people.models import Role, User
from scenarios.core.problems import Problem
from scenarios.models import Draft
from scenarios.problem_texts import explain
from scenarios.queries import drafts_of, load_timeline, tell_about, versions_visible_to
from scenarios.services.drafts import HELD_FOR, holder_of
from simulator.services.trying import find_last
from trainer_ui.shelves import Offer, make_offer

NAMES = (
    "check", "save", "pen", "aside", "patch", "forms", "history", "restore", "state", "play", "rehearse", "stop",
    "publish",
)  # fmt: skip
"""The addresses that the editor asks."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A draft on the list; `holder` is who writes it just now."""

    draft: Draft
    title: str
    holder: User | None


def list_drafts(coach: User, *, now: datetime) -> list[Listed]:
    return [Listed(each, each.title or each.key or str(each.pk), holder_of(each, now=now)) for each in drafts_of(coach)]


def list_copied(coach: User, *, language: str) -> list[Offer]:
    """What can be copied, by title."""
    versions = list(versions_visible_to(coach, role=Role.COACH))
    abouts = tell_about(versions)
    return sorted((make_offer(each, abouts[each.pk], language=language) for each in versions), key=_sort_title)


def list_brands(coach: User, *, language: str) -> list[Offer]:
    """One version for each brand and language that there is a profile of, those in the reader's language first."""
    found: dict[tuple[str, str], Offer] = {}
    for offer in list_copied(coach, language=language):
        timeline = load_timeline(offer.version)
        found.setdefault((timeline.brand.key, timeline.language), offer)
    return sorted(found.values(), key=lambda offer: (offer.about.language != language, offer.about.brand))


def make_editor(draft: Draft, *, viewer: User, nonce: str) -> dict[str, Any]:
    """What the page brings along. The nonce lets the style sheet that the text editor writes through."""
    paths = {name: reverse(f"trainer_ui:editor_{name}", args=[draft.pk]) for name in NAMES}
    return {
        "id": draft.pk,
        "language": draft.language,
        "text": draft.text,
        "edition": draft.edition,
        "viewer": viewer.pk,
        "held_for_ms": round(HELD_FOR.total_seconds() * 1000),
        "nonce": nonce,
        "has_tried": find_last(draft, actor=viewer) is not None,
        "paths": paths,
    }


def describe_saved(draft: Draft, *, viewer: User, now: datetime) -> dict[str, Any]:
    """Where a draft stands: its last edition, by whom, and who writes it."""
    holder = holder_of(draft, now=now)
    return {
        "edition": draft.edition,
        "saved_at": draft.saved_at.isoformat(),
        "saved_by": name_person(draft.saved_by),
        "holder": None if holder is None else name_person(holder),
        "mine": holder is not None and holder.pk == viewer.pk,
    }


def describe_problems(problems: Iterable[Problem], *, text: str, file: str, language: str) -> list[dict[str, Any]]:
    """Each with line and column from 1, columns in UTF-16 code units as a browser counts them. One of the brand profile
    stands at the start of the text, and its message says where it is."""
    lines = text.split("\n")
    described = []
    for problem in problems:
        message = explain(problem, language=language)
        place = {"line": problem.line, "column": _count_units(lines, problem.line, problem.column)}
        if problem.file != file:
            message, place = f"{problem.file}:{problem.line}: {message}", {"line": 1, "column": 1}
        described.append({**place, "code": problem.code, "message": message, "severity": problem.severity})
    return described


def explain_draft(code: str, *, holder: User | None = None) -> str:
    """Why something was not done, in the page's language."""
    sentences = {
        "not_rehearsed": gettext("Robots have not passed this very text. Rehearse it first."),
        "not_publishable": gettext("There are errors. Mend them first; they stand below the text."),
        "too_long": gettext("A note has at most 500 characters."),
        "held": gettext("%(who)s is writing just now.") % {"who": name_person(holder)},
        "conflict": gettext("Somebody has saved this draft meanwhile."),
        "too_large": gettext("A scenario has at most 1 MB of text."),
        "bad_text": gettext("This cannot be read as a text."),
        "forbidden": gettext("You cannot write this draft."),
        "unknown_revision": gettext("There is no such revision."),
        "too_often": gettext("That was too often in too short a time. Please wait a moment."),
    }
    return sentences[code]


def name_person(person: User | None) -> str:
    return gettext("Somebody") if person is None else person.get_full_name() or person.username


def _count_units(lines: list[str], line: int, column: int) -> int:
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    return len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1


def _sort_title(offer: Offer) -> tuple[str, str]:
    return offer.title.casefold(), offer.about.language
