"""What was sound in an element, each part with its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from scenarios.core.nodes import Scalar
from scenarios.core.problems import Place


@dataclass(frozen=True, slots=True)
class Found:
    """A sound value and where it stands. `key_place` is where its key stands; `node` the scalar it was read from."""

    value: object
    place: Place
    key_place: Place
    node: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What was sound in one element. Asking for what is missing gives the default, so that checks can go on.

    `is_damaged`: something of it was left out, which has been reported.
    """

    place: Place
    fields: Mapping[str, Found]
    is_damaged: bool = False

    def has(self, name: str) -> bool:
        return name in self.fields

    def found(self, name: str) -> Found | None:
        return self.fields.get(name)

    def place_of(self, name: str) -> Place:
        """Where the value of `name` stands, or the element if it has none."""
        found = self.fields.get(name)
        return found.place if found else self.place

    def key_place_of(self, name: str) -> Place:
        """Where the name of the field `name` stands, or the element if it has none."""
        found = self.fields.get(name)
        return found.key_place if found else self.place

    def text(self, name: str) -> str | None:
        return cast(str | None, self._value(name))

    def whole(self, name: str) -> int | None:
        return cast(int | None, self._value(name))

    def whole_or(self, name: str, default: int) -> int:
        whole = self.whole(name)
        return default if whole is None else whole

    def maybe_flag(self, name: str) -> bool | None:
        return cast(bool | None, self._value(name))

    def flag(self, name: str) -> bool:
        return bool(self._value(name))

    def record(self, name: str) -> "Record | None":
        return cast("Record | None", self._value(name))

    def records(self, name: str) -> Mapping[str, "Record"]:
        """The elements of a map, by their keys."""
        return {key: cast(Record, found.value) for key, found in self.entries(name).items()}

    def entries(self, name: str) -> Mapping[str, Found]:
        return cast(Mapping[str, Found], self._value(name) or {})

    def items(self, name: str) -> Sequence[Found]:
        return cast(Sequence[Found], self._value(name) or ())

    def texts(self, name: str) -> tuple[str, ...]:
        """The items of a list of texts or keys."""
        return tuple(str(item.value) for item in self.items(name))

    def parts(self, name: str) -> Sequence["Record"]:
        """The elements of a list."""
        return [cast(Record, item.value) for item in self.items(name)]

    def lists(self, name: str) -> Sequence[Sequence[Found]]:
        """The lists of a list."""
        return [cast(Sequence[Found], item.value) for item in self.items(name)]

    def _value(self, name: str) -> object:
        found = self.fields.get(name)
        return found.value if found else None
