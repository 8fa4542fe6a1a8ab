"""The mutants that `make bench` makes of scoring/core are small, are compiled, and are drawn the same way each time."""

from pathlib import Path
from types import FunctionType

import pytest

from tests.bench.mutants import compile_mutant, list_mutants
from tests.bench.mutation import draw_mutants, list_modules, name_of, wilson

SOURCE = '''
def _limit(points: int) -> int:
    return points + 1

LIMIT = _limit(4)

def judge(words: tuple[str, ...] = (), *, most: int = 3) -> bool:
    """At most 3."""
    if not words:
        return True
    return len(words) < most and all(word for word in words if word != "x")

class Rule:
    def double(self, points: int) -> int:
        return 2 * points
'''


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "rules.py"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_each_changes_one_thing_that_runs_and_neither_what_is_declared_nor_what_is_explained(source):
    made = [(each.function, each.before, each.after) for each in list_mutants(source)]

    assert made == [
        ("judge", "if not words:\n    return True", "if True:\n    return True"),
        ("judge", "if not words:\n    return True", "if False:\n    return True"),
        ("judge", "not words", "words"),
        ("judge", "True", "False"),
        (
            "judge",
            "len(words) < most and all((word for word in words if word != 'x'))",
            "len(words) < most or all((word for word in words if word != 'x'))",
        ),
        ("judge", "len(words) < most", "len(words) <= most"),
        ("judge", "all", "any"),
        ("judge", " for word in words if word != 'x'", " for word in words"),
        ("judge", "word != 'x'", "word == 'x'"),
        ("judge", "'x'", "'XXxXX'"),
        ("Rule.double", "2", "3"),
        ("Rule.double", "2 * points", "2 // points"),
    ]


def test_the_changed_code_does_what_it_says(source):
    doubled = [each for each in list_mutants(source) if each.function == "Rule.double"]
    changed = [FunctionType(compile_mutant(each), {}) for each in doubled]

    assert [double(None, 1) for double in changed] == [3, 2]
    assert [double(None, 5) for double in changed] == [15, 0]


def test_the_same_are_drawn_from_the_same_source_and_others_with_another_seed():
    modules = list_modules(["speed", "notes", "hearing/clock"])
    drawn = [draw_mutants(modules, count=20, seed=seed) for seed in (7, 7, 8)]

    assert [name_of(path) for path in modules] == ["hearing/clock", "notes", "speed"]
    assert [len(each) for each in drawn] == [20, 20, 20]
    assert drawn[0] == drawn[1] != drawn[2]


def test_every_module_of_the_score_is_there_and_no_robot():
    names = [name_of(path) for path in list_modules()]

    assert {"tone", "hearing/heard", "lexicon/compiling"} <= set(names)
    assert not any(name.startswith("robots") for name in names)


def test_the_interval_of_a_share_is_wilsons():
    assert [round(each, 1) for each in wilson(170, 200)] == [79.4, 89.3]
    assert [round(each, 1) for each in wilson(0, 10)] == [0.0, 27.8]
