"""The declared table of who may what, held against every address, form and command, asked as everybody.

What is not somebody's is not there: 404, and whoever is not signed in is sent to sign in. Everything is filled once.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from people import urls as people_urls
from simulator.commands import prepare
from simulator.doorkeeper import NotAdmitted, admit, forget_decisions, issue_pass
from simulator.messages import COMMANDS as MESSAGES
from simulator.messages import Command, parse_message
from simulator.models import Run
from simulator.services import Refused, clock, forget_all
from tests.access.world import EVERYBODY, ROLES, TOLD, World, make_world, stand_of
from tests.trainer_ui.conftest import sign_in
from trainer_ui import urls
from trainer_ui.attempt_views import ACTIONS as DONE
from trainer_ui.core.access.rights import OBJECTS, ROOMS, objects_of, who_may
from trainer_ui.core.access.ways import ACTIONS, COMMANDS, PAGES, SERVER, SIGNING_IN

MAY_NOT = {"unknown_run", "forbidden", "certification", "not_practice"}
SAID: dict[str, dict[str, Any]] = {
    "reply": {"thread": "bag", "post": "bag-1", "visibility": "public", "text": "Moment.", "seen_seq": 2},
    "correct": {"reply": 3, "seen_seq": 2, "text": "Moment."},
    "delete": {"reply": 3},
    "note": {"thread": "bag", "text": "Notiz"},
    "assign": {"thread": "bag", "to": None},
    "escalate": {"thread": "bag", "post": "bag-1", "desk": "press", "note": "Bitte ansehen"},
    "publish_notice": {"topic": "bag", "channel": "page", "text": "Wir wissen davon."},
    "update_notice": {"topic": "bag", "text": "Wir wissen davon."},
    "treat": {"thread": "bag", "post": "bag-1", "as": "hidden", "reason": "spam"},
    "unblock": {"thread": "bag", "post": "bag-1"},
    "resolve": {"thread": "bag"},
    "propose_article": {"thread": "bag", "title": "Koffer", "text": "So."},
    "tag": {"thread": "bag", "post": "bag-1", "tag": "product_feedback"},
    "untag": {"thread": "bag", "post": "bag-1", "tag": "product_feedback"},
    "speed": {"per_mille": 2000},
    "skip": {"to_ms": 60_000},
    "inject_post": {"text": "Und ich?", "answer": True},
    "inject_fact": {"text": "Gleis 3"},
    "raise_wave": {"posts": 5, "seconds": 60},
    "turn_heat": {"milli": 100},
    "whisper": {"text": "Ruhig."},
    "pause": {"reason": "technical"},
}
"""What each command says beside its run."""


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Filled once; each test takes back what it did."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.fixed() as fixed:
        forget_all()
        yield make_world(fixed)
        forget_all()
        transaction.set_rollback(True)


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    forget_all()


def test_every_address_has_a_row():
    pages = {each.name for each in urls.urlpatterns}

    assert sorted(pages ^ set(PAGES)) == []
    assert sorted({each.name for each in people_urls.urlpatterns} - SIGNING_IN) == []


def test_every_command_has_a_row():
    rooms = {"config", "people", "scenarios", "simulator", "scoring", "trainer_ui"}

    assert sorted(set(MESSAGES) ^ set(COMMANDS)) == []
    assert sorted(set(DONE) ^ set(ACTIONS)) == []
    assert sorted({name for name, app in get_commands().items() if app in rooms} ^ set(SERVER)) == []


def test_every_row_names_what_is_laid_down():
    for name, *verbs in PAGES.values():
        for verb in filter(None, verbs):
            assert all(verb in OBJECTS[each] for each in objects_of(name)), (name, verb)
    for verb in COMMANDS.values():
        assert all(verb in OBJECTS[each] for each in objects_of("run")), verb


@pytest.mark.django_db
@pytest.mark.parametrize("name", EVERYBODY)
def test_pages_are_there_for_whom_the_table_says(world: World, name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("trainer_ui.views.draw_picture", lambda _: "<svg/>")
    monkeypatch.setattr("trainer_ui.views.find_picture", lambda *_: {"kind": "any"})
    client = Client() if name == "nobody" else sign_in(world.people[name])

    wrong = [
        f"{method} {page} of {thing}: {said}"
        for page, (family, *verbs) in PAGES.items()
        for thing in objects_of(family)
        for method, verb in zip(("get", "post"), verbs, strict=True)
        if verb and (said := ask_page(client, world, name, page, thing, method=method, verb=verb))
    ]

    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", EVERYBODY)
def test_forms_of_an_attempt_are_taken_from_whom_the_table_says(world: World, name: str):
    client = Client() if name == "nobody" else sign_in(world.people[name])
    address = reverse("trainer_ui:attempt", kwargs=dict(world.numbers["attempt"]))
    found = {}
    for action in ACTIONS:
        with undone():
            numbers = {"place": "0", "reply": "1", "rule": "x", "upheld": "1", "reason": "Gelesen.", "text": "Danke."}
            found[action] = is_let(client.post(address, {"do": action, "verdict": "failed", **numbers}))

    assert found == {action: stand_of(name) in who_may("attempt", verb) for action, verb in ACTIONS.items()}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ROLES)
def test_commands_are_taken_from_whom_the_table_says(world: World, name: str):
    ticket = issue_pass(sign_in(world.people[name]).cookies[settings.SESSION_COOKIE_NAME].value)
    found, wanted = {}, {}
    for thing, run in world.running.items():
        for kind, verb in COMMANDS.items():
            key = f"{kind} in {thing}"
            wanted[key] = stand_of(name) in who_may(thing, verb)
            if issubclass(MESSAGES[kind], Command):
                with undone():
                    found[key] = send(ticket, kind, run.pk) not in MAY_NOT
            elif kind == "look":
                found[key] = hears(ticket, run.pk) == "trainee"
            else:
                found[key] = hears(ticket, run.pk) is not None

    assert {key for key in wanted if wanted[key] != found[key]} == set()


def ask_page(client: Client, world: World, name: str, page: str, thing: str, *, method: str, verb: str) -> str | None:
    """What is wrong with the answer; None where nothing is."""
    address = find_address(page, world.numbers.get(thing, {}))
    with undone():
        body = world.bodies.get((thing, page), {}) if method == "post" else {}
        answer = getattr(client, method)(address, body)
    stands = ROLES.get(name, frozenset()) if thing in ROOMS else {stand_of(name)}
    may = bool(stands & who_may(thing, verb))
    if is_let(answer) != may:
        return f"{answer.status_code}, and {'may' if may else 'may not'} {verb}"
    return find_leak(name, answer)


def find_leak(name: str, answer: HttpResponse) -> str | None:
    """A word on the page that stands in what they may not read."""
    told = answer.content.decode(errors="replace")
    for thing, word in TOLD.items():
        rights = OBJECTS[thing]
        readers = frozenset().union(*(who for verb, who in rights.items() if verb not in ("delete", "call_off")))
        if word in told and stand_of(name) not in readers:
            return f"tells of {thing}"
    return None


def find_address(page: str, numbers: Any) -> str:
    named = {"page": "start", "form": "json", "public_id": "A" * 22, "token": "A" * 43, "seq": 1, **numbers}
    (pattern,) = [each for each in urls.urlpatterns if each.name == page]
    wanted = set(pattern.pattern.converters) | set(pattern.pattern.regex.groupindex)
    return reverse(f"trainer_ui:{page}", kwargs={key: named[key] for key in wanted})


def is_let(answer: HttpResponse) -> bool:
    assert answer.status_code < 500 or answer.status_code == 503, answer
    return answer.status_code not in (404, 405) and not is_turned_away(answer)


def is_turned_away(answer: HttpResponse) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))


def hears(ticket: Any, run_id: int) -> str | None:
    """As what they follow the run; None where there is none for them."""
    forget_decisions()
    try:
        return admit(ticket, run_id).audience
    except NotAdmitted:
        return None


def send(ticket: Any, kind: str, run_id: int) -> str:
    """The code of the refusal; "" where it is done."""

    command = parse_message(json.dumps({"type": kind, "cmd_id": "x", "run": run_id, **SAID.get(kind, {})}))
    forget_decisions()
    try:
        prepare(ticket, command)()
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.django_db
def test_a_guard_that_is_taken_away_is_missed(world: World, monkeypatch: pytest.MonkeyPatch):
    client = sign_in(world.people["cem"])
    ask = (client, world, "cem", "debrief", "practice_run")
    assert ask_page(*ask, method="get", verb="read") is None

    monkeypatch.setattr("trainer_ui.looking.run_for", lambda _, run_id: (Run.objects.get(pk=run_id), "coach"))

    assert ask_page(*ask, method="get", verb="read") == "200, and may not read"
