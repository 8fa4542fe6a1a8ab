"""Scoring an archive of replies on several processes.

Rules kept here: what comes out stands in the order of what went in, and is the same to the byte on however many
processes; only so much is under way at a time as the processes need; likeness to an author's earlier replies is found
in one place, in order.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

import py3langid

from scenarios.core.timeline import Brand
from scenarios.core.vocabulary import LANGUAGES
from scoring.core import Assessment, Prose, judge, read, warm_up
from scoring.core.authors import Author
from scoring.core.context import context_alone
from scoring.core.profile import House, context_at, ends_as_signed, open_house
from scoring.core.tone import FORBIDDEN
from scoring.core.tone_rules import INSULTS
from scoring.services.pooling import open_pool

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
HOUSE_COLUMNS = ("template", "template_likeness", "address_kept", "sign_off_kept", "forbidden")
"""Beside COLUMNS, where a house is asked about its own choices."""
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


Row = Mapping[str, Any]


class Scored(NamedTuple):
    """`is_ours`: it is written in the language of the house, which has its say."""

    columns: dict[str, Any]
    prose: Prose
    is_ours: bool


def list_columns(brand: Brand | None) -> tuple[str, ...]:
    return COLUMNS if brand is None else COLUMNS + HOUSE_COLUMNS


def score_archive(
    items: Iterable[Item | None], *, language: str, jobs: int, brand: Brand | None = None
) -> Iterator[Row]:
    """A row of `list_columns(brand)` for each item; an empty one for None. `language` may be "auto".

    Replies in the language of `brand`, a sound profile, are held against it.
    """
    empty = dict.fromkeys(list_columns(brand), "")
    authors: dict[str, Author] = defaultdict(Author)
    house = None if brand is None else open_house(brand)
    for item, scored in _score_all(iter(items), language=language, jobs=jobs, brand=brand):
        if item is None or scored is None:
            yield empty
            continue
        if item.author:
            likeness = _compare(scored, authors[item.author], house)
            scored.columns["reuse_likeness"] = _out_of_hundred(likeness)
        yield empty | scored.columns


def _compare(scored: Scored, author: Author, house: House | None) -> int:
    if house is None or not scored.is_ours:
        return author.compare(scored.prose)
    return author.compare(scored.prose, canned=[house.templates], exempt=house.articles)


def _score_all(
    items: Iterator[Item | None], *, language: str, jobs: int, brand: Brand | None
) -> Iterator[tuple[Item | None, Scored | None]]:
    task = partial(_score_task, language=language, brand=brand)
    if jobs == 1:
        for item in items:
            yield item, task([item])[0]
        return
    # Forked workers share what is loaded; they touch no database.
    _prepare(language)
    with open_pool(jobs) as pool:
        under_way: deque[tuple[list[Item | None], Any]] = deque()
        while True:
            while len(under_way) < jobs * AHEAD and (chunk := list(islice(items, PER_TASK))):
                under_way.append((chunk, pool.apply_async(task, (chunk,))))
            if not under_way:
                return
            chunk, result = under_way.popleft()
            yield from zip(chunk, result.get(), strict=True)


def _score_task(items: list[Item | None], *, language: str, brand: Brand | None) -> list[Scored | None]:
    house = None if brand is None else open_house(brand)
    return [None if item is None else _score_item(item, language=language, house=house) for item in items]


def _score_item(item: Item, *, language: str, house: House | None) -> Scored:
    spoken = find_language(item.text) if language == AUTO else language
    if house is not None and house.language == spoken:
        return _score_at(house, item)
    reading = read(item.text, language=spoken)
    context = context_alone(language=spoken, visibility=item.visibility, post_text=item.in_reply_to)
    columns = _columns(judge(reading, context)) | {"reuse_likeness": ""}
    return Scored(columns, reading.prose, is_ours=False)


def _score_at(house: House, item: Item) -> Scored:
    reading = read(item.text, language=house.language, names=house.names, house=house.lexicon)
    judged = judge(reading, context_at(house, visibility=item.visibility, post_text=item.in_reply_to))
    columns = _columns(judged)
    copied: Counter[str] = Counter()
    for finding in judged.findings:
        if finding.rule == "individuality.template" and finding.span is not None:
            copied[finding.params["template"]] += finding.span[1] - finding.span[0]
    has_address = house.brand.address in {"du", "sie"} and reading.formality != "none"
    columns |= {
        "template": max(copied, key=copied.__getitem__, default=""),
        "template_likeness": columns["reuse_likeness"],
        "address_kept": int(reading.formality == house.brand.address) if has_address else "",
        "sign_off_kept": int(ends_as_signed(house, reading.text.tokens)),
        "forbidden": sum(finding.rule == FORBIDDEN for finding in judged.findings),
    }
    return Scored(columns, reading.prose, is_ours=True)


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
