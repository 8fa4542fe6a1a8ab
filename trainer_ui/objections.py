"""What trainees hold for wrong, as a coach reads it: by rule, those with the most objections first."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from people.models import User
from scoring.queries import SentObjection, objections_for
from scoring.sentences import explain_finding


@dataclass(frozen=True, slots=True)
class DisputedRule:
    """A rule by its name, and what was said against it, the newest first."""

    key: str
    title: str
    objections: Sequence[SentObjection]


def list_objections(coach: User, *, language: str) -> list[DisputedRule]:
    by_rule: dict[str, list[SentObjection]] = {}
    for sent in objections_for(coach):
        by_rule.setdefault(sent.rule, []).append(sent)
    rules = [DisputedRule(rule, explain_finding(rule, language=language).title, sent) for rule, sent in by_rule.items()]
    return sorted(rules, key=lambda each: -len(each.objections))


def read_params(text: str) -> Mapping[str, Any] | None:
    """The parameters of a finding as a form sends them back; None where that is no such thing."""
    try:
        params = json.loads(text)
    except ValueError:
        return None
    return params if isinstance(params, dict) else None
