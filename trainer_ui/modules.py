"""What a page loads: the graph of its JavaScript modules, so that it can ask for all of them at once instead of level
by level, and its style sheets. An installation serves both joined (trainer_ui/joining.py)."""

import re
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static"
IMPORT = re.compile(r"""^import\s(?:[^"';]*?from\s+)?["'](\.{1,2}/[^"']+)["']""", re.MULTILINE)

CSS = "trainer_ui/css"
DESK = "desk clock guide queue queue-tools thread post acts composer facts needs"
STYLES = {
    name: tuple(f"{CSS}/{part}.css" for part in parts.split())
    for name, parts in {
        "desk": DESK,
        "replay": "desk queue queue-tools thread post acts facts debrief replay",
        "components": f"home debrief {DESK} components",
    }.items()
}
"""The style sheets of a page, in their order, beside variables.css and base.css, which every page has."""
JOINED = ("trainer_ui/js/desk/main.js", "trainer_ui/js/replay/main.js")
"""The modules that have so many beneath them that a page's script is served joined."""


def name_joined(path: str) -> str:
    """js/desk/main.js → js/desk/main.joined.js; the styles of the desk → css/desk.joined.css."""
    return f"{CSS}/{path}.joined.css" if path in STYLES else path.removesuffix(".js") + ".joined.js"


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
