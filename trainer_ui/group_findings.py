"""What a class had in common: findings that many share, posts that many left, and the best replies to one post."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.core.timeline import Timeline
from scoring.core.rubric import MARKABLE, OVERALL, value_step
from scoring.core.scorecard import weigh
from scoring.queries.marks import GivenMark, Key, list_marks, marks_by_reply
from scoring.sentences import Explanation
from trainer_ui.findings import ShownFinding, show_findings
from trainer_ui.group_debriefs import GroupRun
from trainer_ui.moments import list_zeroed

BEST = 3
MOST_SHARED = 6
BAD = frozenset({"critical", "bad", "copied"})


@dataclass(frozen=True, slots=True)
class SharedFinding:
    """A rule that held in `runs` of the runs, at least two; `example` is a reply in which it did."""

    text: Explanation
    kind: str
    runs: int
    example: str


@dataclass(frozen=True, slots=True)
class LeftPost:
    """A post that `runs` of the runs left unanswered."""

    name: str
    text: str
    runs: int


@dataclass(frozen=True, slots=True)
class PostChoice:
    """A scripted post that several answered."""

    key: str
    name: str
    text: str
    replies: int


@dataclass(frozen=True, slots=True)
class BestReply:
    """`value` is per mille: what coaches gave it overall or, where none has marked it (not `is_marked`), what the score
    makes of its words. `good` is what was found to its praise, `remarks` what coaches wrote about it."""

    label: str
    words: str | None
    value: int
    is_marked: bool
    good: Sequence[ShownFinding]
    remarks: Sequence[str]


def list_shared(group: Sequence[GroupRun], *, language: str) -> tuple[list[SharedFinding], list[SharedFinding]]:
    """(what hurt, what helped) in two runs or more, what most share first. Waits are not among them."""
    runs: dict[str, set[int]] = defaultdict(set)
    first: dict[str, tuple[ShownFinding, str]] = {}
    for each in group:
        played = each.played
        for seq in played.marks:
            words = each.show(played.state.replies[seq].words)
            findings = played.assessments.get(seq, {"findings": ()})["findings"]
            for found in show_findings(findings, language=language, names=played.names):
                if found.criterion != "speed" and words is not None:
                    runs[found.rule].add(each.run.pk)
                    first.setdefault(found.rule, (found, words))
    shared = [
        SharedFinding(first[rule][0].text, first[rule][0].kind, len(runs[rule]), first[rule][1])
        for rule in sorted(first, key=lambda rule: (-len(runs[rule]), rule))
        if len(runs[rule]) > 1
    ]
    hurt = [each for each in shared if each.kind in BAD]
    helped = [each for each in shared if each.kind == "good"]
    return hurt[:MOST_SHARED], helped[:MOST_SHARED]


def list_left(group: Sequence[GroupRun]) -> list[LeftPost]:
    """The posts that two runs or more left unanswered, those of most runs first."""
    counts: dict[str, int] = defaultdict(int)
    shown: dict[str, tuple[str, str]] = {}
    for each in group:
        for key in {item["post"] for item in each.played.card["unanswered"]}:
            post = each.played.state.posts[key]
            counts[key] += 1
            shown.setdefault(key, (each.played.state.cast[post.persona]["name"], post.text))
    keys = sorted((key for key in counts if counts[key] > 1), key=lambda key: (-counts[key], key))
    return [LeftPost(*shown[key], counts[key]) for key in keys[:MOST_SHARED]]


def list_choices(group: Sequence[GroupRun], timeline: Timeline) -> list[PostChoice]:
    """The scripted posts that two or more answered, in their order."""
    found: dict[str, list[GroupRun]] = defaultdict(list)
    for each in group:
        for key in {each.played.state.replies[seq].post for seq in each.played.marks}:
            found[key].append(each)
    choices = []
    for post in timeline.posts:
        if len(found[post.key]) > 1:
            state = found[post.key][0].played.state
            shown = state.posts[post.key]
            choices.append(PostChoice(post.key, state.cast[shown.persona]["name"], shown.text, len(found[post.key])))
    return choices


def list_best(group: Sequence[GroupRun], *, post: str, language: str) -> list[BestReply]:
    """The best replies to `post`, one of each trainee at most; never one that counts zero."""
    marks = marks_by_reply(list_marks([each.run for each in group]))
    found = [best for each in group if (best := _find_best(each, post=post, marks=marks, language=language))]
    return sorted(found, key=lambda best: (-best.value, not best.is_marked))[:BEST]


def _find_best(
    each: GroupRun, *, post: str, marks: Mapping[Key, Sequence[GivenMark]], language: str
) -> BestReply | None:
    played = each.played
    zeroed = list_zeroed(played.card)
    replies = [seq for seq in played.marks if played.state.replies[seq].post == post and seq not in zeroed]
    shown = [_show(seq, each, given=marks.get((each.run.pk, seq), ()), language=language) for seq in replies]
    return max(shown, key=lambda best: best.value, default=None)


def _show(seq: int, each: GroupRun, *, given: Sequence[GivenMark], language: str) -> BestReply:
    played = each.played
    assessment = played.assessments.get(seq, {"findings": (), "criteria": {}})
    steps = [value_step(mark.steps[OVERALL]) for mark in given if mark.steps.get(OVERALL)]
    worth = {name: value for name, value in assessment["criteria"].items() if name in MARKABLE}
    scored = weigh(worth, played.card["weights"])
    findings = show_findings(assessment["findings"], language=language, names=played.names)
    return BestReply(
        label=each.label,
        words=each.show(played.state.replies[seq].words),
        value=round(sum(steps) / len(steps)) if steps else scored or 0,
        is_marked=bool(steps),
        good=[found for found in findings if found.kind == "good" and found.criterion != "speed"],
        remarks=[mark.remark for mark in given if mark.remark],
    )
