"""What a text must say after an edit, worked out on what it says, never on how it is written."""

from collections.abc import Callable

from scenarios.core.patching.tree import Pairs, Path, Plain


def with_value(plain: Plain, path: Path, change: Callable[[Plain], Plain]) -> Plain:
    """`plain` with what stands at `path` changed by `change`. Of a key that is there twice the first is meant."""
    if not path:
        return change(plain)
    step, rest = path[0], path[1:]
    if isinstance(plain, Pairs):
        at = next(index for index, (key, _) in enumerate(plain) if key == step)
        return Pairs(
            (key, with_value(item, rest, change) if index == at else item) for index, (key, item) in enumerate(plain)
        )
    return tuple(with_value(item, rest, change) if index == step else item for index, item in enumerate(plain))


def with_part(plain: Plain, index: int, part: Plain) -> Plain:
    """`part` is (key, value) for a mapping."""
    items = [*plain]
    items.insert(index, part)
    return type(plain)(items)


def without_part(plain: Plain, index: int) -> Plain:
    return type(plain)(item for each, item in enumerate(plain) if each != index)


def with_order(plain: Plain, index: int, to: int) -> Plain:
    items = [*plain]
    items.insert(to, items.pop(index))
    return type(plain)(items)
