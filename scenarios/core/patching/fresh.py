"""New elements, filled as far as can be told: what is left to write is an empty text, which lint asks for."""

from scenarios.core.patching.naming import BASES, find_free, list_given, list_taken
from scenarios.core.patching.places import type_at
from scenarios.core.patching.tree import Leaf, Node, Pairs, Path, Plain, Table, find
from scenarios.core.scalars import read_duration, show_duration
from scenarios.core.schema.threads import FOLLOW_UP
from scenarios.core.schema.types import Choice, Duration, Element, Flag, Key, ListOf, MapOf, Type, Whole

STEP_MS = 30_000
"""A new post of a thread comes so long after the last."""
FIRST_MS = 10_000


def make_new(root: Node, path: Path, *, key: str = "") -> tuple[str, Plain]:
    """(name, element) of a new entry or item in the container at `path`, which need not be there yet."""
    container = type_at(path)
    if isinstance(container, Element):
        type_ = container.fields[key].type if key in container.fields else None
        return key, _follow_up(root, path) if type_ is FOLLOW_UP else _default(type_, root)
    item = container.item if isinstance(container, (MapOf, ListOf)) else None
    if not isinstance(container, MapOf) or not isinstance(item, Element):
        return key, _default(item, root)
    name = key or _name(root, path, item.name)
    match item.name:
        case "persona":
            return name, _pairs(role="customer")
        case "fact":
            return name, _pairs(at="0:00", text="")
        case "thread":
            first = find_free(name, list_taken(root, "post"))
            post = _post(root, (*path, name, "posts"))
            return name, _pairs(channel=_first_channel(root), topic="", posts=Pairs([(first, post)]))
        case "post":
            return name, _post(root, path)
        case "reaction":
            return name, _reaction(root, path)
    return name, _default(item, root)


def _name(root: Node, path: Path, kind: str) -> str:
    base = BASES.get(kind, kind)
    if kind == "post" and len(path) == 3:
        base = str(path[1])
    if kind == "reaction" and len(path) == 3:
        base = f"{path[1]}-reaction"
    return find_free(base, list_taken(root, kind))


def _post(root: Node, path: Path) -> Plain:
    """After the last post of its thread, or of the scenario; by the same person."""
    posts = find(root, path)
    at_ms, by = _last_post(root, posts if isinstance(posts, Table) else None)
    return _pairs(at=show_duration(at_ms), by=by or _first(root, "persona"), text="", needs=_pairs(answer="true"))


def _last_post(root: Node, posts: Table | None) -> tuple[int, str]:
    if posts is not None and posts.entries:
        last = posts.entries[-1][1]
        return (_read_ms(last) or 0) + STEP_MS, _read(last, "by")
    times = [_read_ms(find(root, path)) for kind, _, path in list_given(root) if kind == "post"]
    known = [at_ms for at_ms in times if at_ms is not None]
    used = {_read(find(root, path), "by") for kind, _, path in list_given(root) if kind == "post"}
    unused = (name for kind, name, _ in list_given(root) if kind == "persona" and name not in used)
    return max(known) + STEP_MS if known else FIRST_MS, next(unused, "")


def _reaction(root: Node, path: Path) -> Plain:
    """The author of the thread's last post asks again where nobody answers."""
    name, _ = _last_of_thread(root, path)
    return _pairs(when=_pairs(no_answer_for="3:00", to=name), after="0:10", post=_follow_up(root, path))


def _follow_up(root: Node, path: Path) -> Plain:
    """By the author of the last post of the thread that `path` leads into."""
    by = _last_of_thread(root, path)[1]
    base = str(path[1]) if path[0] == "threads" and len(path) > 1 else "post"
    return _pairs(key=find_free(base, list_taken(root, "post")), by=by or _first(root, "persona"), text="")


def _last_of_thread(root: Node, path: Path) -> tuple[str, str]:
    """(name, author) of the last scripted post, or else of the last that a reaction brings."""
    thread = path[:2] if path[0] == "threads" else ()
    posts = [(name, at) for kind, name, at in list_given(root) if kind == "post" and at[: len(thread)] == thread]
    scripted = [(name, at) for name, at in posts if len(at) == 4]
    if not posts:
        return "", ""
    name, at = (scripted or posts)[-1]
    return name, _read(find(root, at if scripted else at[:-1]), "by")


def _default(type_: Type | None, root: Node) -> Plain:
    """What the format asks for at least."""
    match type_:
        case Element(fields=fields):
            return Pairs((name, _default(field.type, root)) for name, field in fields.items() if field.required)
        case MapOf():
            return Pairs()
        case ListOf(item=item, least=least):
            return tuple(_default(item, root) for _ in range(least))
        case Choice(options=options):
            return options[0]
        case Flag():
            return "true"
        case Duration(least=least):
            return show_duration(least)
        case Whole(least=least):
            return str(max(least, 0))
        case Key(of=str(kind)):
            return _first(root, kind)
    return ""


def _first(root: Node, kind: str) -> str:
    return (
        _first_channel(root)
        if kind == "channel"
        else next((name for each, name, _ in list_given(root) if each == kind), "")
    )


def _first_channel(root: Node) -> str:
    """The brand's channels stand in another file; the last one used here is a good guess."""
    return next(
        (_read(find(root, path), "channel") for kind, _, path in reversed([*list_given(root)]) if kind == "thread"), ""
    )


def _read(node: Node | None, name: str) -> str:
    value = find(node, (name,)) if node else None
    return value.value if isinstance(value, Leaf) else ""


def _read_ms(node: Node | None) -> int | None:
    return read_duration(_read(node, "at"))


def _pairs(**fields: Plain) -> Pairs:
    return Pairs(fields.items())
