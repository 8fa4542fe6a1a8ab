"""What a link shows to whoever holds no account: the score, and as its trainee chose, the replies and a name."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.models import Scorecard, Twins
from simulator.models import ShareLink
from trainer_ui.comparing import Compared, compare_with_twins
from trainer_ui.criteria import CriterionRow, explain_score, list_criteria
from trainer_ui.debriefs import is_comparable, read_played
from trainer_ui.moments import show_moment
from trainer_ui.shelves import pick
from trainer_ui.shown import Moment


@dataclass(frozen=True, slots=True)
class SharedDebrief:
    """What trainer_ui/shared.html draws: parts of a Debrief. `name` is "" and `moments` are none unless chosen."""

    name: str
    title: str
    language: str
    ended_ms: int
    scoring: int
    score: int | None
    how: str
    criteria: Sequence[CriterionRow]
    compared: Compared
    moments: Sequence[Moment]


def show_link(link: ShareLink, card: Scorecard, twins: Twins, *, language: str) -> SharedDebrief:
    """`link` as the page shows it in `language`. Replies stand in their order, each with what was found in it."""
    played = read_played(link.run, card, twins)
    data, compared = played.card, json.loads(twins.data)
    is_same_score = is_comparable(card, twins)
    criteria = list_criteria(data, par=compared["par"]["criteria"] if is_same_score else {})
    return SharedDebrief(
        name=link.run.trainee.get_full_name() if link.with_name else "",
        title=pick(played.timeline.title, language),
        language=played.timeline.language,
        ended_ms=data["ended_ms"],
        scoring=data["scoring"],
        score=data["score"],
        how=explain_score(criteria),
        criteria=criteria,
        compared=compare_with_twins(data, compared, is_same_score=is_same_score),
        moments=[show_moment(seq, played, language=language) for seq in played.marks] if link.with_replies else (),
    )
