"""What can be wrong with a scenario: a code, a place, parameters. The sentences are in scenarios/problem_texts.toml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

ERROR, WARNING, HINT = "error", "warning", "hint"
"""Only an error keeps a scenario from being published."""

MOST_PROBLEMS = 1000
"""More are not collected: who has a thousand mends the first ones first, and a hostile file costs no time."""

MOST_SUGGESTIONS = 50
"""So often is "did you mean" looked for in one scenario, because looking costs time."""

LONGEST_SHOWN = 60
"""Characters of a value that a message repeats."""


class Place(NamedTuple):
    """Where in which text. `line` and `column` count from 1, columns in characters (code points)."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """`params` fill the sentence of `code`; see `render_problem` in scenarios/problem_texts.py."""

    file: str
    line: int
    column: int
    code: str
    severity: str
    params: Mapping[str, str | int] = field(default_factory=dict)


class Report:
    """Collects the problems of one compilation. `count_suggestion` says whether one more may be looked for."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._suggestions = 0
        self._patterns = 0
        self.refused_patterns = 0
        self.is_full = False

    def add(self, place: Place, code: str, /, *, severity: str = ERROR, **params: str | int) -> None:
        """One problem more, up to MOST_PROBLEMS; then one that says that there are more."""
        if self.is_full:
            return
        if len(self.problems) >= MOST_PROBLEMS:
            self.is_full = True
            code, severity, params = "too-many-problems", ERROR, {"count": MOST_PROBLEMS}
        shown = {name: _show(name, value) for name, value in params.items()}
        self.problems.append(Problem(*place, code, severity, shown))

    def warn(self, place: Place, code: str, /, **params: str | int) -> None:
        self.add(place, code, severity=WARNING, **params)

    def hint(self, place: Place, code: str, /, **params: str | int) -> None:
        self.add(place, code, severity=HINT, **params)

    def count_suggestion(self) -> bool:
        self._suggestions += 1
        return self._suggestions <= MOST_SUGGESTIONS

    def count_pattern(self) -> int:
        """How many patterns there have been, this one included."""
        self._patterns += 1
        return self._patterns

    @property
    def has_errors(self) -> bool:
        return any(problem.severity == ERROR for problem in self.problems)

    def in_order(self, *, first_file: str) -> list[Problem]:
        """All problems by place, those of `first_file` before those of others."""
        return sort_problems(self.problems, first_file=first_file)


def sort_problems(problems: Iterable[Problem], *, first_file: str) -> list[Problem]:
    return sorted(problems, key=lambda item: (item.file != first_file, item.file, item.line, item.column))


def _show(name: str, value: str | int) -> str | int:
    """`options` are our own words, and of no use cut."""
    return shorten(value) if isinstance(value, str) and name != "options" else value


def shorten(value: str) -> str:
    """`value` on one line, cut to LONGEST_SHOWN characters, without what a terminal would obey."""
    cut = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in cut)
