"""What a YAML text is made of, each part with its place."""

from dataclasses import dataclass

from scenarios.core.decoding import place_at
from scenarios.core.problems import Place


@dataclass(slots=True)
class Scalar:
    """`value` is the text as written, folded and unescaped by YAML; `start` and `end` are its indexes in the source."""

    place: Place
    value: str
    is_plain: bool
    start: int
    end: int


@dataclass(slots=True)
class Sequence:
    place: Place
    items: list["Node"]


@dataclass(slots=True)
class Mapping:
    """Keys are scalars and differ from each other: a key given again is a problem, and its second value is dropped."""

    place: Place
    items: dict[str, tuple[Scalar, "Node"]]


Node = Scalar | Sequence | Mapping


def find_in_scalar(text: str, scalar: Scalar, *, part: str, occurrence: int = 0) -> Place:
    """Where `part` stands in the source of `scalar`; the scalar's own place if folding or escapes hide it."""
    at = scalar.start - 1
    for _ in range(occurrence + 1):
        at = text.find(part, at + 1, scalar.end)
        if at < 0:
            return scalar.place
    return place_at(scalar.place.file, text, at)
