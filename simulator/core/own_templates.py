"""A trainee's own templates as a run begins with them: beside RunStarted, behind the fingerprints.

Rules kept here: what the composer offers in a run, what the score holds against a reply, and what the debrief shows are
these and no others; who changes a template changes later runs only.
"""

import json
from collections.abc import Sequence
from typing import Any

from scenarios.core.timeline import Template

OWN = "own:"
"""How the key of an own template begins; no key of a scenario holds a colon."""


def write_beside(prints: str | None, templates: Sequence[Template]) -> str | None:
    """What stands beside RunStarted: a line with the fingerprints, and one with the templates if there are any."""
    if not templates:
        return prints
    rows = [[each.key.removeprefix(OWN), each.title, each.text] for each in templates]
    return f"{prints or ''}\n{json.dumps(rows, ensure_ascii=False, separators=(',', ':'))}"


def read_beside(words: str | None, data: Any) -> tuple[str | None, tuple[Template, ...]]:
    """(fingerprints, templates) of a run that began with `data`. Fingerprints are None where they are erased, which
    takes the templates along, and empty where there are none."""
    if not data.get("fingerprints") and not data.get("own_templates"):
        return "", ()
    if words is None:
        return None, ()
    prints, _, written = words.partition("\n")
    rows = json.loads(written) if written else ()
    return prints, tuple(Template(f"{OWN}{key}", title, text) for key, title, text in rows)
