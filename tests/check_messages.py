"""Whether every text of the pages is translated, and what is compiled is what was written.

python -m tests.check_messages          says what is wrong and where
python -m tests.check_messages --write  compiles each .po to the .mo beside it
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import polib

ROOT = Path(__file__).resolve().parent.parent
APPS = ("people", "scenarios", "simulator", "scoring", "trainer_ui")


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


def find_unlisted(app: Path, scratch: Path) -> list[str]:
    """The texts that `app` marks for translation and that no German has, as Django's makemessages finds them."""
    copy = scratch / app.name
    shutil.copytree(app, copy, ignore=shutil.ignore_patterns("__pycache__", "static", "*.mo"))
    (copy / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "django", "makemessages", "-l", "de", "--no-obsolete", "-v", "0"]
    subprocess.run(command, cwd=copy, check=True, env={**os.environ, "DJANGO_SETTINGS_MODULE": ""})
    found = [polib.pofile(str(path)) for path in find_catalogues(scratch) if path.is_relative_to(copy)]
    missing = [
        entry.msgid for catalogue in found for entry in catalogue if not entry.translated() and not entry.obsolete
    ]
    return [f"{app.name}: marked for translation, and there is no German for it: {text!r}" for text in missing]


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
    if shutil.which("xgettext"):
        with TemporaryDirectory() as scratch:
            problems += [problem for app in APPS for problem in find_unlisted(ROOT / app, Path(scratch))]
    else:
        print(
            "NOT CHECKED HERE: no xgettext, so texts that are in no catalogue are not found (apt-get install gettext)"
        )
    print("\n".join(problems or [f"{len(catalogues)} catalogues are translated and compiled"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
