"""Agreement of the score with people, as check_scoring.py measures it; intervals from draws of whole groups."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from scoring.core import Assessment, judge, read
from scoring.core.context import context_alone
from scoring.core.tone_rules import INSULTS
from tests.bench.figures import print_line
from tests.bench.labelled import DATA, Labelled, read_labelled, read_rows
from tests.bench.measures import Array, auc, bootstrap, partial, spearman


class Agreement(NamedTuple):
    """`low` and `high` hold the middle 95 % of the measure over draws of cases, writers or rows."""

    what: str
    value: float
    low: float
    high: float


def measure_agreement(*, every: int = 1) -> Iterator[Agreement]:
    """Of every so many rows only one: 1 for the figures. Empty where the labelled texts are not at hand."""
    if not DATA.exists():
        return
    rows = read_labelled()[::every]
    values = [_assess(row.text, row.language, row.post) for row in rows]
    for language in ("de", "en"):
        chosen = [nth for nth, row in enumerate(rows) if (row.kind, row.language) == ("service", language)]
        tone, label, size = _columns(rows, values, chosen, "tone")
        groups = [rows[nth].group for nth in chosen]
        what = f"tone of service replies {language}"
        yield _measure(f"{what}, Spearman", lambda at, a=tone, b=label: spearman(a[at], b[at]), groups)
        yield _measure(
            f"{what}, given length", lambda at, a=tone, b=label, c=size: partial(a[at], b[at], c[at]), groups
        )
    for kind, name in (("empathy", "empathy de"), ("openness", "openness en")):
        chosen = [nth for nth, row in enumerate(rows) if row.kind == kind]
        value, label, size = _columns(rows, values, chosen, kind)
        groups = [rows[nth].group if kind == "empathy" else str(nth) for nth in chosen]
        yield _measure(f"{name}, Spearman", lambda at, a=value, b=label: spearman(a[at], b[at]), groups)
        yield _measure(
            f"{name}, given length", lambda at, a=value, b=label, c=size: partial(a[at], b[at], c[at]), groups
        )
    chosen = [nth for nth, row in enumerate(rows) if row.kind == "offers"]
    value, label, _ = _columns(rows, values, chosen, "tone")
    yield _measure(
        "tone en, warm against tough, AUC", lambda at: _auc(value[at], label[at] == 1), list(map(str, chosen))
    )
    yield from _measure_insults(every=every)


def _assess(text: str, language: str, post: str = "") -> Assessment:
    return judge(read(text, language=language), context_alone(language=language, post_text=post))


def _columns(
    rows: list[Labelled], values: list[Assessment], chosen: list[int], name: str
) -> tuple[Array, Array, Array]:
    """The score's value, the label and the logarithm of the length."""
    found = [values[nth].criteria["tone"] if name == "tone" else values[nth].signals[name] for nth in chosen]
    labels = [rows[nth].labels[name] for nth in chosen]
    return np.array(found, float), np.array(labels), np.log([len(rows[nth].text) + 1 for nth in chosen])


def _measure_insults(*, every: int) -> Iterator[Agreement]:
    rows = read_rows("insult_de/offense_tweets_de.csv")[::every]
    true = np.array([row["coarse"] == "OFFENSE" for row in rows])
    flag = np.array([bool(INSULTS & {f.rule for f in _assess(row["text"], "de").findings}) for row in rows])
    groups = list(map(str, range(len(rows))))
    yield _measure("insult de, precision", lambda at: float((flag & true)[at].sum() / max(1, flag[at].sum())), groups)
    yield _measure("insult de, recall", lambda at: float((flag & true)[at].sum() / max(1, true[at].sum())), groups)


def _measure(what: str, of: Callable[..., Any], groups: list[str]) -> Agreement:
    low, high = bootstrap(of, groups)
    return Agreement(what, float(of(np.arange(len(groups)))), low, high)


def _auc(values: Array, warm: Array) -> float:
    return auc(values[warm], values[~warm])


def print_agreement(*, every: int = 1) -> None:
    if every > 1:
        print_line(f"one row of {every}: too few to tell anything but that it works")
    for each in measure_agreement(every=every):
        print_line(f"{each.what:48} {each.value:6.3f}   {each.low:.2f} to {each.high:.2f}")


if __name__ == "__main__":
    print_agreement()
