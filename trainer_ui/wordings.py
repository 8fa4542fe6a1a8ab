"""What replies said before they were corrected, with the critical errors that stood there: those count for good."""

from scoring.models import Override
from scoring.queries.marks import Verdict
from scoring.sentences import explain_finding
from simulator.core.events import canonical
from simulator.core.state import ReplyState
from trainer_ui.played import PlayedRun
from trainer_ui.shown import Wording


def list_earlier(reply: ReplyState, played: PlayedRun, *, language: str) -> list[Wording]:
    """The earlier wordings of `reply`, the first one first."""
    said, seqs = played.said, [reply.seq, *reply.corrections]
    return [
        Wording(said[seq].words, said[then].at_ms, _name_errors(seq, played, language=language))
        for seq, then in zip(seqs, seqs[1:], strict=False)
    ]


def _name_errors(seq: int, played: PlayedRun, *, language: str) -> list[str]:
    """The critical errors of the words of event `seq`, but for those that a coach has lifted."""
    assessment = played.wordings.get(seq)
    titles = (
        explain_finding(found["rule"], language=language, params=found["params"]).title
        for found in (assessment["findings"] if assessment else ())
        if found["critical"] and not _is_lifted(played.verdicts.get((seq, found["rule"], canonical(found["params"]))))
    )
    return list(dict.fromkeys(titles))


def _is_lifted(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.verdict == Override.LIFTED
