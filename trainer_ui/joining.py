"""Our modules and style sheets as one file each, for lines on which every request costs a round trip.

An installation (`collectstatic`) serves a page's script and styles joined; whoever works on them gets the files as they
are. Joining is putting one after the other: nothing is renamed or shortened, only lines that are nothing but a comment
are left out. Each module becomes a function that is called once and hands back what it exports, after all modules that
it imports. What this does not understand (another form of import or export, a circle) is refused, never guessed.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

Read = Callable[[str], str]

IMPORT = re.compile(r'^import\s+(?:\{(?P<names>[^}]*)\}\s+from\s+)?"(?P<path>\.{1,2}/[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (?P<name>\w+))", re.MULTILINE)
EXPORT_OF_LIBRARY = re.compile(r"(?<=[;}])export\s*\{(?P<names>[\w$\s,]+)\};?\s*$")
LEFT_OVER = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)
REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)


class NotUnderstood(ValueError):
    """A module that cannot be joined; says which and why."""


def join_modules(entry: str, *, read: Read) -> str:
    """`entry` and all that it imports as one module without imports. `read` gives the text of a static path."""
    order = list(sort_modules(entry, read=read))
    return "\n".join(wrap_module(path, order, read=read) for path in order)


def sort_modules(entry: str, *, read: Read) -> Iterator[str]:
    """Static paths in the order in which a browser runs them: each once, after what it imports."""
    done: set[str] = set()

    def visit(path: str, above: tuple[str, ...]) -> Iterator[str]:
        if path in above:
            raise NotUnderstood(f"{path} imports itself, by way of {' and '.join(above[above.index(path) + 1 :])}")
        for found in IMPORT.finditer(read(path)):
            target = resolve(path, found["path"])
            if target not in done:
                yield from visit(target, (*above, path))
        if path not in done:
            done.add(path)
            yield path

    yield from visit(entry, ())


def resolve(path: str, imported: str) -> str:
    """The static path of what the module at `path` calls `imported`."""
    parts: list[str] = list(PurePosixPath(path).parent.parts)
    for part in PurePosixPath(imported).parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def wrap_module(path: str, order: list[str], *, read: Read) -> str:
    """The module at `path` as a function called once; those before it in `order` have been."""
    text = read(path)
    exports = [found["name"] for found in EXPORT.finditer(text)]
    library = EXPORT_OF_LIBRARY.search(text)
    if library:
        text = text[: library.start()]
        exports += [swap_names(library["names"], export=True)]

    def take(found: re.Match[str]) -> str:
        if found["names"] is None:
            return ""
        return f"const {{{swap_names(found['names'])}}} = m{order.index(resolve(path, found['path']))};"

    text = EXPORT.sub("", IMPORT.sub(take, REMARK.sub("", text)))
    if left := LEFT_OVER.search(text):
        raise NotUnderstood(f"{path}: {left.group().strip()}")
    name, text = PurePosixPath(path).name, text.strip()
    # Nobody imports the last one, and it may await.
    if path == order[-1]:
        return f"{{ // {name}\n{text}\n}}\n"
    return f"const m{order.index(path)} = (() => {{ // {name}\n{text}\nreturn {{ {', '.join(exports)} }};\n}})();"


def swap_names(names: str, *, export: bool = False) -> str:
    """`a, b as c` as the names of an object: taken from it `a, b: c`, or, to `export`, put into it `a, c: b`."""
    pairs = [name.split() for name in names.split(",") if name.strip()]
    swapped = []
    for first, *more in pairs:
        inner, outer = (more[-1], first) if more and export else (first, more[-1] if more else first)
        swapped.append(inner if inner == outer else f"{inner}: {outer}")
    return ", ".join(swapped)


def join_styles(paths: tuple[str, ...], *, read: Read) -> str:
    """Style sheets one after the other. They may not refer to files: their own place is not the joined one's."""
    texts = {path: read(path) for path in paths}
    for path, text in texts.items():
        if "url(" in text or "@import" in text:
            raise NotUnderstood(f"{path} refers to another file")
    return "\n".join(texts.values())
