"""A trainee's acts as jobs: who waits for each, since when it could be begun, and what had to come before.

Rules kept here: a reply could be begun once what it answers had appeared, and the facts that it tells or that were
asked for were known; what an act brought about follows it; acts in one conversation keep their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isqrt

from scoring.core.declared import NEXT_MS, WRITING_MS, weigh
from scoring.core.moods import Moods
from scoring.core.serving import Job
from simulator.core.events import Event
from simulator.core.state import PostState, State

REPLY, ESCALATE, TREAT, RESOLVE = "ReplySent", "Escalated", "Treated", "Resolved"
PUBLISH, UPDATE = "NoticePublished", "NoticeUpdated"
ACTS = frozenset({REPLY, ESCALATE, TREAT, RESOLVE, PUBLISH, UPDATE})
DANGER_WEIGHT = 4_000
"""More than anybody's reach times anger comes to, of which the root counts: four times as many weigh twice as much."""


class JobReader:
    """Makes jobs of acts. `done` maps the seq of each to when it was done."""

    def __init__(
        self, state: State, events: Sequence[Event], moods: Moods, done: Mapping[int, int], begun_ms: int
    ) -> None:
        self._state, self._moods, self._done, self._begun_ms = state, moods, done, begun_ms
        self._before: dict[tuple[str, str], int] = {}
        self._told = {e.data["reply"]: e.data.get("heard", {}).get("facts", ()) for e in events if "reply" in e.data}
        self._brought = _list_brought(state, events)

    def read(self, act: Event) -> Job:
        """The act as a job, but for the time that it took."""
        job, data = Job(act.seq, act.data.get("post", ""), act.kind, 0, self._begun_ms), act.data
        if act.kind == RESOLVE:
            before = [seq for (thread, _), seq in self._before.items() if thread == data["thread"]]
            return replace(job, after=tuple(sorted(before)))
        post = None if "topic" in data else self._state.posts[data["post"]]
        talk = (post.thread, post.persona) if post else ("", data["topic"])
        after, self._before[talk] = self._before.get(talk), act.seq
        if post is None:
            job = replace(job, came_ms=self._known(self._told.get(act.seq, ()), until_ms=act.at_ms))
        else:
            job = self._about(job, self._list_asked(act, post), until_ms=act.at_ms)
            if post.is_coached or not _is_waited_for(act, post):
                job = replace(job, weight=0)
        return replace(job, after=(after,) if after else ())

    def miss(self, post: PostState, took_ms: int) -> Job:
        """The reply to `post` that was never made."""
        return self._about(Job(0, post.key, REPLY, took_ms, 0), [post], until_ms=self._begun_ms)

    def _list_asked(self, act: Event, post: PostState) -> list[PostState]:
        """The posts that an act was for: of a reply all that it was the first to answer and that needed it."""
        posts = (self._state.posts[key] for key in self._state.threads[post.thread].posts)
        asked = [each for each in posts if each.answered_by[:1] == [act.seq] and each.needs.answer]
        asked = [each for each in asked if not each.is_coached] or asked
        return asked if act.kind == REPLY and asked else [post]

    def _about(self, job: Job, asked: Sequence[PostState], *, until_ms: int) -> Job:
        """Who waits is the first of them. It can be begun once the last is there, but for what only silence brought,
        and once what is told or asked for is known, if that was before `until_ms`.
        """
        first = asked[0]
        facts = (*first.needs.facts, *self._told.get(job.seq, ()))
        since_ms = [post.at_ms for post in asked if self._brought.get(post.key) != 0]
        since_ms += [first.at_ms, self._known(facts, until_ms=until_ms)]
        cause = self._brought.get(first.key, 0)
        follows = cause if cause in self._done else 0
        weight, free_ms = self._weigh(first)
        return replace(
            job,
            came_ms=first.at_ms - (self._done[follows] if follows else 0),
            lead_ms=max(since_ms) - first.at_ms,
            follows=follows,
            target_ms=None if first.target_ms is None else first.target_ms - first.at_ms,
            weight=weight,
            free_ms=free_ms,
        )

    def _known(self, facts: Iterable[str], *, until_ms: int) -> int:
        """When the last of these facts was known that was known by then."""
        known = [fact.at_ms for key in facts if (fact := self._state.facts.get(key)) and fact.at_ms <= until_ms]
        return max([self._begun_ms, *known])

    def _weigh(self, post: PostState) -> tuple[int, int]:
        """What a millisecond of this wait costs, and how long it is free."""
        if post.needs.danger:
            return DANGER_WEIGHT, 0
        if post.target_ms is None:
            return 0, 0
        persona = self._state.plan.personas.get(post.persona)
        heard_by, anger = persona.reach if persona else 0, self._moods.at(post.persona, post.at_ms)
        return isqrt(weigh(heard_by, anger)), max(0, post.target_ms - post.at_ms - WRITING_MS - NEXT_MS)


def _is_waited_for(act: Event, post: PostState) -> bool:
    """Whether the post needs what was done: the first answer to who needs one, the desk, or to be put out of sight."""
    needs = post.needs
    if act.kind == REPLY:
        return needs.answer and post.answered_by[:1] == [act.seq]
    if act.kind == ESCALATE:
        return bool(needs.desk or needs.danger)
    return needs.treatment in ("hide", "report", "block") and act.data["as"] != "left_alone"


def _list_brought(state: State, events: Iterable[Event]) -> dict[str, int]:
    """Of each post that a reaction brought, the act that was its cause; 0 where it was none, but silence or time."""
    causes: dict[tuple[str, str], int] = {}
    brought: dict[str, int] = {}
    for event in events:
        data = event.data
        if event.kind == "ReactionFired":
            causes[data["reaction"], ""] = causes[data["reaction"], data["post"]] = data.get("cause", 0)
        elif event.kind == "PostAppeared" and data.get("reaction"):
            line = state.lines.get(data["post"])
            brought[data["post"]] = causes.get((data["reaction"], line.about if line else ""), 0)
    return brought
