"""The debrief of a class: the same minute of everybody on one screen, the best replies to one post, what was common.

Rules kept here: only for coaches who may see the runs; nobody is named unless the coach says so, since it is shown to
the class; as many queries for thirty runs as for two, once each is settled.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from people.models import User
from scenarios.core.timeline import Timeline
from scenarios.queries import load_timeline
from scoring.core.drawing import shuffle
from scoring.models import Scorecard
from scoring.queries.logs import read_cards, read_logs
from scoring.services import settle
from simulator.core.events import Event
from simulator.models import Exercise, Run
from simulator.services.coaching import coached_by
from trainer_ui.core.blinding import cover_names
from trainer_ui.core.minutes import count_waiting, list_minutes, sample
from trainer_ui.played import PlayedRun, read_run
from trainer_ui.replays import list_due_waits

FOLD = 280
"""So many characters of a reply stand on the screen; the rest is in its debrief."""


@dataclass(frozen=True, slots=True)
class GroupRun:
    """A run of the class, under the `label` it is shown by; `names` are what would tell whose it is."""

    run: Run
    label: str
    names: Sequence[str]
    played: PlayedRun
    is_named: bool

    def show(self, words: str | None) -> str | None:
        """`words` as the class may read them."""
        return words if words is None or self.is_named else cover_names(words, self.names)


def runs_of_class(exercise: Exercise, *, coach: User) -> QuerySet[Run]:
    """The ended runs of `exercise` that `coach` may see, but for their own."""
    runs = Run.objects.filter(coached_by(coach), exercise=exercise, parent=None, ended=True, purging=False)
    return runs.exclude(trainee=coach).select_related("trainee").order_by("pk")


def read_class(exercise: Exercise, *, coach: User, is_named: bool) -> list[GroupRun]:
    """Everybody's run, folded; in an order that tells nothing, or by name."""
    runs = {run.pk: run for run in runs_of_class(exercise, coach=coach)}
    timeline = load_timeline(exercise.version)
    cards = _settle_all(list(runs.values()), exercise)
    logs = read_logs(list(cards.values()))
    order = shuffle([runs[pk].head_digest for pk in cards], seed=f"class {exercise.pk}")
    found = [_read(runs[pk], card, timeline, logs[pk], order, is_named=is_named) for pk, card in cards.items()]
    return sorted(found, key=lambda each: each.label if is_named else order.index(each.run.head_digest))


def make_minutes(group: Sequence[GroupRun]) -> dict[str, Any]:
    """What the page's script shows of each minute, for all; times in ms of run time, one entry for each of `ends`."""
    ends = list_minutes([each.played.card["ended_ms"] for each in group])
    return {"ends": ends, "runs": [_describe(each, ends) for each in group]}


def _describe(each: GroupRun, ends: Sequence[int]) -> dict[str, Any]:
    played = each.played
    counts = count_waiting(list_due_waits(played), ends)
    return {
        "label": each.label,
        "debrief": reverse("trainer_ui:debrief", args=[each.run.pk]) if each.is_named else None,
        "ended_ms": played.card["ended_ms"],
        "heat": sample(played.heats, ends),
        "waiting": [waiting for waiting, _ in counts],
        "late": [late for _, late in counts],
        "replies": [_describe_reply(seq, each) for seq in played.marks],
    }


def _describe_reply(seq: int, each: GroupRun) -> dict[str, Any]:
    reply = each.played.state.replies[seq]
    words = each.show(each.played.said[seq].words)
    return {
        "at_ms": reply.at_ms,
        "to": each.played.state.cast[each.played.state.posts[reply.post].persona]["name"],
        "words": words if words is None or len(words) <= FOLD else f"{words[:FOLD]}…",
        "visibility": reply.visibility,
    }


def _settle_all(runs: Sequence[Run], exercise: Exercise) -> dict[int, Scorecard]:
    """Whoever looks first settles those that nobody has looked at."""
    cards = read_cards(runs)
    for run in runs:
        if run.pk not in cards:
            run.version = exercise.version
            cards[run.pk] = settle(run)
    return {run.pk: cards[run.pk] for run in runs}


def _read(
    run: Run, card: Scorecard, timeline: Timeline, log: Sequence[Event], order: Sequence[str], *, is_named: bool
) -> GroupRun:
    played = read_run(timeline, log, card=json.loads(card.data), models={})
    person = run.trainee
    name = person.get_full_name() or person.username
    label = name if is_named else gettext("Trainee %(number)d") % {"number": order.index(run.head_digest) + 1}
    names = (played.state.agent, person.first_name, person.last_name, person.username)
    return GroupRun(run, label, tuple(filter(None, names)), played, is_named)
