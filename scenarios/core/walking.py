"""All values of an element, in order, each with the type that the schema gives it."""

from collections.abc import Iterator

from scenarios.core.records import Found, Record
from scenarios.core.schema.types import Element, ListOf, MapOf, Text, Topic, Type


def walk(record: Record, element: Element) -> Iterator[tuple[Found, Type]]:
    """Every scalar below `record`, which was read as `element`."""
    for name, found in record.fields.items():
        yield from _walk_found(found, element.fields[name].type)


def list_texts(record: Record, element: Element) -> Iterator[Found]:
    """Everything below `record` that people read. The review only repeats words that stand elsewhere."""
    record = Record(record.place, {name: found for name, found in record.fields.items() if name != "review"})
    return (found for found, type_ in walk(record, element) if isinstance(type_, (Text, Topic)))


def _walk_found(found: Found, type_: Type) -> Iterator[tuple[Found, Type]]:
    value = found.value
    if isinstance(type_, Element) and isinstance(value, Record):
        yield from walk(value, type_)
    elif isinstance(type_, ListOf) and isinstance(value, tuple):
        for item in value:
            yield from _walk_found(item, type_.item)
    elif isinstance(type_, MapOf) and isinstance(value, dict):
        for item in value.values():
            yield from _walk_found(item, type_.item)
    else:
        yield found, type_
