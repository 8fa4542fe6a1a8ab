"""What the score says about a reply: values per criterion, signals and findings. Integers, per mille."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SCORING_VERSION = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that found something.

    `span` is [start, end) in graphemes of the reply as sent, None where the finding is about the whole of it. `points`
    are per mille of the criterion, signed. `critical` findings zero the thread (docs/scoring.md).
    """

    rule: str
    criterion: str
    span: tuple[int, int] | None
    points: int
    params: Mapping[str, Any] = field(default_factory=dict)
    critical: bool = False

    def to_data(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "criterion": self.criterion,
            "span": list(self.span) if self.span else None,
            "points": self.points,
            "params": dict(self.params),
            "critical": self.critical,
        }


@dataclass(frozen=True, slots=True)
class Assessment:
    """`criteria` holds per mille 0..1000; a criterion that does not apply has no key.

    `heard` is what the engine's rules react to (docs/scoring.md), without what is empty.
    """

    criteria: Mapping[str, int]
    signals: Mapping[str, int | str]
    findings: tuple[Finding, ...]
    heard: Mapping[str, Any] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """The data of ReplyAssessed, without the number of the reply."""
        return {
            "scoring": SCORING_VERSION,
            "criteria": dict(self.criteria),
            "signals": dict(self.signals),
            "findings": [finding.to_data() for finding in self.findings],
            "heard": dict(self.heard),
        }
