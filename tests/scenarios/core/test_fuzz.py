"""Whatever the bytes, the answer is a timeline or problems with places inside the text, and never an exception."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.core import compiler
from scenarios.core.codec import dumps, loads
from scenarios.core.problems import ERROR
from scenarios.core.vocabulary import LANGUAGES
from scenarios.problem_texts import render_problem
from tests.scenarios.samples import BRAND, SCENARIO, compile_text
from tests.scenarios.storm_sample import STORM, STORM_BRAND

QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SNIPPETS = [
    *(
        "&a ",
        "*a",
        "!!map ",
        "<<: ",
        "? ",
        "- ",
        "[",
        "{",
        "]",
        "}",
        ": ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\t",
        "\n",
        "|\n",
        ">-\n",
    ),
    *(
        "'",
        '"',
        "\\",
        "\\0",
        "\\ud800",
        "#",
        "~",
        "null",
        "no",
        "{nmae}",
        "{name}",
        "🎒",
        "ä",
        "\u2028",
        "\x00",
        "\ufeff",
        "9" * 30,
    ),
    *("0:00", "1:00:00", "10:00", "9h", "rucksack-1", "jana", "post: ", "when: ", "needs: ", "answer: ", "true", "@,"),
    *(
        "all: [",
        "any: ",
        "not: ",
        "any",
        "reply: ",
        "says: '(",
        "says: 'x{9",
        "each",
        "target",
        "heat_above: 0",
        "-50",
        "at_most: ",
    ),
    *("fact: ", "crowd: ", "rows: [[", "DE89370400440532013000", "0711 1234567", "a@b.de", "Sky"),
]


def mutations_of(text: str) -> st.SearchStrategy[list[tuple[str, int, int, str]]]:
    change = st.tuples(
        st.sampled_from(["insert", "cut", "swap", "drop-line", "double-line"]),
        st.integers(0, len(text)),
        st.integers(0, 30),
        st.sampled_from(SNIPPETS),
    )
    return st.lists(change, min_size=1, max_size=8)


mutations, storm_mutations = mutations_of(SCENARIO), mutations_of(STORM)


def mutate(text: str, changes: list[tuple[str, int, int, str]]) -> str:
    for kind, at, length, snippet in changes:
        lines = text.splitlines(keepends=True)
        line = at % max(len(lines), 1)
        if kind == "insert":
            text = text[:at] + snippet + text[at:]
        elif kind == "cut":
            text = text[:at] + text[at + length :]
        elif kind == "swap":
            text = text[:at] + snippet + text[at + length :]
        elif kind == "drop-line":
            text = "".join(lines[:line] + lines[line + 1 :])
        else:
            text = "".join(lines[: line + 1] + lines[line:])
    return text


def check(text: bytes | str, *, brand: bytes | str = BRAND) -> None:
    timeline, problems = compile_text(text, brand=brand)

    assert (timeline is None) == any(problem.severity == ERROR for problem in problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert all(
        render_problem(problem, language=language).isprintable() for problem in problems for language in LANGUAGES
    )
    if timeline is not None:
        assert loads(dumps(timeline)) == timeline


@QUICK
@given(st.binary(max_size=400))
def test_any_bytes_are_answered(data: bytes) -> None:
    check(data)


@QUICK
@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    check(text)


@QUICK
@given(st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join))
def test_any_heap_of_yaml_is_answered(text: str) -> None:
    check(text)


@QUICK
@given(mutations)
def test_any_damaged_scenario_is_answered(changes: list[tuple[str, int, int, str]]) -> None:
    check(mutate(SCENARIO, changes))


@QUICK
@given(storm_mutations)
def test_any_damaged_storm_is_answered(changes: list[tuple[str, int, int, str]]) -> None:
    check(mutate(STORM, changes), brand=STORM_BRAND)


@QUICK
@given(mutations)
def test_any_damaged_brand_is_answered(changes: list[tuple[str, int, int, str]]) -> None:
    check(SCENARIO, brand=mutate(BRAND, changes))


@QUICK
@given(st.integers(0, len(SCENARIO.encode()) - 1), st.integers(0, 255))
def test_any_wrong_byte_is_answered(at: int, byte: int) -> None:
    data = bytearray(SCENARIO.encode())
    data[at] = byte
    check(bytes(data))


def test_an_exception_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage twin: with a decoder that is careless, the first wrong byte is an exception."""
    monkeypatch.setattr(compiler, "decode", lambda text, **_: bytes(text).decode("utf-8"))

    with pytest.raises(UnicodeDecodeError):
        check(b"\xff")
