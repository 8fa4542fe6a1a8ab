"""Fits the points of tone on the labelled texts: python -m tests.bench.fitting

One table of points for both languages and all sets: least squares with a ridge, signs held, every part of every rule
between TEN and HIGH. What a rule may add to is said here (SHAPES), how much is found; the result is in tens, as it
stands in scoring/core/tone_rules.py. Agreement is printed in the sample and cross-validated (by the post that is
answered, by the writer). The lexicons were written with these rows in view, which no cross-validation takes out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from scoring.core import read
from scoring.core.context import context_alone
from scoring.core.tone import find_places
from scoring.core.tone_rules import BASE, NORMAL
from tests.bench.figures import print_line
from tests.bench.labelled import Labelled, read_labelled
from tests.bench.measures import auc, partial, spearman

Array = np.ndarray[Any, np.dtype[Any]]
TEN, HIGH = 10.0, 150.0
"""What a part has at least and at most."""
CHEAP = {"structure": 60.0, "question": 60.0}
"""Where little is done for much: a mark is typed in a moment, and must not carry a reply."""
FOLDS = 8
RIDGE = 40.0
FITTED = ("empathy", "courtesy", "openness")
LETTERS = {"e": "empathy", "c": "courtesy", "o": "openness"}

# rule: sign and the first letters of the sub-scores; how many of its findings count
SHAPES = """
greeting +c 1        feeling +eo 2        apology +ec 1        ownership +eo 1      thanks +ce 2
question +co 1       explanation +eo 1    next_step +eo 2      offer +co 1          to_private +co 1
sign_off +c 1        concrete +eo 4       answer +eo 1         first_person +eo 2   specifics +eo 3
appreciation +eo 3   understanding +eo 3  agreement +eo 3      togetherness +eo 2   self_critique +eo 2
softener +co 3       reassurance +e 3     well_wish +c 1       foresight +eo 2      ease +eo 2
guidance +eo 2       structure +eo 1      blame -eo 2          denial -eo 2         stalling -eo 3
officialese -ce 3    impersonal -eo 3     nominal_style -e 1   canned -eo 3         gushing -co 2
overpromise -eo 2    advertising -eo 2    condescension -co 2  accusation -eo 4     threat -ec 3
absolutes -o 3       bare_regret -eo 1    shouting -co 2       exclamation -co 3    emoji -co 3
cold -co 1           vague -eo 1          rambling -co 1
"""
# what a unit of a label is in per mille, and how much a text of the set counts
SCALES = {"service": 1.0, "empathy": 110.0, "openness": 220.0, "offers": 450.0}
COUNTS = {"service": 0.5, "empathy": 5.0, "openness": 2.0, "offers": 12.0}
TONE_COUNTS = 4.0


class Shape(NamedTuple):
    rule: str
    sign: int
    parts: tuple[str, ...]
    most: int


class Fit(NamedTuple):
    """`points` by (rule, sub-score), `bases` of the sub-scores."""

    points: Mapping[tuple[str, str], float]
    bases: Mapping[str, float]


def read_shapes() -> list[Shape]:
    words = SHAPES.split()
    return [
        Shape(rule, 1 if parts[0] == "+" else -1, tuple(LETTERS[letter] for letter in parts[1:]), int(most))
        for rule, parts, most in zip(words[::3], words[1::3], words[2::3], strict=True)
    ]


def count_rules(row: Labelled) -> tuple[Counter[str], int]:
    """How often each rule finds something, and plain language."""
    reading = read(row.text, language=row.language)
    places = set(find_places(reading, context_alone(language=row.language, post_text=row.post)))
    counts = Counter(place.rule.removeprefix("tone.") for place in places)
    return counts, BASE["plain_language"] if reading.plain_language is None else reading.plain_language


class Table:
    """All texts as numbers: `added[name]` is texts by parameters, what each parameter adds to that sub-score."""

    def __init__(self, rows: Sequence[Labelled], shapes: Sequence[Shape]) -> None:
        self.rows = rows
        self.columns = [(shape.rule, part) for shape in shapes for part in shape.parts]
        self.signs = [shape.sign for shape in shapes for _ in shape.parts]
        counted = [count_rules(row) for row in rows]
        amounts = {
            shape.rule: np.array([min(shape.most, counts[shape.rule]) for counts, _ in counted], float)
            for shape in shapes
        }
        self.plain = np.array([plain for _, plain in counted], float)
        self.added = {name: np.zeros((len(rows), len(self.columns))) for name in FITTED}
        for column, (rule, part) in enumerate(self.columns):
            self.added[part][:, column] = amounts[rule]

    def label(self, name: str, chosen: Array) -> Array:
        return np.array([self.rows[nth].labels[name] for nth in np.flatnonzero(chosen)])

    def of(self, kind: str) -> Array:
        return np.array([row.kind == kind for row in self.rows])


def fit(table: Table, chosen: Array) -> Fit:
    """Least squares over every label at once; each set has its own start, that of the service replies is kept."""
    whole = sum(NORMAL.values())
    tone = sum(NORMAL[name] * table.added[name] for name in FITTED) / whole
    left = table.plain * NORMAL["plain_language"] / whole
    width = len(table.columns)
    blocks: list[tuple[Array, Array, float]] = []

    def add(rows: Array, values: Array, starts: Mapping[int, float], target: Array, counts: float) -> None:
        matrix = np.zeros((int(rows.sum()), width + 6))
        matrix[:, :width] = values[rows]
        for start, share in starts.items():
            matrix[:, width + start] = share
        blocks.append((matrix, target, counts))

    service = table.of("service") & chosen
    for nth, name in enumerate(FITTED):
        add(service, table.added[name], {nth: 1.0}, 100 * table.label(name, service), COUNTS["service"])
    shares = {nth: NORMAL[name] / whole for nth, name in enumerate(FITTED)}
    add(service, tone, shares, 10 * table.label("tone", service) - left[service], TONE_COUNTS)
    for start, kind in ((3, "empathy"), (4, "openness")):
        rows = table.of(kind) & chosen
        add(rows, table.added[kind], {start: 1.0}, SCALES[kind] * table.label(kind, rows), COUNTS[kind])
    rows = table.of("offers") & chosen
    add(rows, tone, {5: 1.0}, SCALES["offers"] * table.label("tone", rows) - left[rows], COUNTS["offers"])
    limits = [CHEAP.get(rule, HIGH) for rule, _ in table.columns]
    found = _solve(blocks, [*table.signs, *[0] * 6], [*limits, *[0.0] * 6])
    points = dict(zip(table.columns, found[:width], strict=True))
    return Fit(points, dict(zip(FITTED, found[width : width + 3], strict=True)))


def _solve(blocks: Sequence[tuple[Array, Array, float]], signs: Sequence[int], limits: Sequence[float]) -> list[float]:
    """Coordinate by coordinate, each kept on its side of zero and within its limit."""
    gram = sum(counts * (matrix.T @ matrix) for matrix, _, counts in blocks)
    right = sum(counts * (matrix.T @ target) for matrix, target, counts in blocks)
    gram = gram + np.diag([RIDGE if sign else 1e-3 for sign in signs])
    found = np.zeros(len(signs))
    for _ in range(300):
        for nth, sign in enumerate(signs):
            value = found[nth] + (right[nth] - gram[nth] @ found) / gram[nth, nth]
            found[nth] = sign * min(limits[nth], max(TEN, sign * value)) if sign else value
    return [float(value) for value in found]


def equate(table: Table, chosen: Array, found: Fit) -> Fit:
    """Stretched and moved so that the tone of the service replies has the raters' spread and mean, and in tens.

    Least squares draws every text to the mean; the order of two texts hardly changes by this. All sub-scores get one
    start, so that a situation that weighs them differently asks for other acts and is not harder by itself.
    """
    service = table.of("service") & chosen
    label = 10 * table.label("tone", service)
    values = np.array([found.points[column] for column in table.columns])
    whole = sum(NORMAL.values())
    acts = (sum(NORMAL[name] * table.added[name] for name in FITTED) @ values)[service] / whole
    plain = NORMAL["plain_language"] * table.plain[service] / whole
    stretch = max(
        (step / 100 for step in range(100, 201)), key=lambda by: -abs((by * acts + plain).std() - label.std())
    )
    points = {key: 10.0 * round(stretch * value / 10) for key, value in found.points.items()}
    left = label.mean() - (stretch * acts + plain).mean()
    base = 10.0 * round(left * whole / sum(NORMAL[name] for name in FITTED) / 10)
    return Fit(points, dict.fromkeys(FITTED, base))


def predict(table: Table, found: Fit) -> dict[str, Array]:
    values = np.array([found.points[column] for column in table.columns])
    raw = {name: found.bases[name] + table.added[name] @ values for name in FITTED}
    whole = sum(NORMAL.values())
    mean = sum(NORMAL[name] * raw[name] for name in FITTED) + NORMAL["plain_language"] * table.plain
    return {**{name: np.clip(raw[name], 0, 1000) for name in FITTED}, "tone": np.clip(mean / whole, 0, 1000)}


def cross_validate(table: Table) -> dict[str, Array]:
    groups = {kind: sorted({row.group for row in table.rows if row.kind == kind}) for kind in SCALES}
    folds = np.array([groups[row.kind].index(row.group) % FOLDS for row in table.rows])
    found = {name: np.zeros(len(table.rows)) for name in (*FITTED, "tone")}
    for fold in range(FOLDS):
        part = predict(table, equate(table, folds != fold, fit(table, folds != fold)))
        for name, values in part.items():
            found[name][folds == fold] = values[folds == fold]
    return found


def measure(table: Table, values: Mapping[str, Array]) -> dict[str, float]:
    measured = {}
    for language in ("de", "en"):
        rows = table.of("service") & np.array([row.language == language for row in table.rows])
        size = [float(np.log(len(table.rows[nth].text) + 1)) for nth in np.flatnonzero(rows)]
        predicted, label = list(values["tone"][rows]), list(table.label("tone", rows))
        measured[f"tone of service replies {language}"] = spearman(predicted, label)
        measured[f"tone of service replies {language}, given length"] = partial(predicted, label, size)
    rows = table.of("empathy")
    size = [float(np.log(len(table.rows[nth].text) + 1)) for nth in np.flatnonzero(rows)]
    predicted, label = list(values["empathy"][rows]), list(table.label("empathy", rows))
    measured["empathy de"] = spearman(predicted, label)
    measured["empathy de, given length"] = partial(predicted, label, size)
    rows = table.of("openness")
    measured["openness en"] = spearman(list(values["openness"][rows]), list(table.label("openness", rows)))
    rows = table.of("offers")
    warm = table.label("tone", rows) == 1
    measured["warm against tough en, AUC"] = auc(list(values["tone"][rows][warm]), list(values["tone"][rows][~warm]))
    return measured


def main() -> None:
    table = Table(read_labelled(), read_shapes())
    everything = np.ones(len(table.rows), bool)
    found = equate(table, everything, fit(table, everything))
    inside, across = measure(table, predict(table, found)), measure(table, cross_validate(table))
    for what, value in inside.items():
        print_line(f"{what:48} in the sample {value:.3f}   cross-validated {across[what]:.3f}")
    print_line(f"BASE { ({name: int(value) for name, value in found.bases.items()}) }")
    for shape in read_shapes():
        parts = ", ".join(f"{part}={int(found.points[shape.rule, part])}" for part in shape.parts)
        print_line(f'    "tone.{shape.rule}": _rule({f"{shape.most}, " if shape.most > 1 else ""}{parts}),')


if __name__ == "__main__":
    main()
