import pytest

from scenarios.core import reader
from scenarios.core.decoding import decode
from scenarios.core.nodes import Mapping, Node, Scalar, Sequence, find_in_scalar
from scenarios.core.problems import Place, Report
from scenarios.core.reader import read_tree


def read(text: str | bytes) -> tuple[Node | None, list[str]]:
    report = Report()
    source = decode(text, file="f", report=report)
    tree = None if source is None else read_tree(source, file="f", report=report)
    return tree, [f"{problem.line}:{problem.column} {problem.code}" for problem in report.problems]


def scalars(text: str) -> dict[str, str]:
    tree, problems = read(text)
    assert problems == []
    assert isinstance(tree, Mapping)
    return {key: node.value for key, (_, node) in tree.items.items() if isinstance(node, Scalar)}


def test_scalars_stay_as_they_are_written() -> None:
    text = "a: no\nb: 1:30\nc: 0777\nd: 2026-11-22\ne: 1e3\nf: ~\ng: 'it''s'\n"

    assert scalars(text) == {
        "a": "no",
        "b": "1:30",
        "c": "0777",
        "d": "2026-11-22",
        "e": "1e3",
        "f": "~",
        "g": "it's",
    }


def test_places_count_characters_with_umlauts_and_emoji() -> None:
    tree, _ = read("# Größe 😀\nä😀: [ü, 👩‍👩‍👧, z]\n")

    assert isinstance(tree, Mapping)
    key, value = tree.items["ä😀"]
    assert key.place == Place("f", 2, 1)
    assert isinstance(value, Sequence)
    assert [item.place for item in value.items] == [Place("f", 2, 6), Place("f", 2, 9), Place("f", 2, 16)]


def test_a_byte_order_mark_is_no_character_of_the_text() -> None:
    assert read(b"\xef\xbb\xbfa: 1\na: 2\n")[1] == ["2:1 duplicate-key"]


def test_windows_line_ends_are_read() -> None:
    assert scalars("a: 1\r\nb: 2\r\n") == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1\nb: *x\n", ["1:4 anchor", "2:4 alias"]),
        ("a: !!python/object:os.system x\n", ["1:4 tag"]),
        ("a: !!str x\nb: ! y\nc: !!map {}\n", ["1:4 tag", "2:4 tag", "3:4 tag"]),
        ("b: 1\n<<: {a: 1}\n", ["2:1 merge-key"]),
        ("? [a, b]\n: 1\nc: 2\n", ["1:3 complex-key"]),
        ("ä: 1\n  \nb: 2\nä: 3\n", ["4:1 duplicate-key"]),
        ("a: 1\n---\nb: 2\n", ["2:1 several-documents"]),
        ("a: 1\n\tb: 2\n", ["2:1 tab"]),
        ("ü: [1, 2\nb: 3\n", ["2:2 syntax-unclosed"]),
        ('a: "\\ud800"\n', ["1:7 syntax"]),
        ('a: "x\\0y"\n', ["1:4 control-character"]),
        ("a: ü\x00\n", ["1:5 control-character"]),
        ("a: 1\x0b\n", ["1:5 control-character"]),
        ("a: x\u2028y\n", ["1:5 control-character"]),
        ("a: 1\rb: 2", ["1:5 control-character"]),
        ("", ["1:1 empty-file"]),
        ("# nothing\n", ["1:1 empty-file"]),
        ("a: 1\n".encode("utf-16"), ["1:1 encoding-utf16"]),
        ("a: 1\n".encode("utf-16-be"), ["1:1 encoding-utf16"]),
        ("ä: 1\nb: ".encode() + "ü".encode("latin-1"), ["2:4 encoding"]),
        ("a: \ud800\n", ["1:4 encoding"]),
        ("[" * 10_000, ["1:21 too-deep"]),
        ("a: " + "[" * 10_000, ["1:23 too-deep"]),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ["1:1 encoding"]),
        ("x" * 1_048_577, ["1:1 too-large"]),
    ],
)
def test_what_yaml_offers_for_mischief_is_refused_with_its_place(text: str | bytes, problems: list[str]) -> None:
    assert read(text)[1] == problems


def test_a_duplicate_key_names_both_places() -> None:
    report = Report()
    read_tree("a: 1\nb:\n  ü: 1\n  ü: 2\n", file="f", report=report)

    (problem,) = report.problems
    assert (problem.line, problem.column) == (4, 3)
    assert dict(problem.params) == {"key": "ü", "first_line": 3, "first_column": 3}


def test_too_many_values_stop_the_reading() -> None:
    assert read("[" + "a," * 50_001 + "]")[1] == ["1:100000 too-many-nodes"]


def test_a_part_of_a_text_is_found_in_its_source() -> None:
    text = "a: 1\nb: >\n  Grüße {x}\n  und {x} {y}\n"
    tree, _ = read(text)
    assert isinstance(tree, Mapping)
    scalar = tree.items["b"][1]
    assert isinstance(scalar, Scalar)

    assert find_in_scalar(text, scalar, part="{x}") == Place("f", 3, 9)
    assert find_in_scalar(text, scalar, part="{x}", occurrence=1) == Place("f", 4, 7)
    assert find_in_scalar(text, scalar, part="{z}") == scalar.place


def test_it_is_the_limits_that_stop_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage twin: without them, depth and number are read to the end."""
    monkeypatch.setattr(reader, "MOST_DEPTH", 1_000_000)
    monkeypatch.setattr(reader, "MOST_NODES", 1_000_000)

    assert read("[" * 50 + "]" * 50)[1] == []
    assert read("[" + "a," * 50_001 + "]")[1] == []


@pytest.mark.parametrize(("opened", "place"), [("{c: 1", "3:1"), ("[c", "3:1"), ('"c', "3:1")])
def test_what_is_not_closed_says_where_it_began(opened: str, place: str) -> None:
    report = Report()

    read_tree(f"a: 1\nb: {opened}\n", file="f", report=report)

    (problem,) = report.problems
    assert f"{problem.line}:{problem.column} {problem.code}" == f"{place} syntax-unclosed"
    assert (problem.params["first_line"], problem.params["first_column"]) == (2, 4)


@pytest.mark.parametrize("text", ["a: b\u202ec\n", 'a: "b\\u202ec"\n', "a: \u2066b\n"])
def test_nothing_turns_the_direction_of_writing_around(text: str) -> None:
    assert [problem.split()[1] for problem in read(text)[1]] == ["control-character"]
