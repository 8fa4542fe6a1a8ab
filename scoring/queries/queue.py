"""What a coach is to mark: the replies of their classes and certifications, post by post, and why each was drawn."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from people.models import User
from scenarios.core.timeline import Timeline
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline
from scoring.core.drawing import Candidate, find_reasons, shuffle
from scoring.queries.marks import GivenMark, Key, list_marks, marks_by_reply
from scoring.queries.replies import SentReply, list_replies, load_versions, runs_marked_by
from simulator.models import Run, RunEvent


@dataclass(frozen=True, slots=True)
class AskedPost:
    """A post as it was shown in one run: who wrote it, and what; `text` is None where it is erased."""

    name: str
    handle: str
    text: str | None
    thread: str
    at_ms: int
    seq: int


@dataclass(frozen=True, slots=True)
class PostGroup:
    """All replies to one post, by whomever, in an order that tells nothing of them. `id` names the post in addresses.
    `reasons` by reply says why it was drawn; those that are not in it were not. `marks` are those that count."""

    id: str
    version: ScenarioVersion
    post: str
    replies: Sequence[SentReply]
    reasons: Mapping[Key, tuple[str, ...]]
    marks: Mapping[Key, Sequence[GivenMark]]

    @property
    def timeline(self) -> Timeline:
        return load_timeline(self.version)

    def list_open(self, coach: User) -> list[SentReply]:
        """The drawn replies that `coach` has not marked; what was erased nobody can mark any more."""
        return [
            reply
            for reply in self.replies
            if reply.key in self.reasons and reply.text is not None and self.find_mark(reply, coach=coach) is None
        ]

    def find_mark(self, reply: SentReply, *, coach: User) -> GivenMark | None:
        return next((mark for mark in self.marks.get(reply.key, ()) if mark.coach_id == coach.pk), None)


def list_queue(coach: User) -> list[PostGroup]:
    """The posts that were answered in runs that `coach` may mark: the groups with the most open replies first, those
    without a drawn one last."""
    runs = list(runs_marked_by(coach))
    groups = group_replies(runs, coach=coach)
    return sorted(groups, key=lambda group: (-len(group.list_open(coach)), -len(group.reasons), group.id))


def group_replies(runs: Sequence[Run], *, coach: User) -> list[PostGroup]:
    """The replies of `runs`, which `coach` may mark, by post."""
    versions = load_versions(runs)
    for run in runs:
        run.version = versions[run.version_id]
    replies = list_replies(runs)
    marks = marks_by_reply(list_marks(runs))
    said = _read_said(runs)
    groups: dict[str, list[SentReply]] = defaultdict(list)
    for reply in replies:
        groups[_name_group(reply, said)].append(reply)
    return [
        PostGroup(
            id=id,
            version=found[0].run.version,
            post=found[0].post,
            replies=_order(found, coach=coach),
            reasons={reply.key: reasons for reply in found if (reasons := list_reasons(reply))},
            marks={reply.key: marks[reply.key] for reply in found if reply.key in marks},
        )
        for id, found in groups.items()
    ]


def list_reasons(reply: SentReply) -> tuple[str, ...]:
    """Why `reply` is to be marked; empty: it was not drawn, as nothing is where a scenario teaches the desk."""
    timeline = load_timeline(reply.run.version)
    candidate = Candidate(
        key=reply.digest,
        is_critical=bool(reply.critical),
        is_objected=bool(reply.objections),
        criteria=reply.criteria,
        words=len((reply.text or "").split()),
        heard=sum(not rule.startswith("speed.") for _, rule, _ in reply.findings),
    )
    return () if timeline.guide else find_reasons(candidate, weights=timeline.weights, pass_mark=timeline.pass_mark)


def read_posts(runs: Iterable[int], *, post: str | None = None) -> dict[tuple[int, str], AskedPost]:
    """(run, post) → as it was shown; only `post`, where one is named."""
    rows = RunEvent.objects.filter(run__in=set(runs), kind="PostAppeared")
    if post is not None:
        rows = rows.filter(data__contains=f'"post":{json.dumps(post, ensure_ascii=False)}')
    shown = {}
    for run, seq, at_ms, data_text, words in rows.values_list("run", "seq", "at_ms", "data", "words__text"):
        data: dict[str, Any] = json.loads(data_text)
        text = data["text"] if data["text"] is not None else words
        shown[run, data["post"]] = AskedPost(data["name"], data["handle"], text, data["thread"], at_ms, seq)
    return shown


def _order(replies: Sequence[SentReply], *, coach: User) -> list[SentReply]:
    by_digest = {reply.digest: reply for reply in replies}
    return [by_digest[digest] for digest in shuffle(list(by_digest), seed=f"coach {coach.pk}")]


def _name_group(reply: SentReply, said: Mapping[tuple[int, str], str]) -> str:
    """A scripted post is the same in every run of its version; the crowd's only in runs of the same seed, and a coach's
    where they said the same."""
    said_so = said.get((reply.run.pk, reply.post))
    if said_so is not None:
        name = said_so
    elif any(post.key == reply.post for post in load_timeline(reply.run.version).posts):
        name = f"post {reply.post}"
    else:
        name = f"crowd {reply.run.seed} {reply.post}"
    return blake2b(f"{reply.run.version_id}\x1f{name}".encode(), digest_size=8).hexdigest()


def _read_said(runs: Sequence[Run]) -> dict[tuple[int, str], str]:
    """What coaches let people say in these runs, by run and post."""
    rows = RunEvent.objects.filter(run__in=runs, kind="PostAppeared", words__isnull=False)
    said = {}
    for run, data_text, words in rows.values_list("run", "data", "words__text"):
        data = json.loads(data_text)
        said[run, data["post"]] = f"said {data['name']} {words}"
    return said
