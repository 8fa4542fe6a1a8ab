"""Drafts: the newest wins, nothing is lost, and none outlives its run."""

import pytest

from people.models import User
from simulator.models import Draft, Run
from simulator.queries import list_drafts, read_log
from simulator.services import Kept, Refused, catch_up_due, drafting, end_run, erase_words, keep_draft, purge_run, store
from simulator.services.clock import FixedClock
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db
TEXT = "Guten Morgen Mara, wir"


def keep(
    run: Run, actor: User, *, text: str = TEXT, base: int = 0, thread: str = "bag", post: str | None = None
) -> Kept:
    return keep_draft(
        run.pk, actor=actor, thread=thread, text=text, visibility="public", signed=True, post=post, base=base
    )


def refuse(run: Run, actor: User, **changed: str) -> str:
    with pytest.raises(Refused) as refused:
        keep(run, actor, **changed)  # type: ignore[arg-type]  # what is wrong is the test's own
    return refused.value.code


def test_a_draft_is_kept_under_a_growing_number_and_leaves_no_event(tia: User, now: FixedClock):
    run = start(tia)
    before = read_log(run.pk)

    kept = [keep(run, tia), keep(run, tia, text=f"{TEXT} suchen", base=1)]

    assert [(one.draft.revision, one.replaced) for one in kept] == [(1, None), (2, None)]
    assert [(one.thread, one.text, one.saved_at) for one in list_drafts(run, author=tia)] == [
        ("bag", f"{TEXT} suchen", now.now_ms)
    ]
    assert read_log(run.pk) == before


def test_whoever_overwrites_another_device_is_handed_its_words(tia: User, now: FixedClock):
    run = start(tia)
    keep(run, tia, text="am Telefon")

    kept = keep(run, tia, text="am Schreibtisch", base=0)

    assert (kept.draft.text, kept.draft.revision, kept.replaced) == ("am Schreibtisch", 2, "am Telefon")
    assert keep(run, tia, text="am Schreibtisch", base=0).replaced is None


def test_an_emptied_draft_keeps_its_number_so_that_others_learn_of_it(tia: User, now: FixedClock):
    run = start(tia)
    keep(run, tia)
    keep(run, tia, text="", base=1)

    assert [(one.text, one.revision) for one in list_drafts(run, author=tia)] == [("", 2)]
    assert keep(run, tia, text="neu", base=0).replaced is None


def test_nobody_has_a_draft_in_another_ones_run(tia: User, theo: User, carla: User, now: FixedClock):
    run = start(tia)
    keep(run, tia)

    assert [refuse(run, person) for person in (theo, carla)] == ["unknown_run", "unknown_run"]
    assert [list_drafts(run, author=person) for person in (theo, carla)] == [[], []]


def test_what_cannot_be_kept_is_refused(tia: User, now: FixedClock, monkeypatch):
    run = start(tia)
    assert [refuse(run, tia, text=text) for text in ("a\0", "a\ud800", "a" * 20_001)] == [
        "bad_text",
        "bad_text",
        "too_long",
    ]
    assert [refuse(run, tia, thread="a\0"), refuse(run, tia, post="\udfff")] == ["bad_text", "bad_text"]

    monkeypatch.setattr(drafting, "MOST_DRAFTS", 1)
    keep(run, tia)
    assert refuse(run, tia, thread="train") == "too_many_drafts"
    assert keep(run, tia, base=1).draft.revision == 2


@pytest.mark.parametrize("ends", ["asked", "in time"])
def test_the_end_of_the_run_ends_its_drafts_and_no_others(tia: User, now: FixedClock, ends: str):
    run, other = start(tia), start(tia)
    keep(run, tia)
    if ends == "asked":
        end_run(run.pk, actor=tia, cmd_id="1")
        keep(other, tia)
    else:
        Run.objects.filter(pk=other.pk).update(next_due_at=None)
        keep(other, tia)
        for _ in range(40):
            now.advance(60_000)
            catch_up_due()
    run.refresh_from_db()

    assert run.ended
    assert [draft.run_id for draft in Draft.objects.all()] == [other.pk]
    assert refuse(run, tia) == "ended"


def test_without_the_statement_that_ends_them_they_would_stay(tia: User, now: FixedClock, monkeypatch):
    """The sabotage twin of the test above."""
    run = start(tia)
    keep(run, tia)
    monkeypatch.setattr(store, "END_DRAFTS", "DELETE FROM simulator_draft WHERE run_id = -%s")

    end_run(run.pk, actor=tia, cmd_id="1")

    assert Draft.objects.count() == 1


def test_neither_an_erased_nor_a_deleted_run_has_any(tia: User, now: FixedClock):
    erased, deleted = start(tia), start(tia)
    keep(erased, tia)
    keep(deleted, tia)
    end_run(erased.pk, actor=tia, cmd_id="1")
    erase_words(erased, actor=tia)
    purge_run(deleted, actor=tia)

    assert Draft.objects.count() == 0
