"""One's own data to take along: every run of one's own, what one wrote in it, and what was said of that."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from people.models import User
from people.queries import read_desk_settings
from scenarios.core.vocabulary import CRITERIA
from scoring.models import Scorecard
from simulator.core.events import actor_of
from simulator.core.own_templates import read_beside
from simulator.models import Run
from simulator.queries import list_own_templates, read_log
from trainer_ui.core.tables import Cell, write_table
from trainer_ui.own_records import describe_records

NAMES = ("run", "mode", "begun", "scenario", "language")
HEAD = (*NAMES, "seq", "what", "of", "at_ms", "visibility", "way", "reply", "deleted_ms", *CRITERIA)
"""`what` is sent or corrected, `of` the seq of the reply that a wording is of, `deleted_ms` when that was deleted."""
WORDINGS = {"ReplySent": "sent", "ReplyCorrected": "corrected"}


def write_json(user: User) -> str:
    """Who one is here, how one has set the desk, one's own templates and those each run began with, one's runs with
    scorecards, and every event that oneself brought about, with its words; and what `own_records` has."""
    person = {
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "email": user.email,
        "language": user.language,
        "signature": user.signature,
        "compares_earlier": user.compares_earlier,
        "wants_guide": user.wants_guide,
        "memberships": [
            {"cohort": each.cohort.name, "role": each.role}
            for each in user.memberships.select_related("cohort").order_by("pk")
        ],
    }
    templates = [
        {"language": each.language, "title": each.title, "text": each.text} for each in list_own_templates(user)
    ]
    runs = [_describe(run) for run in _list_runs(user)]
    desk = {name: json.loads(value) for name, value in read_desk_settings(user).items()}
    data = {
        "format": 2,
        "person": person,
        "desk": desk,
        "templates": templates,
        "runs": runs,
        **describe_records(user),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def write_csv(user: User) -> str:
    """A line for each wording of each reply in a run of one's own; criteria from 0 to 1000. Erased words are empty."""
    return write_table([HEAD, *(row for run in _list_runs(user) for row in _list_rows(run))])


def _list_runs(user: User) -> Sequence[Run]:
    runs = Run.objects.filter(trainee=user, purging=False).select_related("version__scenario")
    return list(runs.order_by("created_at", "pk"))


def _describe(run: Run) -> dict[str, Any]:
    log = read_log(run.pk)
    own = [event for event in log if event.actor == actor_of(run.trainee_id) and event.kind != "RunStarted"]
    assessed = {event.data["reply"]: event.data for event in log if event.kind == "ReplyAssessed"}
    return {
        **_name(run),
        "forked_from": run.parent_id,
        "templates": [{"title": each.title, "text": each.text} for each in read_beside(log[0].words, log[0].data)[1]],
        "scorecards": [json.loads(card.data) for card in Scorecard.objects.filter(run=run).order_by("revision")],
        "events": [
            {
                "seq": event.seq,
                "at_ms": event.at_ms,
                "kind": event.kind,
                "data": event.data,
                "words": event.words,
                **({"assessment": assessed[event.seq]} if event.seq in assessed else {}),
            }
            for event in own
        ],
    }


def _name(run: Run) -> dict[str, Any]:
    scenario = run.version.scenario
    return {
        "run": run.pk,
        "mode": run.mode,
        "begun": run.created_at.isoformat(),
        "scenario": scenario.key,
        "language": scenario.language,
    }


def _list_rows(run: Run) -> Iterator[list[Cell]]:
    log = read_log(run.pk)
    assessed = {event.data["reply"]: event.data["criteria"] for event in log if event.kind == "ReplyAssessed"}
    sent = {event.seq: event.data for event in log if event.kind == "ReplySent"}
    deleted = {event.data["reply"]: event.at_ms for event in log if event.kind == "ReplyDeleted"}
    for event in log:
        if event.kind in WORDINGS:
            of = event.data.get("reply", event.seq)
            values = [assessed.get(event.seq, {}).get(name) for name in CRITERIA]
            where = [sent[of]["visibility"], sent[of].get("way", "")]
            what = [event.seq, WORDINGS[event.kind], of, event.at_ms, *where, event.words, deleted.get(of)]
            yield [*_name(run).values(), *what, *values]
