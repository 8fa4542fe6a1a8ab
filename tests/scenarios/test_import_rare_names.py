"""Names that hardly anybody has, in sentences as people write them: 146 names in German and 142 in English.

The sentences were written in three rounds, each before anybody had looked at what it misses (docs/import.md).
`[[…]]` is a name, `\\n` a line break; sentences without a name are there for what must stay as it is.
"""

import difflib
import re
from functools import cache
from pathlib import Path

import pytest

from scenarios.core.importing.masking import Masker
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import NameBook, Spoken
from scenarios.core.importing.stand_ins import Company
from scenarios.importing.fake_people import FakePeople
from scenarios.importing.words import is_word

SENTENCES = Path(__file__).parent / "rare_names"
NAME = re.compile(r"\[\[(.+?)\]\]")
_TITLES = "frau herr herrn dr mr mrs ms familie opa oma grandpa granny von und and the rechtsanwalt kollegin"
TITLES = frozenset(_TITLES.split())
"""What belongs to a name and gives nobody away."""


def mask(text: str, *, language: str) -> str:
    people = FakePeople(seed=1, language=language)
    company = Company("Larkfield", "LarkfieldHelps")
    masker = Masker(people, brand="AcmeHelp", company=company, companies=(), aliases=(), language=language)
    names = collect_names([Spoken(text, by_agent=False, to=None)], stand_ins=people)
    return masker.mask(text, identity="p", names=names, by_agent=False)


@cache
def mask_all(language: str) -> list[tuple[str, str]]:
    """(sentence with its marks, the same masked)"""
    marked = [line.replace("\\n", "\n") for line in (SENTENCES / f"{language}.txt").read_text("utf-8").splitlines()]
    return [(each, mask(NAME.sub(r"\1", each), language=language)) for each in marked]


def stays(name: str, masked: str) -> bool:
    parts = [part for part in re.findall(r"[^\W\d_]{2,}", name) if part.lower() not in TITLES]
    return any(re.search(rf"(?<!\w){part}(?!\w)", masked, re.IGNORECASE) for part in parts)


@pytest.mark.parametrize("language", ["de", "en"])
def test_nineteen_of_twenty_rare_names_are_replaced_before_the_review(language: str) -> None:
    names = [(name, masked) for sentence, masked in mask_all(language) for name in NAME.findall(sentence)]
    left = [name for name, masked in names if stays(name, masked)]

    assert len(names) > 130
    assert len(left) <= len(names) * 0.05, left


@pytest.mark.parametrize("language", ["de", "en"])
def test_hardly_a_word_that_is_nobodys_is_touched(language: str) -> None:
    words = touched = 0
    for sentence, masked in mask_all(language):
        harmless, after = (re.findall(r"\w+", text) for text in (NAME.sub(" ", sentence), masked))
        blocks = difflib.SequenceMatcher(None, harmless, after, autojunk=False).get_matching_blocks()
        words += len(harmless)
        touched += len(harmless) - sum(block.size for block in blocks)
    assert touched <= words * 0.01


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Zug von Zwotental nach Schöneck hält nicht in Muldenberg."),
        ("de", "Wir stehen in Crimmitschau Hbf und nichts geht."),
        ("de", "Mein Fjordblitz geht nicht mehr an."),
        ("de", "Weil Anschlusszüge nicht warten, brauche ich Reservierungsbestätigungen."),
        ("en", "The train from Todmorden to Mytholmroyd is late."),
        ("en", "Trying to get home to Mytholmroyd since six."),
        ("en", "My Fjordblitz won't start any more."),
        ("en", "Ughh, not again. Sooo tired of this."),
    ],
)
def test_places_things_and_slang_are_nobody(language: str, text: str) -> None:
    assert mask(text, language=language) == text


@pytest.mark.parametrize(
    ("word", "is_rare"),
    [
        ("Tjorven", True),
        ("O'Shaughnessy", True),
        ("Tiedeman-Osei", True),
        ("Verspätung", False),  # a word
        ("Rufnummernmitnahme", False),  # words put together
        ("Streaming", False),  # English, in German
        ("Netflix", False),  # a brand
        ("Wi-Fi", False),  # too short
        ("WLANQ", False),  # not written like a name
    ],
)
def test_a_word_is_rare_if_neither_lists_nor_dictionaries_have_it(word: str, is_rare: bool) -> None:
    assert NameBook(FakePeople(seed=1, language="de")).is_rare(word) is is_rare


def test_german_words_are_none_in_english() -> None:
    assert is_word("Verspätung", language="de")
    assert not is_word("Verspätung", language="en")
