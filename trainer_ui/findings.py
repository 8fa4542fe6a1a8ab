"""What was found in a reply, as the debrief shows it: once per rule, in words, the worst first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from scoring.models import Override
from scoring.queries.marks import Verdict
from scoring.sentences import Explanation, explain_finding
from simulator.core.events import canonical
from simulator.core.own_templates import OWN
from trainer_ui.templatetags.desk import points as to_points

COPIED = frozenset({"individuality.template", "individuality.repeated", "individuality.earlier_run"})
GOOD = frozenset({"substance.stated", "substance.rumour_corrected", "substance.strategy_right", "privacy.closing_note"})
"""Rules that praise without points."""
SEVERITY = ("critical", "bad", "copied", "hint", "good")
Found = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """Where keys and numbers of the log become what people call them: templates' titles, replies' marks."""

    templates: Mapping[str, str]
    marks: Mapping[int, str]
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Words of a reply and those they repeat; None where these are erased."""

    here: str
    there: str | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What a coach decided about a finding: whether it is lifted, why ("" for no reason, or an erased one), and who."""

    is_lifted: bool
    reason: str
    coach: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One rule and the places it holds for. `spans` count graphemes of the reply; none: it is about the whole of it.

    `points` are of 100, signed; None where the rule itself counts none. `rule` and `params`, canonical JSON, name it to
    the server; `is_disputed`: the trainee said that it is wrong; `repeated`: what is repeated, beside where it stood;
    `decided`: what a coach said of it, None where none has.
    """

    number: int
    criterion: str
    kind: str
    spans: Sequence[tuple[int, int]]
    points: str | None
    text: Explanation
    rule: str = ""
    params: str = "{}"
    is_disputed: bool = False
    repeated: Sequence[Repeated] = ()
    decided: Decided | None = None


def show_findings(findings: Sequence[Found], *, language: str, names: Names) -> list[ShownFinding]:
    """The findings of one reply, those of the same rule and parameters together."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for finding in findings:
        groups.setdefault((finding["rule"], repr(sorted(finding["params"].items()))), []).append(finding)
    ordered = sorted(groups.values(), key=lambda group: (SEVERITY.index(kind_of(group)), first_place(group)))
    return [show_group(number, group, language=language, names=names) for number, group in enumerate(ordered, start=1)]


def show_group(number: int, group: Sequence[Found], *, language: str, names: Names) -> ShownFinding:
    first = group[0]
    text = explain_finding(first["rule"], language=language, params=name_params(first["params"], names=names))
    return ShownFinding(
        number=number,
        criterion=first["criterion"],
        kind=kind_of(group),
        spans=[(found["span"][0], found["span"][1]) for found in group if found["span"]],
        points=sign_points(sum(found["points"] for found in group)),
        text=replace(text, advice="") if is_praise(group) else text,
        rule=first["rule"],
        params=canonical(first["params"]),
    )


def dispute(
    findings: Sequence[ShownFinding], *, seq: int, objections: Collection[tuple[int, str, str]]
) -> list[ShownFinding]:
    """`findings` of the reply `seq` with what its author said is wrong."""
    return [replace(found, is_disputed=(seq, found.rule, found.params) in objections) for found in findings]


def decide(
    findings: Sequence[ShownFinding], *, seq: int, verdicts: Mapping[tuple[int, str, str], Verdict]
) -> list[ShownFinding]:
    """`findings` of the words of event `seq` with what coaches decided about them."""
    return [replace(found, decided=show_verdict(verdicts.get((seq, found.rule, found.params)))) for found in findings]


def show_verdict(verdict: Verdict | None) -> Decided | None:
    if verdict is None:
        return None
    return Decided(verdict.verdict == Override.LIFTED, verdict.reason, verdict.coach, verdict.given_at)


def name_params(params: Mapping[str, Any], *, names: Names) -> dict[str, Any]:
    """`params` with a template's title for its key and an earlier reply's mark for its number."""
    named = dict(params)
    if "template" in params:
        named["template"] = names.templates.get(params["template"]) or _name_lost(params["template"])
    if "fact" in params:
        named["fact"] = names.facts.get(params["fact"], params["fact"])
    if "reply" in params:
        named["reply"] = names.marks.get(params["reply"], "?")
    return named


def _name_lost(key: str) -> str:
    """Of an own template whose words are erased there is no title any more; its key is nobody's business."""
    return gettext("(erased)") if key.startswith(OWN) else key


def kind_of(group: Sequence[Found]) -> str:
    if any(found["critical"] for found in group):
        return "critical"
    if group[0]["rule"] in COPIED:
        return "copied"
    if is_praise(group):
        return "good"
    points = sum(found["points"] for found in group)
    return "hint" if points == 0 else "good" if points > 0 else "bad"


def is_praise(group: Sequence[Found]) -> bool:
    """Whether this says only that something is as it should be: there is nothing to advise then."""
    return is_in_time(group) or group[0]["rule"] in GOOD


def is_in_time(group: Sequence[Found]) -> bool:
    """Whether this says only that a reply came in time."""
    return all(found["rule"] == "speed.wait" and found["points"] == 0 for found in group)


def first_place(group: Sequence[Found]) -> int:
    return min(found["span"][0] if found["span"] else 0 for found in group)


def worst_kind(kinds: Sequence[str]) -> str:
    """The kind that a piece of text is marked as where several findings overlap; "" where nothing was found."""
    return min(kinds, key=SEVERITY.index, default="")


def sign_points(per_mille: int) -> str | None:
    """-150 → "−15", 0 → None. With a real minus sign, which screen readers say."""
    if per_mille == 0:
        return None
    return f"+{to_points(per_mille)}" if per_mille > 0 else f"−{to_points(-per_mille)}"
