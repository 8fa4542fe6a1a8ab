"""Checks a tree of nodes against a type of schema.py and hands back what is sound in it, each part with its place.

Rules kept here: a part that is wrong is left out and reported, and everything beside it is still checked, so that an
author sees all problems at once.
"""

from scenarios.core.nodes import Mapping, Node, Scalar, Sequence
from scenarios.core.problems import Place, Report
from scenarios.core.records import Found, Record
from scenarios.core.scalars import NOTHING
from scenarios.core.schema.types import Element, ListOf, MapOf, Type
from scenarios.core.suggestions import suggest
from scenarios.core.values import read_scalar


def read_element(node: Node, element: Element, *, key_place: Place, report: Report) -> Record | None:
    """The sound fields of `node`, or None if it is no mapping. Unknown and missing fields are problems.

    One that was only misspelt is not missing as well.
    """
    if not isinstance(node, Mapping):
        _refuse_shape(node, "not-a-mapping", report)
        return None
    fields, meant = {}, set[str]()
    for name, (key, value) in node.items.items():
        field = element.fields.get(name)
        if field is None:
            suggestion = suggest(name, element.fields, report=report)
            options = ", ".join(element.fields)
            report.add(
                key.place,
                "unknown-field",
                field=name,
                element=element.name,
                options=options,
                suggestion=suggestion,
            )
            meant.add(suggestion)
            continue
        found = _read(value, field.type, key_place=key.place, report=report)
        if found is not None:
            fields[name] = found
    for name, field in element.fields.items():
        if field.required and name not in node.items and name not in meant:
            if element.is_languages:
                report.add(key_place, "missing-language", language=name)
            else:
                report.add(key_place, "missing-field", field=name, element=element.name)
    return Record(key_place, fields, is_damaged=len(fields) < len(node.items))


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
    value = read_scalar(node, type_, report=report)
    return None if value is None else Found(value, node.place, key_place, node)


def _read_map(node: Node, type_: MapOf, *, key_place: Place, report: Report) -> Found | None:
    if not isinstance(node, Mapping):
        _refuse_shape(node, "not-a-mapping", report)
        return None
    entries = {}
    for key, value in node.items.values():
        if read_scalar(key, type_.keys, report=report) is None:
            continue
        found = _read(value, type_.item, key_place=key.place, report=report)
        if found is None and isinstance(type_.item, Element):
            # It is known to exist, so that whoever refers to it is not wrong as well.
            found = Found(Record(key.place, {}), value.place, key.place)
        if found is not None:
            entries[key.value] = found
    if not node.items:
        report.add(node.place, "nothing-inside")
    return Found(entries, node.place, key_place)


def _read_list(node: Node, type_: ListOf, *, key_place: Place, report: Report) -> Found | None:
    if not isinstance(node, Sequence):
        _refuse_shape(node, "not-a-list", report)
        return None
    if len(node.items) > type_.most:
        report.add(node.items[type_.most].place, "too-many-items", most=type_.most)
    items: list[Found] = []
    seen: set[object] = set()
    for item in node.items[: type_.most]:
        found = _read(item, type_.item, key_place=item.place, report=report)
        if found is None:
            continue
        if type_.differ and found.value in seen:
            report.add(found.place, "listed-twice", value=str(found.value))
            continue
        if type_.differ:
            seen.add(found.value)
        items.append(found)
    if len(node.items) < type_.least:
        report.add(node.place, "nothing-inside")
    return Found(tuple(items), node.place, key_place)


def _refuse_shape(node: Node, code: str, report: Report) -> None:
    if isinstance(node, Scalar) and node.is_plain and node.value in NOTHING:
        report.add(node.place, "no-value", value=node.value)
    else:
        report.add(node.place, code)
