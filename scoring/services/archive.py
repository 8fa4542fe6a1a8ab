"""Scoring an archive of replies on several processes.

Rules kept here: what comes out stands in the order of what went in, and is the same to the byte on however many
processes; only so much is under way at a time as the processes need; likeness to an author's earlier replies is found
in one place, in order.
"""

import multiprocessing
import signal
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

import py3langid

from scenarios.core.vocabulary import LANGUAGES
from scoring.core import Assessment, Prose, judge, read, warm_up
from scoring.core.authors import Author
from scoring.core.context import context_alone
from scoring.core.tone_rules import INSULTS

COLUMNS = (
    "tone",
    "empathy",
    "courtesy",
    "openness",
    "plain_language",
    "formality",
    "insult",
    "personal_data_in_public",
    "reuse_likeness",
)
AUTO = "auto"
PER_TASK = 100
AHEAD = 3
"""Tasks per process that are under way at a time."""


class Item(NamedTuple):
    """One reply of an archive. Without an `author` it is compared with nothing."""

    text: str
    in_reply_to: str
    visibility: str
    author: str


Scored = tuple[dict[str, Any], Prose]
Row = Mapping[str, Any]


def score_archive(items: Iterable[Item | None], *, language: str, jobs: int) -> Iterator[Row]:
    """A row of COLUMNS for each item; an empty one for None. `language` may be "auto"."""
    authors: dict[str, Author] = defaultdict(Author)
    for item, scored in _score_all(iter(items), language=language, jobs=jobs):
        if item is None or scored is None:
            yield dict.fromkeys(COLUMNS, "")
            continue
        columns, prose = scored
        if item.author:
            columns["reuse_likeness"] = _out_of_hundred(authors[item.author].compare(prose))
        yield columns


def _score_all(
    items: Iterator[Item | None], *, language: str, jobs: int
) -> Iterator[tuple[Item | None, Scored | None]]:
    task = partial(_score_task, language=language)
    if jobs == 1:
        for item in items:
            yield item, task([item])[0]
        return
    # Forked workers share what is loaded; they touch no database.
    _prepare(language)
    # Ctrl-C is for the one process that waits for them, and ends them all.
    ignoring = (signal.SIGINT, signal.SIG_IGN)
    with multiprocessing.get_context("fork").Pool(jobs, signal.signal, ignoring) as pool:
        under_way: deque[tuple[list[Item | None], Any]] = deque()
        while True:
            while len(under_way) < jobs * AHEAD and (chunk := list(islice(items, PER_TASK))):
                under_way.append((chunk, pool.apply_async(task, (chunk,))))
            if not under_way:
                return
            chunk, result = under_way.popleft()
            yield from zip(chunk, result.get(), strict=True)


def _score_task(items: list[Item | None], *, language: str) -> list[Scored | None]:
    return [None if item is None else _score_item(item, language=language) for item in items]


def _score_item(item: Item, *, language: str) -> Scored:
    spoken = find_language(item.text) if language == AUTO else language
    reading = read(item.text, language=spoken)
    context = context_alone(language=spoken, visibility=item.visibility, post_text=item.in_reply_to)
    return {**_columns(judge(reading, context)), "reuse_likeness": ""}, reading.prose


def _prepare(language: str) -> None:
    warm_up(LANGUAGES if language == AUTO else [language])
    if language == AUTO:
        find_language("")


def find_language(text: str) -> str:
    py3langid.set_languages(list(LANGUAGES))
    return str(py3langid.classify(text)[0])


def _columns(assessment: Assessment) -> dict[str, Any]:
    rules = {finding.rule for finding in assessment.findings}
    values = {**assessment.criteria, **assessment.signals}
    scored: dict[str, Any] = {name: _out_of_hundred(values.get(name)) for name in COLUMNS}
    scored["formality"] = assessment.signals["formality"]
    scored["insult"] = int(bool(INSULTS & rules))
    scored["personal_data_in_public"] = int(any(rule.startswith("privacy.") for rule in rules))
    return scored


def _out_of_hundred(per_mille: int | str | None) -> str:
    return "" if per_mille is None else f"{int(per_mille) / 10:.1f}" if isinstance(per_mille, int) else per_mille
