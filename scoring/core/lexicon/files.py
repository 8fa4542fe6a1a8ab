"""Reads the lexicons that are text: one folder per language, one file per group, read once when this is imported.

This is the one place in a core that touches files: they ship with the package and are its data as much as its code is.

    [apology]                  the rule that the patterns below belong to
    -- Said plainly: sorry.    a comment
    =entschuldigen             a pattern, one per line (scoring/core/lexicon/compiling.py says how to write one)

`forms.txt` has the forms of a lemma, one lemma per line: `melden: melde meldest meldet gemeldet`. `words.txt` has lists
of single words, each below its name, as many on a line as fit.
"""

from collections.abc import Mapping
from importlib.resources import files

from scoring.core.text import fold

HERE = files(__package__)


def read_rules(language: str, group: str) -> dict[str, str]:
    """rule → its lines, in the order of the file `group`."""
    rules: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in _read(language, group).splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = rules.setdefault(line[1:-1], [])
        else:
            lines.append(line)
    return {rule: "\n".join(lines) for rule, lines in rules.items()}


def read_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """list → its words, folded, in the order of the file."""
    return {
        name: tuple(fold(word) for line in lines.split("\n") if not line.startswith("--") for word in line.split())
        for name, lines in read_rules(language, "words").items()
    }


def read_forms(language: str) -> Mapping[str, frozenset[str]]:
    """lemma → all its forms, folded."""
    forms = {}
    for line in _read(language, "forms").splitlines():
        lemma, colon, rest = line.partition(":")
        if colon and not line.startswith("--"):
            forms[fold(lemma.strip())] = frozenset(fold(word) for word in (lemma, *rest.split()))
    return forms


def _read(language: str, group: str) -> str:
    return HERE.joinpath(language, f"{group}.txt").read_text(encoding="utf-8")
