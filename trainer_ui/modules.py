"""The graph of our JavaScript modules, so that a page can ask for all of them at once instead of level by level."""

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
IMPORT = re.compile(r"""^import\s(?:[^"';]*?from\s+)?["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)


@cache
def list_modules(entry: str) -> tuple[str, ...]:
    """The static paths of `entry` and of all it imports, each once, `entry` first."""
    found = [entry]
    for path in found:
        folder = (STATIC / path).parent
        for imported in IMPORT.findall((STATIC / path).read_text(encoding="utf-8")):
            target = (folder / imported).resolve().relative_to(STATIC.resolve()).as_posix()
            if target not in found:
                found.append(target)
    return tuple(found)
