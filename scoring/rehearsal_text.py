"""The report of a rehearsal as text for a terminal, in German and English."""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from scenarios.core.vocabulary import CRITERIA, ROBOTS
from scoring.core.robots.rehearsing import FEWEST_SEEDS

WIDTH = 100

TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "head": "{scenario} ({language}) · {seeds} Startzahlen · bestanden ab {pass_mark} %",
        "columns": "Punkte (von–bis)|Hitze (von–bis)",
        "speed": "Tempo",
        "tone": "Ton",
        "individuality": "Eigene Worte",
        "substance": "Inhalt",
        "privacy": "Datenschutz",
        "triage": "Einordnung",
        "par": "Par (Experte): {par} %. Die vollsten drei Minuten bringen {busiest} % dessen, was ein Mensch schafft.",
        "load": "Last je Minute in Prozent dessen, was ein Mensch schafft: {load}",
        "level": "Schwierigkeit nach der Probe: {level} von 5.",
        "other_level": "Schwierigkeit nach der Probe: {level} von 5. Angegeben ist {declared}.",
        "late": "Auch der Experte beantwortet nie rechtzeitig: {posts}",
        "own_never_fired": "Eigene Reaktionen, die bei keinem Roboter vorkamen: {keys}",
        "own_fired": "Eigene Reaktionen, die vorkamen: {keys}",
        "never_fired": "Allgemeine Regeln, die nie griffen: {keys}",
        "fired": "Allgemeine Regeln, die griffen: {keys}",
        "crowd": "Menge: {posts} Posts, davon {alike} ‰ einander ähnlich, {own} % mit eigenem Anfang",
        "passed": "Die Probe ist bestanden.",
        "short": "Für Prüfungen zählt nur, was alle Roboter über {fewest} Startzahlen spielen.",
        "failed": "Die Probe ist nicht bestanden: {count} Verstöße.",
        "undeclared": "Das Szenario sagt nicht, wer bestehen, durchfallen und Letzter werden muss (rehearsal: "
        "{missing}). Zum Üben reicht das, für Prüfungen nicht.",
        "fails": "{robot} muss bestehen und kommt auf {score} % (nötig: {than} %), Startzahl {seed}",
        "passes": "{robot} muss durchfallen und kommt auf {score} % (Grenze: {than} %), Startzahl {seed}",
        "not_last": "{robot} muss der Letzte sein und kommt auf {score} %, ein anderer auf {than} %, Startzahl {seed}",
        "beats_expert": "{robot} kommt auf {score} %, der Experte nur auf {than} %, Startzahl {seed}",
    },
    "en": {
        "head": "{scenario} ({language}) · {seeds} seeds · pass mark {pass_mark} %",
        "columns": "score (range)|heat (range)",
        "speed": "speed",
        "tone": "tone",
        "individuality": "own words",
        "substance": "substance",
        "privacy": "privacy",
        "triage": "triage",
        "par": "Par (expert): {par} %. The busiest three minutes bring {busiest} % of what a person can do.",
        "load": "Load per minute, per cent of what a person can do: {load}",
        "level": "Rehearsed difficulty: {level} of 5.",
        "other_level": "Rehearsed difficulty: {level} of 5. The file declares {declared}.",
        "late": "Not even the expert ever answers in time: {posts}",
        "own_never_fired": "Reactions of your own that fired with no robot: {keys}",
        "own_fired": "Reactions of your own that fired: {keys}",
        "never_fired": "General rules that never fired: {keys}",
        "fired": "General rules that fired: {keys}",
        "crowd": "Crowd: {posts} posts, {alike} ‰ of them alike, {own} % with a start of their own",
        "passed": "The rehearsal is passed.",
        "short": "This was a quick look: for certification only all robots over {fewest} seeds count.",
        "failed": "The rehearsal is not passed: {count} violations.",
        "undeclared": "The scenario does not say who must pass, fail and come last (rehearsal: {missing}). "
        "That is enough for practice, not for certification.",
        "fails": "{robot} must pass and gets {score} % (needed: {than} %), seed {seed}",
        "passes": "{robot} must fail and gets {score} % (pass mark: {than} %), seed {seed}",
        "not_last": "{robot} must come last and gets {score} %, another one {than} %, seed {seed}",
        "beats_expert": "{robot} gets {score} %, the expert only {than} %, seed {seed}",
    },
}


def tell_report(report: Mapping[str, Any], *, language: str) -> list[str]:
    """The lines of a report."""
    texts = TEXTS[language]
    head = texts["head"].format(**report, pass_mark=_percent(report["pass"]))
    lines = [head, "", *_tell_robots(report, texts), ""]
    if report["par"] is not None:
        lines.append(texts["par"].format(par=_percent(report["par"]), busiest=_percent(report["busiest"])))
        lines += _wrap(texts["load"].format(load=" ".join(_percent(minute) for minute in report["load"])))
        declared, level = report["declared_difficulty"], report["difficulty"]
        name = "level" if declared in (0, level) else "other_level"
        lines.append(texts[name].format(level=level, declared=declared))
    if report["late"]:
        lines += _wrap(texts["late"].format(posts=", ".join(report["late"])))
    lines += _tell_reactions(report, texts)
    if report["crowd"]:
        crowd = {name: values["median"] for name, values in report["crowd"].items()}
        own = _percent(crowd["own_starts"])
        lines.append(texts["crowd"].format(posts=crowd["posts"], alike=crowd["alike"], own=own))
    return [*lines, "", *_tell_result(report, texts)]


def tell_findings(report: Mapping[str, Any], *, language: str) -> list[str]:
    """What a coach should hear beside the figures of the robots, each as a sentence; the verdict stands last."""
    texts = TEXTS[language]
    said = []
    if report["late"]:
        said.append(texts["late"].format(posts=", ".join(report["late"])))
    never = [key for key in report["never_fired"] if key in report["own"]]
    if never:
        said.append(texts["own_never_fired"].format(keys=", ".join(never)))
    return [*said, *_tell_result(report, texts)]


def _tell_reactions(report: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    own = set(report["own"])
    for name in ("never_fired", "fired"):
        sides = {
            f"own_{name}": [key for key in report[name] if key in own],
            name: [key for key in report[name] if key not in own],
        }
        for text, keys in sides.items():
            yield from _wrap(texts[text].format(keys=", ".join(keys) or "–"))


def _tell_robots(report: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    names = [name for name in CRITERIA if any(name in each["criteria"] for each in report["robots"].values())]
    score, heat = texts["columns"].split("|")
    yield _row("", score, heat, [texts[name] for name in names])
    for robot in ROBOTS:
        each = report["robots"].get(robot)
        if each is not None:
            cells = [_percent(each["criteria"][name]["median"]) if name in each["criteria"] else "–" for name in names]
            yield _row(robot, _show_range(each["score"], _percent), _show_range(each["heat"], str), cells)


def _row(robot: str, score: str, heat: str, cells: Sequence[str]) -> str:
    return f"{robot:<19}{score:>17}{heat:>23}  " + "".join(f"{cell:>14}" for cell in cells)


def _show_range(values: Mapping[str, int], show: Callable[[int], str]) -> str:
    return f"{show(values['median'])} ({show(values['least'])}–{show(values['most'])})"


def _tell_result(report: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    for violation in report["violations"]:
        shown = {name: _percent(violation[name]) for name in ("score", "than")}
        yield texts[violation["code"]].format(**{**violation, **shown})
    if report["violations"]:
        yield texts["failed"].format(count=len(report["violations"]))
    elif not report["undeclared"]:
        yield texts["passed"]
    if report["seeds"] < FEWEST_SEEDS or set(report["robots"]) != set(ROBOTS):
        yield texts["short"].format(fewest=FEWEST_SEEDS)
    if report["undeclared"]:
        yield from _wrap(texts["undeclared"].format(missing=", ".join(report["undeclared"])))


def _percent(per_mille: int) -> str:
    """Rounded down: 59.9 is not 60."""
    return str(per_mille // 10)


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
