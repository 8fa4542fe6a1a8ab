"""Where two scores differ: the first place, by name."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Difference(NamedTuple):
    """`path` names the place ("criteria.tone", "findings[2].span[0]"); a value that is missing is None."""

    path: str
    stored: Any
    computed: Any


def first_difference(stored: Any, computed: Any, *, path: str = "") -> Difference | None:
    """The first difference of two JSON values, in order of keys and places; None for equals."""
    if isinstance(stored, Mapping) and isinstance(computed, Mapping):
        for key in sorted({*stored, *computed}):
            inner = f"{path}.{key}" if path else str(key)
            if key not in stored or key not in computed:
                return Difference(inner, stored.get(key), computed.get(key))
            if found := first_difference(stored[key], computed[key], path=inner):
                return found
        return None
    if _is_list(stored) and _is_list(computed):
        for place, (left, right) in enumerate(zip(stored, computed, strict=False)):
            if found := first_difference(left, right, path=f"{path}[{place}]"):
                return found
        if len(stored) != len(computed):
            return Difference(f"{path}[{min(len(stored), len(computed))}]", len(stored), len(computed))
        return None
    is_same = stored == computed and isinstance(stored, bool) == isinstance(computed, bool)
    return None if is_same else Difference(path, stored, computed)


def first_byte(stored: str, computed: str) -> int | None:
    """The place of the first byte that differs, None for equal texts."""
    left, right = stored.encode(), computed.encode()
    if left == right:
        return None
    return next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
