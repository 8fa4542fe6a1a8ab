"""The moments of a debrief: each reply with what was found in it and what followed, and what nobody answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from simulator.core.state import PostState
from trainer_ui.core.marking import cut_text
from trainer_ui.criteria import name_values
from trainer_ui.doings import show_post, show_reply
from trainer_ui.findings import ShownFinding, decide, dispute, show_findings, worst_kind
from trainer_ui.origins import show_origins
from trainer_ui.played import PlayedRun
from trainer_ui.reactions import show_reaction
from trainer_ui.shown import MarkedPiece, Missed, Moment, MomentGroup, MomentLine, OtherAnswer
from trainer_ui.shown_picks import ShownPicks

FEW = 4
"""Up to so many replies are shown in their order, and none is folded."""


def group_moments(played: PlayedRun, picks: ShownPicks, *, language: str) -> list[MomentGroup]:
    """The worst and the best first, the rest as lines in its order; a few replies all in theirs.

    A line is opened on a page of its own, so that a long run's debrief is as quick as a short one's.
    """

    def show(seqs: Sequence[int]) -> list[Moment]:
        return [show_moment(seq, played, language=language) for seq in seqs]

    seqs = list(played.marks)
    if len(seqs) <= FEW:
        return [MomentGroup("all", show(seqs), ())] if seqs else []
    told = {*picks.worst, *picks.best}
    rest = [show_line(seq, played) for seq in seqs if seq not in told]
    groups = [
        MomentGroup("worst", show(picks.worst), ()),
        MomentGroup("best", show(picks.best), ()),
        MomentGroup("rest", (), rest),
    ]
    return [group for group in groups if group.moments or group.lines]


def show_line(seq: int, played: PlayedRun) -> MomentLine:
    reply = played.state.replies[seq]
    persona = played.state.posts[reply.post].persona
    criteria = played.assessments.get(seq, {"criteria": {}})["criteria"]
    return MomentLine(
        mark=played.marks[seq],
        seq=seq,
        name=played.state.cast[persona]["name"],
        channel=played.channels[reply.thread],
        at_ms=reply.at_ms,
        words=reply.words,
        criteria=criteria,
        par=played.find_par(reply) if "speed" in criteria else None,
    )


def show_moment(seq: int, played: PlayedRun, *, language: str) -> Moment:
    reply = played.state.replies[seq]
    post = played.state.posts[reply.post]
    assessment = played.assessments.get(seq, {"findings": [], "criteria": {}})
    found = show_findings(assessment["findings"], language=language, names=played.names)
    coached = played.card.get("coached", {})
    disputed = dispute(found, seq=reply.last, objections=played.objections)
    decided = decide(disputed, seq=reply.last, verdicts=played.verdicts)
    findings = show_origins(decided, reply.words or "", played)
    return Moment(
        mark=played.marks[seq],
        seq=seq,
        channel=played.channels[reply.thread],
        asked=[show_post(each, played) for each in played.list_asked(reply)],
        wording=reply.last,
        reply=replace(show_reply(reply, played, language=language), pieces=mark_text(reply.words or "", findings)),
        findings=findings,
        criteria=assessment["criteria"],
        line=show_line(seq, played),
        asked_seq=post.seq,
        other=show_other(post, played),
        reaction=show_reaction(seq, played),
        counts_zero=seq in list_zeroed(played.card),
        coach_marks=played.coach_marks.get(seq, ()),
        is_coached=seq in coached.get("replies", ()),
        is_whispered=seq in coached.get("whispered", ()),
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
        seq=first.seq,
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
