"""Checks that everything is written, in both languages where both are asked for, and each in its own."""

import re
from collections.abc import Iterator, Mapping

from scenarios.core.draft import Draft
from scenarios.core.nodes import find_in_scalar
from scenarios.core.records import Found
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.skeleton import TO_BE_WRITTEN
from scenarios.core.vocabulary import LANGUAGES
from scenarios.core.walking import list_texts

LEAST_WORDS = 3
"""A title of one name may be the same in both languages."""
LEAST_SIGNS = 3
"""So many little words of the other language, and three times as many as of its own, make a text look foreign."""

_GERMAN = """
    aber als auch auf bei bitte das dass dem den der des die doch ein eine einem einen einer es für haben heute ihre
    ihnen ich im in ist kein keine mit nach nicht noch nur oder sich sie sind über um und uns unser unsere vom von vor
    was wenn werden wie wir wird wo zu zum zur
"""
_ENGLISH = """
    a about and any are as at be but by can for from has have how if in is it its no not of on or our please she that
    the their there they this to today us we were what when where who with you your
"""
LITTLE_WORDS = {"de": frozenset(_GERMAN.split()), "en": frozenset(_ENGLISH.split())}
"""Words that stand in every other sentence. What both languages have speaks for neither."""

_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD)\b|(?i:\blorem ipsum\b)")
_MARKS = re.compile(r"[\W_]+|[xX]{2,}")
"""As a whole text: nothing that anybody could read."""
_WORD = re.compile(r"[a-zäöüß]+")


def check_languages(draft: Draft) -> None:
    for name in ("title", "brief", "goal"):
        both = draft.scenario.record(name)
        _check_both(draft, name, {language: both.found(language) for language in LANGUAGES} if both else {})
    for step in draft.scenario.parts("guide"):
        both = step.record("text")
        _check_both(draft, "text", {language: both.found(language) for language in LANGUAGES} if both else {})
    if language := draft.scenario.text("language"):
        for found in _list_own(draft):
            _check_language(draft, found, language)
    for found in list_texts(draft.scenario, SCENARIO):
        if str(found.value) in TO_BE_WRITTEN:
            draft.report.warn(found.place, "unfinished-text", words=str(found.value))
        elif match := _UNFINISHED.search(str(found.value)):
            place = find_in_scalar(draft.source, found.node, part=match[0]) if found.node else found.place
            draft.report.warn(place, "unfinished-text", words=match[0])


def _check_both(draft: Draft, name: str, texts: Mapping[str, Found | None]) -> None:
    written = {language: found for language, found in texts.items() if found}
    for language, found in written.items():
        _check_language(draft, found, language)
        if _MARKS.fullmatch(str(found.value)):
            draft.report.warn(found.place, "unfinished-text", words=str(found.value))
    first, *others = (str(found.value) for found in written.values()) if written else ("",)
    if others == [first] and len(first.split()) >= LEAST_WORDS:
        draft.report.warn(written[LANGUAGES[1]].place, "same-in-both-languages", field=name)


def _list_own(draft: Draft) -> Iterator[Found]:
    """What the company says; people may write, and be answered, in whatever language they like."""
    for (kind, _), record in draft.records.items():
        for name in {"fact": ("text", "approved"), "template": ("text",)}.get(kind, ()):
            if found := record.found(name):
                yield found


def _check_language(draft: Draft, found: Found, language: str) -> None:
    words = _WORD.findall(str(found.value).casefold())
    other = next(each for each in LANGUAGES if each != language)
    own, foreign = (_count(words, each, than) for each, than in ((language, other), (other, language)))
    if foreign >= LEAST_SIGNS and foreign > 3 * own:
        draft.report.warn(found.place, "wrong-language", language=language, other=other)


def _count(words: list[str], language: str, other: str) -> int:
    only = LITTLE_WORDS[language] - LITTLE_WORDS[other]
    return sum(word in only for word in words)
