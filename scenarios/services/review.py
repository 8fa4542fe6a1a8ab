"""The gate between an import and its publishing: what is still open, and a person who confirms it.

Rules kept here: who confirms is named and dated; a confirmation holds for the digest of the text that was read, so an
edit opens the review again; a word is replaced in every text that people read, and nowhere else.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from scenarios.core.codec import digest
from scenarios.core.compiler import BrandReader, Compiled, compile_located
from scenarios.core.importing.review_text import splice_review
from scenarios.core.nodes import Mapping, Node, Scalar, Sequence
from scenarios.core.problems import ERROR, Problem, Report
from scenarios.core.reader import read_tree
from scenarios.core.review import Doubt, Review
from scenarios.services.files import brands_beside, missing_file, read_bounded


class NotReviewable(Exception):
    """There is nothing to review, or it cannot be read. `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A scenario file and where its review stands. `open_doubts` carry the number a person calls them by."""

    source: str
    review: Review
    digest: str
    open_doubts: tuple[tuple[int, Doubt], ...]

    @property
    def is_confirmed(self) -> bool:
        return self.review.is_confirmed(self.digest)


def check_review(compiled: Compiled) -> list[Problem]:
    """What keeps an import from being published, at the place of the review; nothing for what a person wrote."""
    review, timeline = compiled.review, compiled.timeline
    if review is None or timeline is None or review.is_confirmed(digest(timeline)):
        return []
    report = Report()
    if review.digest:
        report.add(review.place, "review-stale", by=review.by, on=review.on)
    open_doubts = review.list_open(digest(timeline))
    if not open_doubts:
        report.add(review.place, "review-unconfirmed")
    for key, doubt in open_doubts:
        at = ", ".join(doubt.posts[:3]) + (" …" if len(doubt.posts) > 3 else "")
        report.add(review.place, f"review-{doubt.why}", doubt=key, words=doubt.words, posts=at)
    return report.problems


def read_review(path: Path) -> Reviewed:
    """Where the review of the scenario at `path` stands. Raises NotReviewable."""
    data = read_bounded(path)
    if data is None:
        raise NotReviewable([missing_file(path)])
    return inspect_review(data, file=str(path), brands=brands_beside(path))


def inspect_review(data: bytes | str, *, file: str, brands: BrandReader) -> Reviewed:
    """Where the review of a text stands. Raises NotReviewable."""
    compiled = compile_located(data, file=file, brands=brands)
    if compiled.timeline is None:
        raise NotReviewable([problem for problem in compiled.problems if problem.severity == ERROR])
    if compiled.review is None:
        raise NotReviewable([Problem(file, 1, 1, "no-review", ERROR)])
    now = digest(compiled.timeline)
    numbers = {key: number for number, key in enumerate(compiled.review.doubts, start=1)}
    still_open = tuple((numbers[key], doubt) for key, doubt in compiled.review.list_open(now))
    source = data if isinstance(data, str) else data.decode("utf-8-sig")
    return Reviewed(source, compiled.review, now, still_open)


def confirm_review(path: Path, *, by: str, at: datetime, numbers: Collection[int] | None = None) -> Reviewed:
    """Confirms the doubts with these numbers, or all and with them the text. Raises NotReviewable."""
    path.write_bytes(confirm_text(read_review(path), by=by, at=at, numbers=numbers).encode())
    return read_review(path)


def confirm_text(found: Reviewed, *, by: str, at: datetime, numbers: Collection[int] | None = None) -> str:
    """The text with what `confirm_review` writes into it."""
    mark = f"{by}, {at:%Y-%m-%d %H:%M} UTC"
    wanted = {number for number, _ in found.open_doubts if numbers is None or number in numbers}
    was_stale = bool(found.review.digest) and not found.is_confirmed
    doubts = {
        key: replace(doubt, confirmed=mark if number in wanted else "" if was_stale else doubt.confirmed)
        for number, (key, doubt) in enumerate(found.review.doubts.items(), start=1)
    }
    is_done = all(doubt.confirmed for doubt in doubts.values()) and (numbers is None or bool(doubts))
    review = Review(doubts)
    if is_done:
        review = replace(review, digest=found.digest, by=by, on=f"{at:%Y-%m-%d %H:%M} UTC")
    return splice_review(found.source, review)


def replace_words(path: Path, *, number: int, words: str) -> Reviewed:
    """Puts `words` in place of those of the doubt with this number, in every text. Raises NotReviewable."""
    path.write_bytes(replace_text(read_review(path), number=number, words=words, file=str(path)).encode())
    return read_review(path)


def replace_text(found: Reviewed, *, number: int, words: str, file: str) -> str:
    """The text with `words` in place of those of the doubt with this number. Raises NotReviewable."""
    key = dict(enumerate(found.review.doubts, start=1)).get(number)
    if key is None:
        raise NotReviewable([Problem(file, 1, 1, "no-such-doubt", ERROR, {"number": number})])
    doubt = found.review.doubts[key]
    doubts = {other: kept for other, kept in found.review.doubts.items() if other != key}
    source = _replace_in_texts(found.source, old=doubt.words, new=words, file=file)
    review = Review(doubts, found.review.digest, found.review.by, found.review.on)
    return splice_review(source, review)


def _replace_in_texts(source: str, *, old: str, new: str, file: str) -> str:
    tree = read_tree(source, file=file, report=Report())
    whole = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
    safe = new.replace("\\", "").replace('"', "'").replace("{", "(").replace("}", ")")
    for scalar in sorted(_list_texts(tree), key=lambda scalar: -scalar.start):
        part = source[scalar.start : scalar.end]
        if part.startswith('"'):  # as it reads, not as it is written: a line may begin with the word
            written = json.dumps(whole.sub(lambda _: safe, scalar.value), ensure_ascii=False).replace("\x7f", "\\u007f")
            part = written if whole.search(scalar.value) else part
        else:
            part = whole.sub(lambda _: safe, part)
        source = source[: scalar.start] + part + source[scalar.end :]
    return source


def _list_texts(node: Node | None) -> list[Scalar]:
    """Every value in quotes: an import writes the words of people so, and nothing else."""
    if isinstance(node, Scalar):
        return [] if node.is_plain else [node]
    if isinstance(node, Sequence):
        return [text for item in node.items for text in _list_texts(item)]
    if isinstance(node, Mapping):
        return [
            text
            for key, (_, item) in node.items.items()
            if key not in ("review", "brand")
            for text in _list_texts(item)
        ]
    return []
