import pytest

from scenarios.core.headings import read_heading, replace_key
from scenarios.core.line_changes import count_changes, list_changes


def tell(old: str, new: str, *, context: int = 1) -> list[str]:
    signs = {"same": " ", "added": "+", "removed": "-"}
    return [
        f"…{line.new}" if line.kind == "gap" else f"{signs[line.kind]}{line.text}"
        for line in list_changes(old, new, context=context)
    ]


def test_changes_stand_between_the_lines_around_them():
    old, new = "a\nb\nc\nd\ne\nf\ng", "a\nb\nC\nd\ne\nf\ng\nh"

    assert tell(old, new) == [" a", " b", "-c", "+C", " d", "…2", " g", "+h"]
    assert count_changes(old, new) == (2, 1)


def test_the_same_text_has_no_changes():
    assert tell("a\nb", "a\nb") == []
    assert count_changes("a", "a") == (0, 0)


def test_everything_may_go_and_come():
    assert tell("a\nb", "c") == ["-a", "-b", "+c"]
    assert count_changes("a\na\na", "a\na") == (0, 1)


def test_lines_are_counted_in_their_own_text():
    lines = list(list_changes("a\nb\nc", "a\nc", context=3))

    assert [(line.kind, line.old, line.new) for line in lines] == [("same", 1, 1), ("removed", 2, None), ("same", 3, 2)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("language: de\ntitle: {de: Ein Morgen, en: A morning}\n", "Ein Morgen"),
        ('language: en\ntitle:\n  de: "Ein Morgen"\n  en: "A \\"morning\\""\n', 'A \\"morning\\"'),
        ("title: {de: 'Einer, zwei', en: x}", "Einer, zwei"),
        ("title:", ""),
        ("nothing", ""),
    ],
)
def test_a_title_is_read_off_a_text_that_may_not_be_sound(text, title):
    assert read_heading(text).title == title


def test_the_key_is_replaced_where_it_is_the_scenarios_own():
    text = 'format: 1\nkey: "one" # here\nposts:\n  key: other\n'

    assert replace_key(text, "two") == "format: 1\nkey: two\nposts:\n  key: other\n"
    assert replace_key("no key", "two") == "no key"
