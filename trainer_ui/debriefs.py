"""Makes a debrief: every reply with what was found in it, what nobody answered, how the score came about."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from scenarios.queries import load_timeline, model_assessments
from scoring.core import renew
from scoring.models import Scorecard, Twins
from scoring.queries import objections_to, read_assessments
from simulator.core.state import PostState
from simulator.models import Run
from simulator.queries import read_log
from trainer_ui.comparing import compare_with_twins, read_par_waits
from trainer_ui.core.marking import cut_text
from trainer_ui.criteria import explain_score, list_criteria, name_values
from trainer_ui.doings import list_doings, list_notices, show_post, show_reply
from trainer_ui.findings import ShownFinding, dispute, show_findings, worst_kind
from trainer_ui.moods import draw_moods
from trainer_ui.origins import show_origins
from trainer_ui.played import PlayedRun, read_run
from trainer_ui.shelves import pick
from trainer_ui.shown import Debrief, GivenScore, MarkedPiece, Missed, Moment, OtherAnswer
from trainer_ui.time_lines import draw_run, list_rows
from trainer_ui.triages import show_triage


def make_debrief(run: Run, card: Scorecard, twins: Twins, *, language: str) -> Debrief:
    """`language` is the page's; the scenario's texts stay in their own. `card` is one of the run's scorecards, with
    what was found when it was made, whatever the rules say today."""
    data: dict[str, Any] = json.loads(card.data)
    compared: dict[str, Any] = json.loads(twins.data)
    models = model_assessments(run.version, scoring_version=data["scoring"])
    log = renew(read_log(run.pk), read_assessments(card))
    is_same_score = card.scoring_version == twins.scoring_version
    played = read_run(
        load_timeline(run.version),
        log,
        card=data,
        models=models,
        objections=objections_to(card),
        par=read_par_waits(compared) if is_same_score else None,
        par_closings=read_par_waits(compared, closings=True) if is_same_score else None,
    )
    moments = [show_moment(seq, played, language=language) for seq in data["replies"]]
    zeroed = {error["reply"] for error in data["critical"]}
    criteria = list_criteria(data, par=compared["par"]["criteria"] if is_same_score else {})
    return Debrief(
        title=pick(played.timeline.title, language),
        language=played.timeline.language,
        ended_ms=data["ended_ms"],
        scoring=data["scoring"],
        score=data["score"],
        how=explain_score(criteria),
        criteria=criteria,
        critical=[moment for moment in moments if moment.seq in zeroed],
        moments=moments,
        missed=list_missed(played),
        picture=draw_run(played),
        compared=compare_with_twins(data, compared, is_same_score=is_same_score),
        heat=draw_moods(played, compared),
        triage=show_triage(data, played, language=language),
        doings=list_doings(played),
        notices=list_notices(played, language=language),
        rows=list_rows(played),
    )


def list_scores(cards: Sequence[Scorecard]) -> list[GivenScore]:
    """All scores of a run, the one that counts first."""
    return [
        GivenScore(card.revision, card.scoring_version, json.loads(card.data)["score"], card is cards[-1])
        for card in reversed(cards)
    ]


def show_moment(seq: int, played: PlayedRun, *, language: str) -> Moment:
    reply = played.state.replies[seq]
    post = played.state.posts[reply.post]
    assessment = played.assessments.get(seq, {"findings": [], "criteria": {}})
    found = show_findings(assessment["findings"], language=language, names=played.names)
    disputed = dispute(found, seq=seq, objections=played.objections)
    findings = show_origins(disputed, reply.words or "", played)
    return Moment(
        mark=played.marks[seq],
        seq=seq,
        channel=played.channels[reply.thread],
        asked=[show_post(each, played) for each in played.list_asked(reply)],
        reply=replace(show_reply(reply, played), pieces=mark_text(reply.words or "", findings)),
        findings=findings,
        criteria=assessment["criteria"],
        other=show_other(post, played),
        counts_zero=seq in list_zeroed(played.card),
        par=played.find_par(reply) if "speed" in assessment["criteria"] else None,
    )


def list_zeroed(card: Mapping[str, Any]) -> set[int]:
    """The replies that count less than they were worth."""
    evidence = [item for items in card["evidence"].values() for item in items]
    return {item["reply"] for item in evidence if item["reply"] is not None and item["counted"] != item["value"]}


def list_missed(played: PlayedRun) -> list[Missed]:
    """What nobody answered, each person once per thread however often they asked; what was overdue stands first."""
    waiting: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for item in played.card["unanswered"]:
        post = played.state.posts[item["post"]]
        waiting.setdefault((post.thread, post.persona), []).append(item)
    return sorted((show_missed(items, played) for items in waiting.values()), key=lambda each: not each.is_overdue)


def show_missed(items: Sequence[Mapping[str, Any]], played: PlayedRun) -> Missed:
    first, *again = [played.state.posts[item["post"]] for item in items]
    return Missed(
        post=show_post(first, played),
        channel=played.channels[first.thread],
        wait_ms=items[0]["wait_ms"],
        is_overdue=bool(items[0]["overdue"]),
        other=show_other(first, played),
        again=[show_post(post, played) for post in again],
        par=played.par.get(first.key),
    )


def show_other(post: PostState, played: PlayedRun) -> OtherAnswer:
    needs = post.needs
    assessment = played.models.get(post.key, {"criteria": {}})
    return OtherAnswer(played.fill(needs.model, post=post), name_values(assessment["criteria"]), needs.then)


def mark_text(text: str, findings: Sequence[ShownFinding]) -> list[MarkedPiece]:
    """`text` in pieces, each marked as the worst of what was found there."""
    kinds = {finding.number: finding.kind for finding in findings}
    spans = [(finding.number, span) for finding in findings for span in finding.spans]
    return [
        MarkedPiece(piece.text, worst_kind([kinds[number] for number in piece.findings]), piece.ending)
        for piece in cut_text(text, spans)
    ]
