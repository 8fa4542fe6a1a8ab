"""What coaches made of a run, as its debrief shows it: marks below replies, the score without what was lifted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from scoring.core.overriding import recount
from scoring.core.rubric import OVERALL, list_criteria
from scoring.models import Override
from scoring.queries.marks import GivenMark, list_verdicts
from simulator.core.events import canonical
from trainer_ui.core.marking import GRAPHEME
from trainer_ui.criteria import name_criterion
from trainer_ui.played import PlayedRun
from trainer_ui.rubrics import describe_step, name_marked
from trainer_ui.shown import CoachMark, GivenStep, MarginWords, Recounted


def add_marks(played: PlayedRun, marks: Sequence[GivenMark], *, language: str) -> PlayedRun:
    """`played` with `marks`, those of its run that count, the oldest first."""
    shown: dict[int, list[CoachMark]] = defaultdict(list)
    for mark in marks:
        shown[mark.key[1]].append(_show(mark, played, language=language))
    verdicts = {name: each for found in list_verdicts(marks).values() for name, each in found.items()}
    return replace(played, coach_marks=dict(shown), verdicts=verdicts)


def recount_lifted(played: PlayedRun) -> Recounted | None:
    """What the score would be without what coaches lifted; None where that changes nothing."""
    lifted: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for (wording, rule, params), verdict in played.verdicts.items():
        if verdict.verdict == Override.LIFTED and wording in played.wordings:
            lifted[wording] += [
                each
                for each in played.wordings[wording]["findings"]
                if (each["rule"], canonical(each["params"])) == (rule, params)
            ]
    if not lifted:
        return None
    card, replies = played.card, played.state.replies
    counted = recount(
        card,
        standing={seq: played.wordings.get(reply.last, {"findings": ()})["findings"] for seq, reply in replies.items()},
        lifted=lifted,
        wordings={seq: reply.last for seq, reply in replies.items()},
        zeroed=_list_noticed(played),
    )
    changed = [
        (name_criterion(name), card["criteria"][name], value)
        for name, value in counted["criteria"].items()
        if value != card["criteria"][name]
    ]
    return Recounted(counted["score"], changed) if changed else None


def _list_noticed(played: PlayedRun) -> set[str]:
    """The threads that are zero for what stands in a notice about them: nobody marks notices."""
    state = played.state
    wrong = {error["reply"] for error in played.card["critical"]}
    topics = {notice.topic for notice in state.notices.values() if wrong & set(notice.seqs)}
    return {key for key, thread in state.threads.items() if thread.topic in topics}


def _show(mark: GivenMark, played: PlayedRun, *, language: str) -> CoachMark:
    order = (*list_criteria(played.timeline.weights), OVERALL)
    reply = played.state.replies.get(mark.key[1])
    letters = GRAPHEME.findall(reply.words or "") if reply is not None else []
    return CoachMark(
        coach=mark.coach,
        given_at=mark.given_at,
        steps=[
            GivenStep(name_marked(key, language=language), step or None, describe_step(key, step, language=language))
            for key in order
            if (step := mark.steps.get(key)) is not None
        ],
        words=mark.remark,
        notes=[MarginWords("".join(letters[note.start : note.end]), note.text) for note in mark.notes if note.text],
    )
