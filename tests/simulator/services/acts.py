"""A storm under way, and what may be done in it beside answering."""

from typing import Any

from people.models import User
from simulator import queries, services
from simulator.core.events import Event
from simulator.models import Run
from simulator.services import Ack
from tests.simulator.publics import make_storm
from tests.simulator.worlds import start

NOTE = "Ole fragt nach der Ankunft, bitte prüfen."
TAGGED = {"thread": "bag", "post": "bag-1", "tag": "product_feedback"}
NOTICE = "Ein Signal ist gestört. Wir melden uns hier wieder."


def start_storm(tia: User, now: Any) -> Run:
    """Twenty seconds in, with all of its threads open."""
    run = start(tia, timeline=make_storm())
    now.advance(20_000)
    services.catch_up(run.pk)
    return run


def escalate(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    asked = {"thread": "train", "post": "train-1", "desk": "operations", "note": NOTE, **other}
    return services.escalate(run.pk, actor=actor, cmd_id=cmd_id, **asked)


def note(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    return services.write_note(run.pk, actor=actor, cmd_id=cmd_id, **{"thread": "bag", "text": NOTE, **other})


def publish(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    asked = {"topic": "outage", "channel": "microblog", "text": NOTICE, **other}
    return services.publish_notice(run.pk, actor=actor, cmd_id=cmd_id, **asked)


def update(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    asked = {"topic": "outage", "text": f"{NOTICE} Um 18 Uhr.", **other}
    return services.update_notice(run.pk, actor=actor, cmd_id=cmd_id, **asked)


def treat(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    asked = {"thread": "rage", "post": "rage-1", "as_": "left_alone", "reason": "provocation", **other}
    return services.treat(run.pk, actor=actor, cmd_id=cmd_id, **asked)


def tag(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    return services.tag_post(run.pk, actor=actor, cmd_id=cmd_id, **{**TAGGED, **other})


def untag(run: Run, actor: User, cmd_id: str = "b", **other: str) -> Ack:
    return services.untag_post(run.pk, actor=actor, cmd_id=cmd_id, **{**TAGGED, **other})


def block(run: Run, actor: User, cmd_id: str = "c", **other: str) -> Ack:
    return treat(run, actor, cmd_id, **{"as_": "blocked", "reason": "insult", **other})


def unblock(run: Run, actor: User, cmd_id: str = "d", **other: str) -> Ack:
    return services.unblock(run.pk, actor=actor, cmd_id=cmd_id, **{"thread": "rage", "post": "rage-1", **other})


def propose(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    asked = {"thread": "bag", "title": "Rucksack weg", "text": "Ins Fundbüro.", **other}
    return services.propose_article(run.pk, actor=actor, cmd_id=cmd_id, **asked)


def resolve(run: Run, actor: User, cmd_id: str = "a", **other: str) -> Ack:
    return services.resolve(run.pk, actor=actor, cmd_id=cmd_id, **{"thread": "bag", **other})


def log_of(run: Run, *kinds: str) -> list[Event]:
    return [event for event in queries.read_log(run.pk) if event.kind in kinds]
