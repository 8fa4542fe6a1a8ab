"""German and English land together: whatever a page or a module says in English has its German beside it."""

import re
from pathlib import Path

import polib

from tests.check_messages import find_catalogues, find_problems

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "trainer_ui/locale/de/LC_MESSAGES/django.po"
CALLS = re.compile(
    r"""\{%\s*translate\s+"((?:[^"\\]|\\.)*)"|\b(?:gettext|gettext_lazy|_)\(\s*"((?:[^"\\]|\\.)*)"\s*\)"""
)
PLURAL = re.compile(r"\{%\s*plural\s*%\}")
BLOCKS = re.compile(r"\{%\s*blocktranslate[^%]*%\}(.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)


def read_wanted() -> set[str]:
    sources = [*(ROOT / "trainer_ui").rglob("*.html"), *(ROOT / "trainer_ui").rglob("*.py")]
    texts = [path.read_text(encoding="utf-8") for path in sources]
    calls = {one or other for text in texts for one, other in CALLS.findall(text)}
    blocks = [each for text in texts for block in BLOCKS.findall(text) for each in PLURAL.split(block)]
    return calls | {re.sub(r"\{\{\s*(\w+)\s*\}\}", r"%(\1)s", block) for block in blocks}


def test_every_text_of_the_pages_has_its_german():
    entries = [entry for entry in polib.pofile(str(CATALOGUE)) if entry.translated()]
    known = {each for entry in entries for each in (entry.msgid, entry.msgid_plural)}

    assert len(read_wanted()) > 60
    assert sorted(read_wanted() - known) == []


def test_what_is_compiled_is_what_was_written():
    assert [problem for path in find_catalogues(ROOT) for problem in find_problems(path)] == []
