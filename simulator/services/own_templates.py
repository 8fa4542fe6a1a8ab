"""Templates of one's own: kept by whoever wrote them, for themselves, apart from any run.

Rules kept here: a title names one template per language, whatever its capitals; a table is taken as a whole or not at
all; a language never holds more than a run can begin with.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from people.models import User
from scenarios.core.timeline import Template
from scenarios.core.vocabulary import LANGUAGES
from simulator.core.own_templates import OWN
from simulator.models import OwnTemplate
from simulator.services.replying import is_storable

LONGEST_TITLE, LONGEST_TEMPLATE = 80, 2_000
MOST_TEMPLATES = 100
MOST_CHARACTERS = 40_000
"""Of all templates in one language: what is read when a run begins, and kept beside its first event."""


FAULTS = (
    "language",
    "title",
    "text",
    "title_long",
    "text_long",
    "characters",
    "too_many",
    "too_much",
    "taken",
    "unknown",
)


class BadTemplate(Exception):  # noqa: N818  an answer, not an error
    """Nothing was kept, for the reason `code`, one of FAULTS."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Written:
    """A template as somebody hands it in."""

    language: str
    title: str
    text: str


def find_fault(written: Written) -> str | None:
    """The code of what is wrong with a template by itself; None for nothing."""
    if written.language not in LANGUAGES:
        return "language"
    if not written.title.strip():
        return "title"
    if not written.text.strip():
        return "text"
    if len(written.title) > LONGEST_TITLE:
        return "title_long"
    if len(written.text) > LONGEST_TEMPLATE:
        return "text_long"
    return None if is_storable(written.title) and is_storable(written.text) else "characters"


def keep_templates(owner: User, written: Sequence[Written]) -> int:
    """Keeps them all, each in the place of the one with its title; returns how many are new. Safe to call twice.

    Raises BadTemplate: language, title, text, title_long, text_long, characters, too_many, too_much; then nothing is
    kept.
    """
    for each in written:
        if (fault := find_fault(each)) is not None:
            raise BadTemplate(fault)
    with transaction.atomic():
        kept = _lock_shelf(owner)
        known = {_name(each.language, each.title): each for each in kept}
        count, changed = len(known), {}
        for each in written:
            name = _name(each.language, each.title)
            changed[name] = row = known.setdefault(name, OwnTemplate(owner=owner, language=each.language))
            row.title, row.text = each.title.strip(), each.text.strip()
        _check_room(list(known.values()))
        for row in changed.values():
            row.save()
    return len(known) - count


def change_template(template_id: int, *, owner: User, title: str, text: str) -> None:
    """Puts `title` and `text` in the place of what the template says. Runs under way keep what they began with.

    Raises BadTemplate: unknown (or somebody else's), taken (another one has the title), and as `keep_templates`.
    """
    with transaction.atomic():
        kept = _lock_shelf(owner)
        row = next((each for each in kept if each.pk == template_id), None)
        if row is None:
            raise BadTemplate("unknown")
        if (fault := find_fault(Written(row.language, title, text))) is not None:
            raise BadTemplate(fault)
        others = (each for each in kept if each.pk != row.pk)
        if _name(row.language, title) in {_name(each.language, each.title) for each in others}:
            raise BadTemplate("taken")
        row.title, row.text = title.strip(), text.strip()
        _check_room(kept)
        row.save()


def delete_template(template_id: int, *, owner: User) -> None:
    """Safe to call twice. What runs began with stays in their logs, until their words are erased."""
    OwnTemplate.objects.filter(pk=template_id, owner=owner).delete()


def delete_templates(owner: User, *, language: str) -> int:
    """Deletes all in one language; returns how many there were."""
    return OwnTemplate.objects.filter(owner=owner, language=language).delete()[0]


def list_brought(owner: User, *, language: str) -> tuple[Template, ...]:
    """What a run of `owner` in `language` begins with, by title."""
    rows = OwnTemplate.objects.filter(owner=owner, language=language).order_by("title", "pk")
    return tuple(Template(f"{OWN}{row.pk}", row.title, row.text) for row in rows)


def _lock_shelf(owner: User) -> list[OwnTemplate]:
    """All of one's templates, the shelf locked by its owner's row, so that two pages cannot fill it over its edge."""
    User.objects.select_for_update().only("pk").get(pk=owner.pk)
    return list(OwnTemplate.objects.filter(owner=owner).order_by("pk"))


def _name(language: str, title: str) -> tuple[str, str]:
    return language, title.strip().casefold()


def _check_room(kept: Sequence[OwnTemplate]) -> None:
    for language in LANGUAGES:
        texts = [each.text for each in kept if each.language == language]
        if len(texts) > MOST_TEMPLATES:
            raise BadTemplate("too_many")
        if sum(map(len, texts)) > MOST_CHARACTERS:
            raise BadTemplate("too_much")
