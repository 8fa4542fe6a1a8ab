"""Makes a debrief: every reply with what was found in it, what nobody answered, how the score came about."""

import json
from collections.abc import Sequence

from django.utils.translation import get_language

from scenarios.core.vocabulary import HELPED
from scenarios.queries import load_timeline, model_assessments
from scoring.core import renew
from scoring.models import Scorecard, Twins
from scoring.queries import objections_to, read_assessments
from scoring.queries.marks import list_marks
from simulator.models import PRACTICE, Run
from simulator.queries import read_log
from trainer_ui.coach_marks import add_marks, recount_lifted
from trainer_ui.comparing import compare_with_twins, read_par_waits
from trainer_ui.criteria import explain_score, list_criteria
from trainer_ui.doings import list_doings, list_notices, show_post
from trainer_ui.helping import NAMES
from trainer_ui.moments import group_moments, list_missed, show_line
from trainer_ui.moods import draw_moods
from trainer_ui.picks import show_picks
from trainer_ui.played import PlayedRun, read_run
from trainer_ui.shelves import pick
from trainer_ui.shown import Debrief, GivenScore
from trainer_ui.time_lines import draw_run, list_rows
from trainer_ui.triages import show_triage


def read_played(run: Run, card: Scorecard, twins: Twins) -> PlayedRun:
    """`run` as `card` scored it: one of its scorecards, with what was found when it was made, whatever the rules say
    today."""
    data, compared = json.loads(card.data), json.loads(twins.data)
    marks = [] if run.mode == PRACTICE else list_marks([run])
    models = model_assessments(run.version, scoring_version=data["scoring"])
    is_same_score = is_comparable(card, twins)
    played = read_run(
        load_timeline(run.version),
        renew(read_log(run.pk), read_assessments(card)),
        card=data,
        models=models,
        objections=objections_to(card),
        par=read_par_waits(compared) if is_same_score else None,
        par_closings=read_par_waits(compared, closings=True) if is_same_score else None,
    )
    return add_marks(played, marks, language=get_language() or "de") if marks else played


def is_comparable(card: Scorecard, twins: Twins) -> bool:
    """Scores of different scoring versions are not held against each other."""
    return card.scoring_version == twins.scoring_version


def make_debrief(run: Run, card: Scorecard, twins: Twins, *, language: str) -> Debrief:
    """`language` is the page's; the scenario's texts stay in their own."""
    played = read_played(run, card, twins)
    data, compared = played.card, json.loads(twins.data)
    is_same_score = is_comparable(card, twins)
    picks = show_picks(played, language=language)
    zeroed = {error["reply"] for error in data["critical"]}
    criteria = list_criteria(data, par=compared["par"]["criteria"] if is_same_score else {})
    return Debrief(
        title=pick(played.timeline.title, language),
        language=played.timeline.language,
        is_guided=bool(played.timeline.guide),
        ended_ms=data["ended_ms"],
        scoring=data["scoring"],
        score=data["score"],
        how=explain_score(criteria),
        criteria=criteria,
        picks=picks,
        critical=[show_line(seq, played) for seq in played.marks if seq in zeroed],
        ignored=[
            show_post(played.state.posts[error["post"]], played) for error in data["critical"] if error.get("post")
        ],
        replies=len(played.marks),
        groups=group_moments(played, picks, language=language),
        missed=list_missed(played),
        picture=draw_run(played),
        compared=compare_with_twins(data, compared, is_same_score=is_same_score),
        heat=draw_moods(played, compared),
        triage=show_triage(data, played, language=language),
        doings=list_doings(played, language=language),
        notices=list_notices(played, language=language),
        rows=list_rows(played),
        recounted=recount_lifted(played),
        help=NAMES[played.state.help] if played.state.help in HELPED else "",
    )


def list_scores(cards: Sequence[Scorecard]) -> list[GivenScore]:
    """All scores of a run, the one that counts first."""
    return [
        GivenScore(card.revision, card.scoring_version, json.loads(card.data)["score"], card is cards[-1])
        for card in reversed(cards)
    ]
