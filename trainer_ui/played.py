"""A run that was played, with everything that its debrief looks up: state, scorecard, names and marks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenarios.core.timeline import Channel, Timeline
from scenarios.core.variables import fill
from scoring.core.moods import Moods
from scoring.queries.marks import Verdict
from scoring.queries.replies import Named
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import PostState, ReplyState, State, start_state
from trainer_ui.comparing import ParWait
from trainer_ui.core.marking import letter
from trainer_ui.findings import Names
from trainer_ui.shown import CoachMark, ShownPicture

ACTS = frozenset(
    {
        "NoteWritten",
        "HintAsked",
        "Assigned",
        "Escalated",
        "DeskAnswered",
        "Treated",
        "Unblocked",
        "Resolved",
        "ArticleProposed",
        "Tagged",
        "Untagged",
        "ThreadClosed",
        "CustomerIdentified",
        "NoticePublished",
        "NoticeUpdated",
    }
)
"""Kinds of what was done beside replies, and of what the house and the moderators did about it."""


NOT_ASSESSED: Mapping[str, Any] = {"findings": [], "criteria": {}}


@dataclass(frozen=True, slots=True)
class PlayedRun:
    """`due_ms` is until when a post had to be answered (run time, by post); `assessments` and `marks`, the letters,
    are those of the replies as they stand, by seq; `wordings` is what was found in each wording, by the seq of the
    event that has it, and `said` are these events and the deletions; `models` holds what the score says of the model
    reply to a post, by post. `heats` are (run time, heat in points) from the start on, `moods` how cross each person
    was at any time, `acts` what was done beside replies and what came of it, `pictures` what posts show, `desks`
    their names. `objections` are the findings that the trainee said are wrong. `par` is what each post's wait was for
    the expert, `par_closings` what the wait for the end of a thread in public was. `coach_marks` are what coaches made
    of replies, by seq, `verdicts` what they decided about findings.
    """

    timeline: Timeline
    state: State
    card: Mapping[str, Any]
    models: Mapping[str, Mapping[str, Any]]
    channels: Mapping[str, Channel]
    due_ms: Mapping[str, int | None]
    assessments: Mapping[int, Mapping[str, Any]]
    wordings: Mapping[int, Mapping[str, Any]]
    said: Mapping[int, Event]
    marks: Mapping[int, str]
    names: Names
    heats: Sequence[tuple[int, int]]
    moods: Moods
    acts: Sequence[Event]
    pictures: Mapping[str, ShownPicture]
    desks: Mapping[str, str]
    objections: Collection[tuple[int, str, str]]
    par: Mapping[str, ParWait] = field(default_factory=dict)
    par_closings: Mapping[str, ParWait] = field(default_factory=dict)
    coach_marks: Mapping[int, Sequence[CoachMark]] = field(default_factory=dict)
    verdicts: Mapping[Named, Verdict] = field(default_factory=dict)

    def fill(self, text: str | None, *, post: PostState) -> str | None:
        """A text of the scenario with its variables filled in for who wrote `post`."""
        if text is None:
            return None
        values = {**self.state.cast[post.persona], "brand": self.timeline.brand.name, "agent": self.state.agent}
        return fill(text, values)

    def list_asked(self, reply: ReplyState) -> list[PostState]:
        """The posts that `reply` was the first to answer, and the one it went to."""
        first = [post for post in self.state.posts.values() if post.answered_by[:1] == [reply.seq]]
        asked = {post.key: post for post in (*first, self.state.posts[reply.post])}
        return sorted(asked.values(), key=lambda post: post.seq)

    def find_par(self, reply: ReplyState) -> ParWait | None:
        """How long the post that `reply` is timed by waited for the expert: the first of those that needed it."""
        timed = (post for post in self.list_asked(reply) if post.answered_by[:1] == [reply.seq] and post.needs.answer)
        first = next(timed, None)
        return self.par.get(first.key) if first else None


def read_run(
    timeline: Timeline,
    log: Sequence[Event],
    *,
    card: Mapping[str, Any],
    models: Mapping[str, Mapping[str, Any]],
    objections: Collection[tuple[int, str, str]] = (),
    par: Mapping[str, ParWait] | None = None,
    par_closings: Mapping[str, ParWait] | None = None,
) -> PlayedRun:
    """Folds `log`; `card` is the run's scorecard, `models` the assessments of the version's model replies."""
    state = start_state(timeline)
    heats = []
    began: dict[str, int] = {}
    for event in log:
        fold(state, event)
        if event.kind == "RunStarted":
            began = dict(state.told_moods)
        if event.kind in ("RunStarted", "MoodMoved"):
            heats.append((event.at_ms, state.heat))
    wordings = {event.data["reply"]: event.data for event in log if event.kind == "ReplyAssessed"}
    channels = {channel.key: channel for channel in timeline.brand.channels}
    marks = {seq: letter(index) for index, seq in enumerate(card["replies"])}
    return PlayedRun(
        timeline=timeline,
        state=state,
        card=card,
        models=models,
        objections=objections,
        par=par or {},
        par_closings=par_closings or {},
        channels={key: channels[thread.channel] for key, thread in state.threads.items()},
        due_ms={event.data["post"]: event.data["target_ms"] for event in log if event.kind == "PostAppeared"},
        assessments=wordings | {seq: _find_standing(each, wordings) for seq, each in state.replies.items()},
        wordings=wordings,
        said={event.seq: event for event in log if event.kind in ("ReplySent", "ReplyCorrected", "ReplyDeleted")},
        marks=marks,
        heats=heats,
        moods=Moods(began, log),
        acts=[event for event in log if event.kind in ACTS],
        pictures={
            event.data["post"]: ShownPicture(event.seq, event.data["picture"]["alt"])
            for event in log
            if event.kind == "PostAppeared" and "picture" in event.data
        },
        desks={desk.key: desk.name for desk in timeline.brand.desks},
        names=Names(
            {one.key: one.title for one in (*timeline.brand.templates, *timeline.templates, *state.own_templates)},
            marks,
            {fact.key: fact.text for fact in timeline.facts},
        ),
    )


def _find_standing(reply: ReplyState, wordings: Mapping[int, Mapping[str, Any]]) -> Mapping[str, Any]:
    """What was found in `reply` as it stands; what it is worth for speed is that of its first sending."""
    first, last = wordings.get(reply.seq, NOT_ASSESSED), wordings.get(reply.last, NOT_ASSESSED)
    speed = {"speed": first["criteria"]["speed"]} if "speed" in first["criteria"] else {}
    return {**last, "criteria": {} if reply.deleted else {**last["criteria"], **speed}}
