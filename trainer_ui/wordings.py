"""What replies said before they were corrected, with the critical errors that stood there: those count for good."""

from collections.abc import Mapping
from typing import Any

from scoring.sentences import explain_finding
from simulator.core.state import ReplyState
from trainer_ui.played import PlayedRun
from trainer_ui.shown import Wording


def list_earlier(reply: ReplyState, played: PlayedRun, *, language: str) -> list[Wording]:
    """The earlier wordings of `reply`, the first one first."""
    said, seqs = played.said, [reply.seq, *reply.corrections]
    return [
        Wording(said[seq].words, said[then].at_ms, _name_errors(played.wordings.get(seq), language=language))
        for seq, then in zip(seqs, seqs[1:], strict=False)
    ]


def _name_errors(assessment: Mapping[str, Any] | None, *, language: str) -> list[str]:
    findings = assessment["findings"] if assessment else ()
    titles = (
        explain_finding(found["rule"], language=language, params=found["params"]).title
        for found in findings
        if found["critical"]
    )
    return list(dict.fromkeys(titles))
