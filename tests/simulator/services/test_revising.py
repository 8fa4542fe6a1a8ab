"""Correcting and deleting one's own reply: what is written, what follows, and what is refused."""

from copy import deepcopy

import pytest

from people.models import User
from simulator import queries, services
from simulator.core.engine import fold_all
from simulator.core.events import Event
from simulator.models import Run
from simulator.services import Ack, Refused, memory
from simulator.services.clock import FixedClock
from simulator.services.memory import Remembered
from tests.simulator.services.acts import log_of
from tests.simulator.timelines import MINUTE, SECOND, make_morning
from tests.simulator.worlds import start

FIRST = "Hallo, wir suchen mit. ^TI"
BETTER = "Hallo, das ist ärgerlich. Wir suchen mit und melden uns um 17 Uhr. ^TI"


@pytest.fixture
def run(tia: User, now: FixedClock) -> Run:
    """With the bag's first post answered."""
    run = start(tia)
    now.advance(10 * SECOND)
    services.reply(
        run.pk, actor=tia, cmd_id="first", thread="bag", post="bag-1", visibility="public", text=FIRST, seen_seq=9
    )
    return run


def sent_in(run: Run) -> int:
    return log_of(run, "ReplySent")[0].seq


def say(run: Run, actor: User, *, cmd_id: str, text: str, thread: str = "train", post: str = "train-1") -> Ack:
    asked = {"thread": thread, "post": post, "visibility": "public", "text": text, "seen_seq": 99}
    return services.reply(run.pk, actor=actor, cmd_id=cmd_id, **asked)


def criteria_of(run: Run, ack: Ack) -> dict[str, int]:
    return next(event.data["criteria"] for event in queries.read_log(run.pk) if event.seq == ack.seq)


def correct(run: Run, actor: User, cmd_id: str = "c", text: str = BETTER, reply: int | None = None) -> Ack:
    seq = sent_in(run) if reply is None else reply
    return services.correct_reply(run.pk, actor=actor, cmd_id=cmd_id, reply=seq, text=text, seen_seq=99)


def delete(run: Run, actor: User, cmd_id: str = "d", reply: int | None = None) -> Ack:
    return services.delete_reply(run.pk, actor=actor, cmd_id=cmd_id, reply=sent_in(run) if reply is None else reply)


def test_a_correction_stands_beside_its_event_and_is_assessed(run, tia):
    before = queries.read_log(run.pk)[-1].seq

    ack = correct(run, tia)

    *_, corrected, assessed = queries.read_log(run.pk)
    data = {"reply": sent_in(run), "thread": "bag", "seen_seq": before}
    assert corrected == Event(before + 1, 10 * SECOND, "ReplyCorrected", f"u{tia.pk}", data, BETTER)
    assert (assessed.kind, assessed.data["reply"], assessed.seq) == ("ReplyAssessed", corrected.seq, ack.seq)
    assert "speed" not in assessed.data["criteria"]


def test_a_correction_is_not_held_against_the_words_it_corrects(run, tia):
    ack = correct(run, tia, text=FIRST.replace("mit", "mit dir"))

    assert criteria_of(run, ack)["individuality"] == 1000


def test_who_says_the_corrected_words_again_repeats_them_and_the_old_ones_are_free(run, tia, now):
    correct(run, tia)
    now.advance(MINUTE)
    services.catch_up(run.pk)
    services.forget_all()

    free, repeated = (criteria_of(run, say(run, tia, cmd_id=text[:20], text=text)) for text in (FIRST, BETTER))

    assert (free["individuality"], repeated["individuality"] < 500) == (1000, True)


def test_a_correction_made_elsewhere_is_known_here(run, tia, now):
    """Another process corrected it: what this one remembers of the old words is not what later ones are held to."""
    now.advance(MINUTE)
    say(run, tia, cmd_id="other", text="Wir fragen im Zug nach.")
    remembered = memory._runs[run.pk]
    stale = Remembered(deepcopy(remembered.state), remembered.digest, remembered.erasures, dict(remembered.shelves))
    correct(run, tia)
    memory.put(run.pk, stale)

    ack = say(run, tia, cmd_id="again", text=FIRST)

    assert criteria_of(run, ack)["individuality"] == 1000
    assert services.replay(run.pk) == queries.read_log(run.pk)


def test_a_deleted_reply_answers_nothing_and_its_words_may_be_said_again(run, tia):
    delete(run, tia)
    state = fold_all(make_morning(), queries.read_log(run.pk))
    assert (state.posts["bag-1"].answered_by, state.threads["bag"].replies) == ([], [])

    ack = say(run, tia, cmd_id="again", text=FIRST, thread="bag", post="bag-1")

    assert criteria_of(run, ack)["individuality"] == 1000


def test_silence_counts_from_the_deletion(run, tia, now):
    now.advance(20 * SECOND)
    delete(run, tia)
    now.advance(4 * MINUTE)
    services.catch_up(run.pk)

    [fired] = [event for event in log_of(run, "ReactionFired") if event.data["reaction"] == "bag-silence"]
    assert fired.at_ms == 30 * SECOND + 3 * MINUTE


def test_both_are_acknowledged_again_and_count_once(run, tia):
    first, again = correct(run, tia), correct(run, tia)
    assert first == again
    assert delete(run, tia) == delete(run, tia)
    assert [len(log_of(run, kind)) for kind in ("ReplyCorrected", "ReplyDeleted")] == [1, 1]


def test_a_fork_takes_a_correction_with_its_assessment(run, tia):
    correct(run, tia)
    [corrected] = log_of(run, "ReplyCorrected")

    fork = services.fork_run(run, at_seq=corrected.seq, actor=tia)

    copied = [event for event in queries.read_log(fork.pk) if event.kind in ("ReplyCorrected", "ReplyAssessed")]
    assert [event.seq for event in copied][-2:] == [corrected.seq, corrected.seq + 1]
    state = fold_all(make_morning(), queries.read_log(fork.pk))
    assert state.replies[sent_in(run)].words == BETTER


def test_a_log_with_corrections_and_deletions_makes_itself_again_with_and_without_words(run, tia, now):
    correct(run, tia)
    delete(run, tia)
    now.advance(MINUTE)
    services.end_run(run.pk, actor=tia, cmd_id="end")
    services.catch_up(run.pk)
    run.refresh_from_db()
    assert services.replay(run.pk) == queries.read_log(run.pk)

    assert services.erase_words(run, actor=tia) == 2

    log = queries.read_log(run.pk)
    assert services.replay(run.pk) == log
    assert [event.words for event in log if event.kind in ("ReplySent", "ReplyCorrected")] == [None, None]
    assert services.verify_chain(run.pk) is None


@pytest.mark.parametrize(
    ("verb", "more", "code"),
    [
        (correct, {"text": "  "}, "empty"),
        (correct, {"text": FIRST}, "unchanged"),
        (correct, {"text": "lang " * 80}, "too_long"),
        (correct, {"reply": 1}, "unknown_reply"),
        (delete, {"reply": 1}, "unknown_reply"),
    ],
)
def test_what_cannot_be_done_is_refused(run, tia, verb, more, code):
    before = queries.read_log(run.pk)

    with pytest.raises(Refused) as refused:
        verb(run, tia, **more)

    assert (refused.value.code, queries.read_log(run.pk)) == (code, before)


@pytest.mark.parametrize("verb", [correct, delete])
def test_a_deleted_reply_is_beyond_both(run, tia, verb):
    delete(run, tia, "first-time")

    with pytest.raises(Refused, match="already_deleted"):
        verb(run, tia)


@pytest.mark.parametrize("verb", [correct, delete])
def test_only_who_plays_may_and_only_while_the_clock_runs(run, tia, theo, verb):
    with pytest.raises(Refused, match="forbidden"):
        verb(run, theo)
    services.pause(run.pk, actor=tia, cmd_id="p")
    with pytest.raises(Refused, match="paused"):
        verb(run, tia)
