"""The replies of many runs at once, with what the score says of them, in as many queries for thirty runs as for one."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet

from people.models import User
from scenarios.models import ScenarioVersion
from scenarios.queries import TEXTS
from scoring.models import Objection, Scorecard
from scoring.queries import read_assessments
from simulator.core.events import canonical
from simulator.models import Run, RunEvent
from simulator.services.coaching import coached_by

KINDS = ("RunStarted", "ReplySent", "ReplyCorrected", "ReplyDeleted", "ReplyAssessed")
NOTHING: Mapping[str, Any] = {"findings": [], "criteria": {}}
Named = tuple[int, str, str]
"""A finding: the event whose words it was found in, its rule, and its parameters as canonical JSON."""


@dataclass(frozen=True, slots=True)
class SentReply:
    """A reply of an ended run as it stands at the end. `seq` is its ReplySent, `wording` the event with its words;
    `text` is None once erased. `assessments` are those of all its wordings, by event; `post` is whom it answers.
    `agent` is how the trainee signed, `names` the words that would tell who wrote it; `siblings` are the seqs of all
    replies of its run."""

    run: Run
    seq: int
    wording: int
    at_ms: int
    thread: str
    post: str
    visibility: str
    way: str
    text: str | None
    deleted_ms: int | None
    agent: str
    siblings: Sequence[int] = ()
    assessments: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    objections: frozenset[Named] = frozenset()

    @property
    def key(self) -> tuple[int, int]:
        return self.run.pk, self.seq

    @property
    def digest(self) -> str:
        """Names the reply for good, without saying whose it is."""
        return f"{self.run.head_digest}.{self.seq}"

    @property
    def names(self) -> tuple[str, ...]:
        person = self.run.trainee
        return tuple(filter(None, (self.agent, person.first_name, person.last_name, person.username)))

    @property
    def criteria(self) -> Mapping[str, int]:
        """What the score gives it as it stands, per mille."""
        values: Mapping[str, int] = self.assessments.get(self.wording, NOTHING)["criteria"]
        return values

    @property
    def findings(self) -> Mapping[Named, Sequence[Mapping[str, Any]]]:
        """What was found in it as it stands; and critical errors of what was corrected since, which count all the
        same."""
        found: dict[Named, list[Mapping[str, Any]]] = {}
        for wording, assessment in self.assessments.items():
            for finding in assessment["findings"]:
                if wording == self.wording or finding["critical"]:
                    name = (wording, finding["rule"], canonical(finding["params"]))
                    found.setdefault(name, []).append(finding)
        return found

    @property
    def critical(self) -> frozenset[Named]:
        return frozenset(name for name, found in self.findings.items() if any(each["critical"] for each in found))


def runs_marked_by(coach: User) -> QuerySet[Run]:
    """The ended runs that `coach` may mark: of their classes, for a while, and certifications of their cohorts; never
    practice, and never their own."""
    runs = Run.objects.filter(coached_by(coach), ended=True, purging=False).exclude(trainee=coach)
    return runs.select_related("trainee").order_by("pk")


def load_versions(runs: Iterable[Run]) -> Mapping[int, ScenarioVersion]:
    """The versions that `runs` were played in, without their texts."""
    wanted = {run.version_id for run in runs}
    return {each.pk: each for each in ScenarioVersion.objects.filter(pk__in=wanted).defer(*TEXTS)}


def list_replies(runs: Sequence[Run]) -> list[SentReply]:
    """All replies that were sent in `runs`, in the order of run and log."""
    by_run = {run.pk: run for run in runs}
    logs: dict[int, list[tuple[int, int, str, Any, str | None]]] = defaultdict(list)
    rows = RunEvent.objects.filter(run__in=by_run, kind__in=KINDS).order_by("run", "seq")
    for pk, seq, at_ms, kind, data, text in rows.values_list("run", "seq", "at_ms", "kind", "data", "words__text"):
        logs[pk].append((seq, at_ms, kind, json.loads(data), text))
    newer = _read_newer(by_run)
    objections: dict[tuple[int, int], set[Named]] = defaultdict(set)
    disputed = Objection.objects.filter(run__in=by_run)
    for pk, wording, rule, params in disputed.values_list("run", "reply", "rule", "params"):
        objections[pk, wording].add((wording, rule, params))
    replies = []
    for run in runs:
        for reply in _read_log(run, logs[run.pk], newer.get(run.pk, {})):
            disputes = {each for wording in reply.assessments for each in objections[run.pk, wording]}
            replies.append(replace(reply, objections=frozenset(disputes & reply.findings.keys())))
    return replies


def _read_newer(runs: Iterable[int]) -> dict[int, dict[int, dict[str, Any]]]:
    """What the scorecards that count say in the place of the log, by run."""
    cards = Scorecard.objects.filter(run__in=runs).exclude(assessments="").order_by("revision").defer("data")
    return {card.run_id: read_assessments(card) for card in cards}


def _read_log(
    run: Run, log: Sequence[tuple[int, int, str, Any, str | None]], newer: Mapping[int, Mapping[str, Any]]
) -> list[SentReply]:
    agent = next((data["agent"] for _, _, kind, data, _ in log if kind == "RunStarted"), "")
    assessed = {data["reply"]: data for _, _, kind, data, _ in log if kind == "ReplyAssessed"} | dict(newer)
    replies: dict[int, SentReply] = {}
    for seq, at_ms, kind, data, text in log:
        if kind == "ReplySent":
            way = data.get("way", "")
            replies[seq] = SentReply(
                run, seq, seq, at_ms, data["thread"], data["post"], data["visibility"], way, text, None, agent
            )
        elif kind == "ReplyCorrected":
            replies[data["reply"]] = replace(replies[data["reply"]], wording=seq, text=text)
        elif kind == "ReplyDeleted":
            replies[data["reply"]] = replace(replies[data["reply"]], deleted_ms=at_ms)
    wordings: dict[int, list[int]] = {seq: [seq] for seq in replies}
    for seq, _, kind, data, _ in log:
        if kind == "ReplyCorrected":
            wordings[data["reply"]].append(seq)
    return [
        replace(
            reply,
            siblings=tuple(replies),
            assessments={each: assessed[each] for each in wordings[reply.seq] if each in assessed},
        )
        for reply in replies.values()
    ]
