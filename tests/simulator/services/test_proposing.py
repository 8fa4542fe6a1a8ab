"""A settled case is proposed as an article, in the log, and nothing follows from it."""

import pytest

from simulator import queries, services
from simulator.core.events import Event
from simulator.models import Run
from simulator.services import Refused
from simulator.services.proposing import split_proposal
from tests.simulator.services.acts import log_of, propose, resolve, start_storm

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tia, now) -> Run:
    """Twenty seconds into a storm, with one thread resolved."""
    run = start_storm(tia, now)
    resolve(run, tia, "r")
    return run


def test_title_and_text_are_the_words_of_the_event(run, tia):
    ack = propose(run, tia, title="  Rucksack\n weg ", text=" Ins Fundbüro.\n\nMit Nummer. ")

    [written] = log_of(run, "ArticleProposed")
    words = "Rucksack weg\n\nIns Fundbüro.\n\nMit Nummer."
    assert written == Event(ack.seq, 20_000, "ArticleProposed", f"u{tia.pk}", {"thread": "bag"}, words)
    assert split_proposal(words) == ("Rucksack weg", "Ins Fundbüro.\n\nMit Nummer.")
    assert services.replay(run.pk) == queries.read_log(run.pk)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"thread": "rage"}, "not_resolved"),
        ({"thread": "boat"}, "unknown_thread"),
        ({"title": " "}, "empty"),
        ({"text": " "}, "empty"),
        ({"title": "t" * 121}, "too_long"),
        ({"text": "t" * 1_201}, "too_long"),
        ({"text": "a\x00"}, "bad_text"),
    ],
)
def test_what_is_no_article_of_a_settled_case_is_refused(run, tia, asked, code):
    with pytest.raises(Refused, match=code):
        propose(run, tia, **asked)


def test_only_whose_run_it_is_proposes_and_only_they_find_it_listed(run, tia, theo, carla):
    with pytest.raises(Refused, match="forbidden"):
        propose(run, theo)
    propose(run, tia)
    propose(run, tia, "b", title="Zweiter")

    assert [event.words.text.split("\n")[0] for event in queries.list_proposals(tia)] == ["Zweiter", "Rucksack weg"]
    assert [queries.list_proposals(each) for each in (theo, carla)] == [[], []]


def test_what_is_erased_is_listed_no_more(run, tia):
    propose(run, tia)
    services.end_run(run.pk, actor=tia, cmd_id="e")
    run.refresh_from_db()

    services.erase_words(run, actor=tia)

    assert queries.list_proposals(tia) == []
    assert services.verify_chain(run.pk) is None


def test_what_a_fork_shares_is_listed_once_and_stays_when_its_first_run_goes(run, tia):
    written = propose(run, tia)
    fork = services.fork_run(run, at_seq=written.seq, actor=tia)

    assert [event.run_id for event in queries.list_proposals(tia)] == [run.pk]
    services.purge_run(run, actor=tia)
    assert [event.run_id for event in queries.list_proposals(tia)] == [fork.pk]
