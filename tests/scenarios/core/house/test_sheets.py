"""A house profile as plain values and as text."""

import pytest

from scenarios.core.brands import check_brand
from scenarios.core.house.sheets import find_paths, make_key, read_sheet, write_sheet
from tests.scenarios.samples import BRAND
from tests.scenarios.shipped import LIBRARY

BRANDS = sorted((LIBRARY / "brands").glob("*.yaml"))


@pytest.mark.parametrize("path", BRANDS, ids=lambda path: path.stem)
def test_every_shipped_profile_says_the_same_after_a_form_has_written_it(path):
    before = path.read_text("utf-8")

    after = write_sheet(read_sheet(before))

    assert read_sheet(after) == read_sheet(before)
    assert check_brand(after.encode(), file="a")[0].brand == check_brand(before.encode(), file="a")[0].brand


@pytest.mark.parametrize(
    "text",
    ["Zeile eins\nZeile zwei", "a: b # c", "- x", "'\"", "{name}, …", "no", "1:30", "  vorn", "ende ", "#", "\\n"],
)
def test_whatever_is_typed_comes_back_as_it_was(text):
    sheet = read_sheet(BRAND)
    sheet["templates"] = {"t": {"title": text, "text": text}}

    assert read_sheet(write_sheet(sheet)) == sheet


def test_a_problem_is_led_back_to_its_field():
    text = BRAND.replace("limit: 280", "limit: viele").replace("address: sie", "address: euch")

    problems = check_brand(text.encode(), file="a")[1]

    assert find_paths(text, problems) == [("address",), ("channels", "microblog", "limit")]


def test_keys_say_the_name_and_differ():
    assert [make_key(name, taken=["buero"]) for name in ("Büro", "Straße & Co.", "!!", "Пресса")] == [
        "buero-2", "strasse-co", "n", "n",
    ]  # fmt: skip


def test_what_is_no_mapping_is_refused():
    for text in ("- a", "x", "", "a: &x 1", "a: [1"):
        with pytest.raises(ValueError, match=r"unreadable|not-a-mapping"):
            read_sheet(text)
