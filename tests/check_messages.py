"""Whether every text of the pages is translated, and what is compiled is what was written.

python -m tests.check_messages          says what is wrong and where
python -m tests.check_messages --write  compiles each .po to the .mo beside it
"""

import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent


def find_catalogues(root: Path) -> list[Path]:
    return sorted([*root.glob("locale/*/LC_MESSAGES/*.po"), *root.glob("*/locale/*/LC_MESSAGES/*.po")])


def find_problems(path: Path) -> list[str]:
    """A line for each text without translation, each uncertain one, and a compiled file that is missing or stale."""
    catalogue = polib.pofile(str(path))
    problems = [
        f"{path}:{entry.linenum}: not translated: {entry.msgid!r}" for entry in catalogue.untranslated_entries()
    ]
    problems += [f"{path}:{entry.linenum}: marked fuzzy: {entry.msgid!r}" for entry in catalogue.fuzzy_entries()]
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or read_texts(polib.mofile(str(compiled))) != read_texts(catalogue):
        problems.append(f"{compiled}: is not what {path.name} says (python -m tests.check_messages --write)")
    return problems


def read_texts(catalogue: polib.POFile | polib.MOFile) -> dict[tuple[str | None, str], tuple[str, tuple[str, ...]]]:
    """(context, original) → (translation, its plural forms), for what has one."""
    entries = catalogue.translated_entries()
    return {(entry.msgctxt, entry.msgid): (entry.msgstr, tuple(entry.msgstr_plural.values())) for entry in entries}


def main(arguments: list[str]) -> int:
    catalogues = find_catalogues(ROOT)
    if "--write" in arguments:
        for path in catalogues:
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
    problems = [problem for path in catalogues for problem in find_problems(path)]
    print("\n".join(problems or [f"{len(catalogues)} catalogues are translated and compiled"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
