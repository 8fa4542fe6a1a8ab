"""Tags: marked for others in the house, taken off again, and nothing else moves."""

import pytest

from simulator import queries, services
from simulator.core.events import Event
from simulator.models import Run
from simulator.services import Refused
from simulator.services.memory import peek
from tests.simulator.publics import make_storm
from tests.simulator.services.acts import TAGGED, log_of, start_storm, tag, untag
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tia, now) -> Run:
    return start_storm(tia, now)


def test_a_tag_is_written_and_taken_off(run, tia):
    ack = tag(run, tia)

    [written] = log_of(run, "Tagged")
    assert written == Event(ack.seq, 20_000, "Tagged", f"u{tia.pk}", TAGGED)
    untag(run, tia)
    assert [event.data for event in log_of(run, "Untagged")] == [TAGGED]
    assert peek(run.pk).tags == {"bag-1": {}}


def test_nothing_follows_from_a_tag(tia, theo, now):
    run, other = start(tia, timeline=make_storm()), start(theo, timeline=make_storm())
    now.advance(20_000)
    tag(run, tia)
    untag(run, tia)
    tag(run, tia, "c")
    now.advance(120_000)
    for each in (run, other):
        services.catch_up(each.pk)

    kinds = [[event.kind for event in queries.read_log(each.pk)] for each in (run, other)]
    assert [kind for kind in kinds[0] if kind not in ("Tagged", "Untagged")] == kinds[1]
    assert services.replay(run.pk) == queries.read_log(run.pk)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"tag": "nonsense"}, "bad_tag"),
        ({"thread": "boat"}, "unknown_thread"),
        ({"post": "boat-1"}, "unknown_post"),
    ],
)
def test_what_is_not_there_is_not_tagged(run, tia, asked, code):
    for act in (tag, untag):
        with pytest.raises(Refused, match=code):
            act(run, tia, **asked)


def test_twice_is_refused_and_a_resend_acknowledged(run, tia):
    with pytest.raises(Refused, match="not_tagged"):
        untag(run, tia)
    first = tag(run, tia)

    assert tag(run, tia) == first
    with pytest.raises(Refused, match="already_tagged"):
        tag(run, tia, "c")


def test_only_whose_run_it_is_may(run, theo):
    with pytest.raises(Refused, match="forbidden"):
        tag(run, theo)


def test_not_while_the_clock_stands(run, tia):
    services.pause(run.pk, actor=tia, cmd_id="p")

    with pytest.raises(Refused, match="paused"):
        tag(run, tia)
