"""A played and ended run of Tia's, and ways to tamper with it that the application does not offer."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from people.models import User
from simulator.core.chain import digest_of
from simulator.models import Run, RunEvent
from simulator.services import catch_up, end_run, reply
from simulator.services.clock import FixedClock
from tests.simulator.timelines import MINUTE, SECOND
from tests.simulator.worlds import start

GOOD = "Hallo, das ist ärgerlich. Ich suche deinen Rucksack bis 17 Uhr im Fundbüro. ^TB"
CANNED = "Wir haben dein Anliegen aufgenommen und geben es an die Fachabteilung weiter."
ASKS = "Schick uns mal deine Kundennummer."


def play_run(tia: User, now: FixedClock) -> Run:
    """An ended run with three public replies: a good one, a canned one, and one that asks for data."""
    run = start(tia)
    for nth, (thread, post, text) in enumerate(
        [("bag", "bag-1", GOOD), ("train", "train-1", CANNED), ("train", "train-3", ASKS)]
    ):
        now.advance(MINUTE + SECOND)
        catch_up(run.pk)
        reply(
            run.pk, actor=tia, cmd_id=f"c{nth}", thread=thread, post=post, visibility="public", text=text, seen_seq=99
        )
    end_run(run.pk, actor=tia, cmd_id="end")
    catch_up(run.pk)
    run.refresh_from_db()
    return run


@contextmanager
def unguarded() -> Iterator[None]:
    """The log without its triggers, until the test's transaction is rolled back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER runevent_unchanged")
            cursor.execute("DROP TRIGGER words_unchanged")
        else:
            # A table cannot be altered while checks of this transaction are outstanding.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE simulator_runevent DISABLE TRIGGER USER")
            cursor.execute("ALTER TABLE simulator_words DISABLE TRIGGER USER")
    yield


def first_of(run: Run, kind: str) -> RunEvent:
    return RunEvent.objects.filter(run=run, kind=kind).order_by("seq").select_related("words")[0]


def chain_again(run: Run) -> None:
    """Makes the digests fit whatever the log says now, as a careful forger would."""
    before = ""
    for row in RunEvent.objects.filter(run=run).order_by("seq"):
        row.digest = before = digest_of(
            before, seq=row.seq, at_ms=row.at_ms, kind=row.kind, actor=row.actor, data=row.data, words_mac=row.words_mac
        )
        row.save(update_fields=["digest"])
    Run.objects.filter(pk=run.pk).update(head_digest=before)
    run.refresh_from_db()
