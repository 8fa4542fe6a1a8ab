"""Checks a tree of nodes against a type of schema.py and hands back what is sound in it, each part with its place.

Rules kept here: a part that is wrong is left out and reported, and everything beside it is still checked, so that an
author sees all problems at once.
"""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from dataclasses import dataclass
from typing import cast

from scenarios.core.problems import Place, Report
from scenarios.core.reader import Mapping, Node, Scalar, Sequence
from scenarios.core.scalars import NOTHING, is_key, is_name, read_duration, read_flag, read_whole, show_duration
from scenarios.core.schema import Choice, Duration, Element, Flag, Key, ListOf, MapOf, Name, Text, Type, Whole
from scenarios.core.suggestions import suggest


@dataclass(frozen=True, slots=True)
class Found:
    """A sound value and where it stands. `key_place` is where its key stands; `node` the scalar it was read from."""

    value: object
    place: Place
    key_place: Place
    node: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What was sound in one element. Asking for what is missing gives the default, so that checks can go on."""

    place: Place
    fields: AnyMapping[str, Found]

    def has(self, name: str) -> bool:
        return name in self.fields

    def found(self, name: str) -> Found | None:
        return self.fields.get(name)

    def place_of(self, name: str) -> Place:
        """Where the value of `name` stands, or the element if it has none."""
        found = self.fields.get(name)
        return found.place if found else self.place

    def text(self, name: str) -> str | None:
        return cast(str | None, self._value(name))

    def whole(self, name: str) -> int | None:
        return cast(int | None, self._value(name))

    def flag(self, name: str) -> bool:
        return bool(self._value(name))

    def record(self, name: str) -> "Record | None":
        return cast("Record | None", self._value(name))

    def records(self, name: str) -> AnyMapping[str, "Record"]:
        """The elements of a map, by their keys."""
        return {key: cast(Record, found.value) for key, found in self.entries(name).items()}

    def entries(self, name: str) -> AnyMapping[str, Found]:
        return cast(AnyMapping[str, Found], self._value(name) or {})

    def items(self, name: str) -> AnySequence[Found]:
        return cast(AnySequence[Found], self._value(name) or ())

    def _value(self, name: str) -> object:
        found = self.fields.get(name)
        return found.value if found else None


def read_element(node: Node, element: Element, *, key_place: Place, report: Report) -> Record | None:
    """The sound fields of `node`, or None if it is no mapping. Unknown and missing fields are problems."""
    if not isinstance(node, Mapping):
        _refuse_shape(node, "not-a-mapping", report)
        return None
    fields = {}
    for name, (key, value) in node.items.items():
        field = element.fields.get(name)
        if field is None:
            report.add(
                key.place,
                "unknown-field",
                field=name,
                element=element.name,
                suggestion=suggest(name, element.fields, report=report),
            )
            continue
        found = _read(value, field.type, key_place=key.place, report=report)
        if found is not None:
            fields[name] = found
    for name, field in element.fields.items():
        if field.required and name not in node.items:
            report.add(key_place, "missing-field", field=name, element=element.name)
    return Record(key_place, fields)


def _read(node: Node, type_: Type, *, key_place: Place, report: Report) -> Found | None:
    if isinstance(type_, Element):
        record = read_element(node, type_, key_place=key_place, report=report)
        return None if record is None else Found(record, node.place, key_place)
    if isinstance(type_, MapOf):
        return _read_map(node, type_, key_place=key_place, report=report)
    if isinstance(type_, ListOf):
        return _read_list(node, type_, key_place=key_place, report=report)
    if not isinstance(node, Scalar):
        report.add(node.place, "not-a-value")
        return None
    if node.is_plain and node.value in NOTHING:
        report.add(node.place, "no-value", value=node.value)
        return None
    value = _read_scalar(node, type_, report=report)
    return None if value is None else Found(value, node.place, key_place, node)


def _read_map(node: Node, type_: MapOf, *, key_place: Place, report: Report) -> Found | None:
    if not isinstance(node, Mapping):
        _refuse_shape(node, "not-a-mapping", report)
        return None
    entries = {}
    for key, value in node.items.values():
        if _read_scalar(key, type_.keys, report=report) is None:
            continue
        found = _read(value, type_.item, key_place=key.place, report=report)
        if found is not None:
            entries[key.value] = found
    if not node.items:
        report.add(node.place, "nothing-inside")
    return Found(entries, node.place, key_place)


def _read_list(node: Node, type_: ListOf, *, key_place: Place, report: Report) -> Found | None:
    if not isinstance(node, Sequence):
        _refuse_shape(node, "not-a-list", report)
        return None
    items: dict[object, Found] = {}
    for item in node.items:
        found = _read(item, type_.item, key_place=item.place, report=report)
        if found is not None and found.value in items:
            report.add(found.place, "listed-twice", value=str(found.value))
        elif found is not None:
            items[found.value] = found
    return Found(tuple(items.values()), node.place, key_place)


def _refuse_shape(node: Node, code: str, report: Report) -> None:
    if isinstance(node, Scalar) and node.is_plain and node.value in NOTHING:
        report.add(node.place, "no-value", value=node.value)
    else:
        report.add(node.place, code)


def _read_scalar(node: Scalar, type_: Type, *, report: Report) -> object:
    """The value of `node` as `type_` wants it; None, and a problem, if it is not one."""
    text, place = node.value, node.place
    if isinstance(type_, Text):
        return _read_text(node, type_, report=report)
    if isinstance(type_, (Key, Name)):
        if (is_key if isinstance(type_, Key) else is_name)(text):
            return text
        report.add(place, "not-a-key" if isinstance(type_, Key) else "not-a-name", value=text)
    elif isinstance(type_, Choice):
        if text in type_.options:
            return text
        suggestion = suggest(text, type_.options, report=report)
        report.add(place, "not-a-choice", value=text, options=", ".join(type_.options), suggestion=suggestion)
    elif isinstance(type_, Flag):
        flag = read_flag(text) if node.is_plain else None
        if flag is not None:
            return flag
        report.add(place, "not-a-flag", value=text)
    elif isinstance(type_, Whole):
        whole = read_whole(text)
        if whole is not None and type_.least <= whole <= type_.most:
            return whole
        code = "not-a-number" if whole is None else "out-of-range"
        report.add(place, code, value=text, least=type_.least, most=type_.most)
    elif isinstance(type_, Duration):
        return _read_duration(node, type_, report=report)
    return None


def _read_text(node: Scalar, type_: Text, *, report: Report) -> str | None:
    text = node.value.strip()
    if not text:
        report.add(node.place, "blank-text")
    elif len(text) > type_.most:
        report.add(node.place, "text-too-large", length=len(text), most=type_.most)
    else:
        return text
    return None


def _read_duration(node: Scalar, type_: Duration, *, report: Report) -> int | None:
    ms = read_duration(node.value)
    if ms is None:
        report.add(node.place, "not-a-duration", value=node.value)
        return None
    if not type_.least <= ms <= type_.most:
        least, most = show_duration(type_.least), show_duration(type_.most)
        report.add(node.place, "out-of-range", value=node.value, least=least, most=most)
        return None
    return ms
