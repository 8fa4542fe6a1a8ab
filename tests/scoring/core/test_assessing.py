"""A log is assessed again reply by reply; what was corrected is held against what its reply was held against."""

from scoring.core.assessing import assess_log, judge_said, read_earlier, read_words
from scoring.core.assessment import Finding
from simulator.core.events import Event
from simulator.core.folding import fold
from simulator.core.state import start_state
from tests.scoring.core.shifts import LONG, Asked, appear, make_shift
from tests.simulator.timelines import MINUTE

ASKED = Asked("bag")
SHIFT = make_shift([ASKED])
START = {
    "mode": "practice", "engine": 2, "scoring": 3, "agent": "TB", "trainee": "u1", "speed": 1000, "cast": {},
    "duration_ms": LONG, "wall_ms": 0,
}  # fmt: skip
CARD = "Schick uns mal deine Kundennummer."


def write_log(*, visibility: str) -> list[Event]:
    """One reply and its correction, in which the number is asked for."""
    _, kind, appeared = appear(ASKED)
    sent = {"post": "bag", "thread": "bag", "visibility": visibility, "seen_seq": 2}
    return [
        Event(1, 0, "RunStarted", "u1", START),
        Event(2, 0, kind, "", appeared, "Hallo?"),
        Event(3, MINUTE, "ReplySent", "u1", sent, "Hallo, ich schaue nach."),
        Event(4, 2 * MINUTE, "ReplyCorrected", "u1", {"reply": 3, "thread": "bag", "seen_seq": 3}, CARD),
    ]


def rules_by_reply(log: list[Event]) -> dict[int, set[str]]:
    return {seq: {found.rule for found in judged.findings} for seq, judged in assess_log(SHIFT, log) if judged}


def test_a_correction_is_as_public_as_its_reply_was():
    public, private = (rules_by_reply(write_log(visibility=each)) for each in ("public", "private"))

    assert list(public) == list(private) == [3, 4]
    assert ["privacy.asked_in_public" in found for found in (public[3], public[4], private[4])] == [False, True, False]


def test_a_correction_is_never_held_against_the_words_that_it_replaces():
    log = write_log(visibility="public")
    log[3] = Event(4, 2 * MINUTE, "ReplyCorrected", "u1", {"reply": 3, "thread": "bag", "seen_seq": 3}, log[2].words)

    assert [judged.signals["reuse_likeness"] for _, judged in assess_log(SHIFT, log) if judged] == [0, 0]


def test_what_was_said_before_is_read_once_and_what_was_deleted_is_forgotten():
    state, shelves = start_state(SHIFT), {}
    for event in write_log(visibility="public")[:3]:
        fold(state, event)

    shelf = read_earlier(state, actor="u1", shelves=shelves)
    again = read_earlier(state, actor="u1", shelves=shelves)
    fold(state, Event(4, 2 * MINUTE, "ReplyDeleted", "u1", {"reply": 3, "thread": "bag"}))

    assert (again, shelf.writers, shelf.public) == (shelf, [3], {3})
    assert read_earlier(state, actor="u1", shelves=shelves).writers == []
    assert read_earlier(state, actor="u2", shelves=shelves).writers == []


def test_a_reply_is_judged_by_the_wait_of_its_post():
    state = start_state(SHIFT)
    log = write_log(visibility="public")
    for event in log[:2]:
        fold(state, event)
    earlier = read_earlier(state, actor="u1", shelves={})
    reading = read_words("Hallo, ich schaue nach.", state=state)

    judged = judge_said(state, reading, data=log[2].data, at_ms=8 * MINUTE, earlier=earlier)

    [wait] = [found for found in judged.findings if found.rule == "speed.wait"]
    assert (wait.params["wait_ms"], wait.params["target_ms"]) == (8 * MINUTE, 4 * MINUTE)
    assert judged.criteria["speed"] == 1000 + wait.points < 1000


def test_a_finding_is_stored_field_by_field():
    assert Finding("tone.cold", "tone", (2, 5), -40, {"word": "nix"}, critical=True).to_data() == {
        "rule": "tone.cold",
        "criterion": "tone",
        "span": [2, 5],
        "points": -40,
        "params": {"word": "nix"},
        "critical": True,
    }
    assert Finding("tone.cold", "tone", None, 0).to_data()["span"] is None
