"""The programs behind `make lint` and `make check` find what they look for."""

import shutil
from pathlib import Path

import polib
import pytest

from tests import check_messages, lint_js


@pytest.fixture
def catalogue() -> polib.POFile:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Sign in", msgstr="Anmelden"))
    return catalogue


def find_in_catalogue(folder: Path, written: polib.POFile, compiled: polib.POFile | None) -> list[str]:
    """What is wrong with a catalogue and its compiled file, without the folder in front."""
    written.save(str(folder / "django.po"))
    if compiled is not None:
        compiled.save_as_mofile(str(folder / "django.mo"))
    return [line.removeprefix(f"{folder}/") for line in check_messages.find_problems(folder / "django.po")]


def test_a_translated_and_compiled_catalogue_is_in_order(tmp_path, catalogue):
    assert find_in_catalogue(tmp_path, catalogue, catalogue) == []


def test_what_was_never_compiled_is_named(tmp_path, catalogue):
    assert find_in_catalogue(tmp_path, catalogue, None) == [
        "django.mo: is not what django.po says (python -m tests.check_messages --write)"
    ]


def test_what_was_compiled_from_another_text_is_named(tmp_path, catalogue):
    stale = polib.POFile()
    stale.append(polib.POEntry(msgid="Sign in", msgstr="Einloggen"))

    assert len(find_in_catalogue(tmp_path, catalogue, stale)) == 1


def test_an_untranslated_and_an_uncertain_text_are_named(tmp_path, catalogue):
    catalogue.append(polib.POEntry(msgid="Queue", msgstr=""))
    catalogue.append(polib.POEntry(msgid="Thread", msgstr="Faden", flags=["fuzzy"]))

    found = find_in_catalogue(tmp_path, catalogue, catalogue)

    assert [line.partition(": ")[2] for line in found] == ["not translated: 'Queue'", "marked fuzzy: 'Thread'"]


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("box.innerHTML = text", "writes text as markup"),
        ("eval(text)", "runs text as code"),
        ("console.log(frame)", "was left from looking for something"),
        ("var seq = 1", "uses var"),
        ("if (a == b) stop()", "compares with == or !="),
        ("if (a != b) stop()", "compares with == or !="),
    ],
)
def test_a_line_of_javascript_that_breaks_a_rule_is_named(source, rule):
    assert lint_js.find_problems(f"const good = 1;\n{source};\n") == [(2, rule)]


def test_javascript_in_order_is_not_named():
    assert lint_js.find_problems("const late = (a) => a === 1 && a !== 2 && a <= 3;\n") == []


def test_a_file_that_grew_too_long_is_named():
    assert lint_js.find_problems("x;\n" * (lint_js.LONGEST + 1)) == [(lint_js.LONGEST, "is longer than 300 lines")]


def test_of_all_modules_the_one_that_node_cannot_read_is_named_with_its_line(tmp_path):
    good, bad = tmp_path / "good.mjs", tmp_path / "bad.mjs"
    good.write_text('import { html } from "lit";\nexport const late = (a) => html`${a}`;\n')
    bad.write_text("export const late = 1;\nexport const early = ;\n")

    (problem,) = lint_js.check_syntax([good, bad], "node")

    assert problem.startswith(f"file://{bad}:2\n") or problem.startswith(f"{bad}:2\n")
    assert "SyntaxError" in problem


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="makemessages needs gettext")
def test_a_text_that_is_in_no_catalogue_is_named(tmp_path):
    app = tmp_path / "app" / "pages"
    app.mkdir(parents=True)
    (app / "texts.py").write_text('from django.utils.translation import gettext as _\nprint(_("Queue"))\n')

    found = check_messages.find_unlisted(app, tmp_path / "scratch")

    assert found == ["pages: marked for translation, and there is no German for it: 'Queue'"]
