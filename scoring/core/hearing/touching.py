"""What a thread is about, and how much of a reply is: its words held against those of the posts, of what the author put
down as a good answer, and of the facts that belong to it.

Words count by their stems, a part of a compound as the whole. What any text may hold (greetings, acts, names, the
commonest words) is neither about the thread nor about anything else.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from scenarios.core.timeline import Timeline
from scoring.core.hearing.clauses import Clause, cut_clauses
from scoring.core.text import analyse

PART = 4
"""Letters of a stem from which it can be a part of a longer one."""
LONGER = 2
"""Letters that the longer one has at least more."""


ENOUGH = 120
"""Words after which it is plain what a text is about."""


class Subject(NamedTuple):
    """`marks` are stems ("w:signal") and figures; `heads` and `tails` the stems that begin and end so."""

    marks: frozenset[str]
    heads: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]


class Touch(NamedTuple):
    """How many words and figures of a reply are about the subject, and how many words are about something else."""

    own: int
    foreign: int


@lru_cache(maxsize=1024)
def marks_in(text: str, *, language: str) -> frozenset[str]:
    """Every word and figure of a post, as marks."""
    clauses = cut_clauses(analyse(text), language=language)
    words = {f"w:{stem}" for clause in clauses for stem, _ in clause.words}
    return frozenset(words | {value for clause in clauses for figure in clause.figures for value in figure.values})


def make_subject(texts: Iterable[str], *, language: str) -> Subject:
    marks = frozenset(mark for text in texts for mark in marks_in(text, language=language))
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for mark in sorted(marks):
        kind, _, stem = mark.partition(":")
        if kind == "w" and len(stem) >= PART:
            heads.setdefault(stem[:PART], []).append(stem)
            tails.setdefault(stem[-PART:], []).append(stem)
    return Subject(marks, _frozen(heads), _frozen(tails))


@lru_cache(maxsize=512)
def read_subject(text: str, *, language: str) -> Subject:
    """What one post is about."""
    return make_subject((text,), language=language)


def make_subjects(timeline: Timeline) -> dict[str, Subject]:
    """Thread → its subject: topic, posts, what was written down as an answer, and the facts for that."""
    subjects = {}
    for thread in timeline.threads:
        posts = [post for post in timeline.posts if post.thread == thread.key]
        asked = {key for post in posts for key in post.needs.facts}
        facts = [fact for fact in timeline.facts if fact.key in asked or fact.topic and fact.topic == thread.topic]
        texts = [thread.topic, *(text for fact in facts for text in (fact.text, fact.approved))]
        texts += [text for post in posts for text in (post.text, post.needs.model, post.needs.paraphrase)]
        subjects[thread.key] = make_subject([text for text in texts if text], language=timeline.language)
    return subjects


def touch(clauses: Iterable[Clause], subjects: Collection[Subject], *, leave_out: Collection[int]) -> Touch:
    """How far what `clauses` say is about one of `subjects`. `leave_out` are tokens that are about nothing else."""
    own: set[str] = set()
    foreign: set[str] = set()
    for clause in clauses:
        if len(own) + len(foreign) >= ENOUGH:
            break
        for stem, place in clause.words:
            if any(_is_about(stem, subject) for subject in subjects):
                own.add(stem)
            elif place not in leave_out:
                foreign.add(stem)
        for figure in clause.figures:
            if any(value in subject.marks for subject in subjects for value in figure.values):
                own.add(figure.values[0])
    return Touch(len(own), len(foreign))


def _is_about(stem: str, subject: Subject) -> bool:
    if f"w:{stem}" in subject.marks:
        return True
    if len(stem) < PART:
        return False
    close = (*subject.heads.get(stem[:PART], ()), *subject.tails.get(stem[-PART:], ()))
    return any(_is_part(stem, other) or _is_part(other, stem) for other in close)


def _is_part(part: str, whole: str) -> bool:
    return len(whole) >= len(part) + LONGER and (whole.startswith(part) or whole.endswith(part))


def _frozen(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {part: tuple(stems) for part, stems in found.items()}
