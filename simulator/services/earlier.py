"""What a person wrote in earlier runs, as the fingerprints that a new run begins with, if they have not declined.

Rules kept here: prints are made from words that are still there, and lie in a row that is erased with any of those
words; which runs they come from stands in the event, for good.
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from people.models import User
from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import PROTOCOL
from scenarios.models import ScenarioVersion
from scenarios.queries import list_guided, load_timeline
from scoring.core import Prose, compile_house, list_names, read_prose, write_fingerprints
from scoring.core.fingerprints import MOST_REPLIES
from simulator.core.events import actor_of
from simulator.core.ways import blank_subject
from simulator.models import Run, RunEvent, Words

MOST_RUNS = 50
"""How far back is looked: whoever wrote less than the most that is kept in so many runs has written little."""
KEY_BYTES = 16
SAID = ("ReplySent", "ReplyCorrected")


@dataclass(frozen=True, slots=True)
class Earlier:
    """`words` are the ids of the rows that the prints were made from; `runs` stands in the event: run, day, replies."""

    text: str | None
    runs: list[list[Any]]
    words: frozenset[int]


NOTHING = Earlier(None, [], frozenset())


def print_earlier(trainee: User, *, language: str) -> Earlier:
    """The fingerprints of the newest replies of `trainee` in `language`, whatever runs they come from."""
    if not trainee.compares_earlier:
        return NOTHING
    rows = _find_replies(trainee, language=language)
    written: list[tuple[Run, Prose]] = []
    for run, replies in groupby(rows, key=itemgetter(0)):
        timeline = _timeline_of(run)
        names, house = _names_of(run, timeline), compile_house(timeline.brand.lexicon, language=language)
        written += [(run, read_prose(text, language=language, names=names, house=house)) for _, _, text in replies]
    prints = write_fingerprints(
        [(run.pk, _day_of(run), prose) for run, prose in written], key=secrets.token_hex(KEY_BYTES)
    )
    if prints is None:
        return NOTHING
    kept = rows[len(rows) - prints.replies :]
    runs = [[run.pk, _day_of(run), len(list(each))] for run, each in groupby(kept, key=itemgetter(0))]
    return Earlier(prints.text, runs, frozenset(words for _, words, _ in kept))


def still_stands(earlier: Earlier) -> bool:
    """Whether none of the words was erased since the prints were made. Ask it with the runs locked."""
    return Words.objects.filter(pk__in=earlier.words, text__isnull=False).count() == len(earlier.words)


def lock_runs_of(trainee: User) -> None:
    """Until the transaction ends. Only runs of one person share words, or hold fingerprints of each other's."""
    list(Run.objects.select_for_update().filter(trainee=trainee).order_by("pk").values_list("pk", flat=True))


def find_prints_of(runs: Iterable[int], *, trainee: User) -> Iterator[Run]:
    """The runs of `trainee` that began with fingerprints of what was written in `runs`."""
    sought = set(runs)
    started = RunEvent.objects.filter(run__trainee=trainee, seq=1, words__text__isnull=False).select_related("run")
    for event in started:
        if sought.intersection(run for run, _, _ in json.loads(event.data)["fingerprints"]):
            yield event.run


def find_said(trainee: User, *, language: str) -> QuerySet[RunEvent]:
    """The events of what `trainee` said in the newest runs in `language` that count, where the words are still there.

    Of what they say not all is a reply: a call is noted.
    """
    runs = Run.objects.filter(trainee=trainee, purging=False, version__scenario__language=language)
    runs = runs.exclude(version__in=list_guided(ScenarioVersion.objects.filter(runs__in=runs)))
    newest = list(runs.order_by("-pk").values_list("pk", flat=True)[:MOST_RUNS])
    return RunEvent.objects.filter(run__in=newest, kind__in=SAID, actor=actor_of(trainee.pk), words__text__isnull=False)


def _find_replies(trainee: User, *, language: str) -> list[tuple[Run, int, str]]:
    """(run, words, text) of the newest replies, the oldest first; what a fork shares is its origin's."""
    found = find_said(trainee, language=language).order_by("words_id", "run_id")
    ways: dict[tuple[int, int], str] = {}
    first: dict[int, tuple[int, str]] = {}
    for run_id, seq, stored, words_id, words in found.values_list("run_id", "seq", "data", "words_id", "words__text"):
        data, text = json.loads(stored), words or ""
        # A correction goes the way of its reply, which was written before it.
        way = ways[run_id, seq] = ways.get((run_id, data["reply"]), "") if "reply" in data else data.get("way", "")
        # What was noted of a call is no reply that could be sent again.
        if way != PROTOCOL:
            first.setdefault(words_id, (run_id, blank_subject(text) if way == "mail" else text))
    kept = sorted(first.items())[-MOST_REPLIES:]
    by_id = Run.objects.in_bulk({run_id for _, (run_id, _) in kept})
    # By run, so that each is looked at once; the words of a run that went on beside another stay together.
    return sorted(
        ((by_id[run_id], words_id, text) for words_id, (run_id, text) in kept), key=lambda row: (row[0].pk, row[1])
    )


def _timeline_of(run: Run) -> Timeline:
    version = ScenarioVersion.objects.defer("timeline_json", "source", "brand_source").get(pk=run.version_id)
    return load_timeline(version)


def _names_of(run: Run, timeline: Timeline) -> frozenset[str]:
    data: Mapping[str, Any] = json.loads(RunEvent.objects.get(run=run, seq=1).data)
    crowd = ({"name": name, "handle": handle} for name, handle, _ in data.get("crowd", ()))
    return list_names((*data["cast"].values(), *crowd), data["agent"], timeline.brand.service_name)


def _day_of(run: Run) -> str:
    return run.created_at.date().isoformat()
