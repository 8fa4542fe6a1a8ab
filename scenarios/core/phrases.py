"""The phrases of a brand's lexicon as they were written: the score reads them, and its problems need their place."""

from collections.abc import Iterator
from typing import NamedTuple

from scenarios.core.nodes import Scalar, find_in_scalar
from scenarios.core.problems import Place
from scenarios.core.records import Found, Record
from scenarios.core.timeline import HouseWords


class WrittenPhrase(NamedTuple):
    """`text` belongs to `rule`; it was read from `node` of the profile `source`, which is in `language`."""

    rule: str
    text: str
    language: str
    node: Scalar
    source: str

    def find(self, part: str) -> Place:
        """Where `part` of it stands."""
        return find_in_scalar(self.source, self.node, part=part)


def list_phrases(record: Record, *, source: str) -> tuple[WrittenPhrase, ...]:
    """The sound phrases of the brand `record`, in the order of its text `source`."""
    language = record.text("language") or "de"
    return tuple(
        WrittenPhrase(rule, str(item.value), language, item.node, source)
        for rule, item in _walk(record)
        if item.node is not None
    )


def gather_words(record: Record) -> tuple[HouseWords, ...]:
    """The same without their places, rule by rule."""
    words: dict[str, list[str]] = {}
    for rule, item in _walk(record):
        words.setdefault(rule, []).append(str(item.value))
    return tuple(HouseWords(rule, tuple(phrases)) for rule, phrases in words.items())


def _walk(record: Record) -> Iterator[tuple[str, Found]]:
    for rule, found in record.entries("lexicon").items():
        for item in found.value if isinstance(found.value, tuple) else ():
            yield rule, item
