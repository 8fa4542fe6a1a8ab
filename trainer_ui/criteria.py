"""The criteria of a scorecard, and in a sentence how each value came about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext, pgettext

from scenarios.core.vocabulary import CRITERIA
from scoring.core.waits import CLOSING
from trainer_ui.templatetags.desk import points

ORDER = "order"
"""The kind of the evidence that is about no post."""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """`value` and `par`, the expert's, are per mille, None where they do not apply. `is_headline` marks those that make
    up the overall score."""

    key: str
    name: str
    question: str
    value: int | None
    par: int | None
    weight: int
    is_headline: bool
    how: str


def list_criteria(card: Mapping[str, Any], *, par: Mapping[str, int]) -> list[CriterionRow]:
    """The criteria with a weight, then the others that applied; `par` is what the expert came to in each."""
    rows = [_describe(key, card, par=par.get(key)) for key in CRITERIA]
    shown = [row for row in rows if row.weight or row.value is not None]
    return sorted(shown, key=lambda row: not row.is_headline)


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A criterion's name and its value in per mille."""

    name: str
    value: int


def name_values(criteria: Mapping[str, int]) -> list[NamedValue]:
    """The values of one assessment by name, in the order of the criteria."""
    return [NamedValue(name_criterion(key), criteria[key]) for key in CRITERIA if key in criteria]


def name_criterion(key: str) -> str:
    return {
        "speed": pgettext("criterion", "Speed"),
        "tone": pgettext("criterion", "Tone"),
        "individuality": pgettext("criterion", "Own words"),
        "substance": pgettext("criterion", "Substance"),
        "privacy": pgettext("criterion", "Privacy"),
        "triage": pgettext("criterion", "Triage"),
    }[key]


def explain_score(rows: Sequence[CriterionRow]) -> str:
    """How the overall score came about, down to the weights."""
    parts = [f"{row.name} {points(row.value)} × {row.weight}" for row in rows if row.weight and row.value is not None]
    if not parts:
        return gettext("There was nothing to score in this run.")
    return gettext("Weighted mean of what applies: %(parts)s.") % {"parts": ", ".join(parts)}


def _ask(key: str) -> str:
    return {
        "speed": gettext("Did those who needed an answer get it in time?"),
        "tone": gettext("Would a person feel heard, in this situation?"),
        "individuality": gettext("Is this reply for this person, or is it a template or an earlier reply again?"),
        "substance": gettext("Was it true, and did it answer?"),
        "privacy": gettext("Was what is private kept private?"),
        "triage": gettext("First things first, and everything where it belongs?"),
    }[key]


def _describe(key: str, card: Mapping[str, Any], *, par: int | None) -> CriterionRow:
    weight = card["weights"].get(key, 0)
    evidence = card["evidence"].get(key, [])
    explain = {"speed": _explain_speed, "triage": _explain_triage}.get(key, _explain_mean)
    how = explain(evidence)
    return CriterionRow(key, name_criterion(key), _ask(key), card["criteria"].get(key), par, weight, weight > 0, how)


def _explain_speed(evidence: Sequence[Mapping[str, Any]]) -> str:
    if not evidence:
        return gettext("Does not apply: only waits at speed 1 × are timed, and no answer fell due there.")
    closings = [item for item in evidence if item.get("response") == CLOSING]
    evidence = [item for item in evidence if item.get("response") != CLOSING]
    empty = sum("empty" in item for item in evidence)
    answered = [item for item in evidence if item["reply"] is not None and "empty" not in item]
    in_time = sum(item["wait_ms"] <= item["target_ms"] for item in answered)
    never = len(evidence) - len(answered)
    late = len(answered) - in_time
    head = ngettext("Mean over %(count)d post", "Mean over %(count)d posts", len(evidence)) % {"count": len(evidence)}
    return (
        gettext("%(head)s: %(in_time)d in time, %(late)d late, %(never)d never answered.")
        % {
            "head": head,
            "in_time": in_time,
            "late": late,
            "never": never,
        }
        + _explain_empty(empty)
        + _explain_closings(closings)
        + _explain_zeros([*evidence, *closings])
    )


def _explain_empty(empty: int) -> str:
    """What was sent and still answered nobody."""
    if not empty:
        return ""
    sentence = ngettext(
        "%(count)d of these got a reply that answered nothing.",
        "%(count)d of these got only replies that answered nothing.",
        empty,
    )
    return " " + sentence % {"count": empty}


def _explain_closings(closings: Sequence[Mapping[str, Any]]) -> str:
    if not closings:
        return ""
    in_time = sum(item["wait_ms"] <= item["target_ms"] for item in closings)
    sentence = ngettext(
        "%(count)d thread that was solved in private was to be closed in public: %(in_time)d in time.",
        "%(count)d threads that were solved in private were to be closed in public: %(in_time)d in time.",
        len(closings),
    )
    return " " + sentence % {"count": len(closings), "in_time": in_time}


def _explain_triage(evidence: Sequence[Mapping[str, Any]]) -> str:
    if not evidence:
        return gettext("Does not apply: nothing had to be handed over, left alone, hidden, reported or put in order.")
    posts = [item for item in evidence if item["kind"] != ORDER]
    order = [item for item in evidence if item["kind"] == ORDER]
    parts = []
    if posts:
        mean = ngettext("Mean over %(count)d item of posts", "Mean over %(count)d items of posts", len(posts))
        parts.append(mean % {"count": len(posts)})
    if order:
        parts.append(gettext("order of service %(points)s") % {"points": points(order[0]["value"])})
    sentence = gettext(", and ").join(parts) + "."
    if posts and order:
        sentence += " " + gettext("A bad order weighs as much as all the rest; a good one makes up for nothing.")
    return sentence[0].upper() + sentence[1:] + _explain_zeros(posts)


def _explain_mean(evidence: Sequence[Mapping[str, Any]]) -> str:
    if not evidence:
        return gettext("Does not apply: there was no reply to look at.")
    replies = sum(item["reply"] is not None for item in evidence)
    sentence = ngettext("Mean over %(count)d reply.", "Mean over %(count)d replies.", replies)
    return sentence % {"count": replies} + _explain_untold(len(evidence) - replies) + _explain_zeros(evidence)


def _explain_untold(untold: int) -> str:
    if not untold:
        return ""
    sentence = ngettext(
        "%(count)d post that never got an answer counts zero, because what it asked for was known.",
        "%(count)d posts that never got an answer count zero, because what they asked for was known.",
        untold,
    )
    return " " + sentence % {"count": untold}


def _explain_zeros(evidence: Sequence[Mapping[str, Any]]) -> str:
    zeroed = sum(item["counted"] != item["value"] for item in evidence)
    if not zeroed:
        return ""
    sentence = ngettext(
        "%(count)d of them counts zero because of a critical error in its thread.",
        "%(count)d of them count zero because of a critical error in their thread.",
        zeroed,
    )
    return " " + sentence % {"count": zeroed}
