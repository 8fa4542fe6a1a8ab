"""The debrief says the most telling first, folds the rest, and stays quick however long the run was."""

import re

import pytest
from django.test import Client

from people.models import User
from simulator.models import Run
from simulator.services import end_run, erase_words, reply
from simulator.services.clock import FixedClock
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db

GOOD = "Hallo Mara, das ist ärgerlich, das tut mir leid. Ich suche deinen Rucksack bis 17 Uhr im Fundbüro. ^TI"
COLD = "Da haben Sie Pech gehabt."


def answer(tia: User, now: FixedClock, texts: list[str]) -> Run:
    """The morning, in which Tia sends `texts` to the first post, one every ten seconds."""
    run = start(tia)
    for nth, text in enumerate(texts):
        now.advance(10_000)
        asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
        reply(run.pk, actor=tia, cmd_id=f"c{nth}", text=text, **asked)
    end_run(run.pk, actor=tia, cmd_id="end")
    run.refresh_from_db()
    return run


def read(client: Client, run: Run, page: str = "") -> str:
    return client.get(f"/runs/{run.pk}/debrief/{page}").content.decode()


def test_page_one_says_what_to_keep_to_change_and_to_try_again(as_tia: Client, tia: User, now):
    page = read(as_tia, answer(tia, now, [GOOD, "Schick uns hier deine Kundennummer."]))

    picks = page[page.index('class="picks"') : page.index('id="score-title"')]
    assert re.findall(r'<article class="card pick (pick-\w+)">', picks) == ["pick-keep", "pick-change", "pick-retry"]
    assert "Kundennummer" in picks
    assert page.index('class="picks"') < page.index('id="replies-title"')


def test_the_contents_stand_in_the_order_of_the_page(as_tia: Client, tia: User, now):
    page = read(as_tia, answer(tia, now, [GOOD, COLD]))

    contents = page[page.index('class="contents') : page.index("</nav>", page.index('class="contents'))]
    listed = re.findall(r'href="#([\w-]+)"', contents)
    assert listed == sorted(listed, key=lambda name: page.index(f'id="{name}"'))


def test_after_an_erasure_page_one_points_without_the_words(as_tia: Client, tia: User, now):
    run = answer(tia, now, [COLD])
    read(as_tia, run)
    erase_words(run, actor=tia)

    page = read(as_tia, run)

    assert COLD not in page
    assert "Der Text wurde gelöscht." in page[page.index('class="picks"') : page.index('id="score-title"')]


def test_a_few_replies_all_stand_open_in_their_order(as_tia: Client, tia: User, now):
    page = read(as_tia, answer(tia, now, [GOOD, COLD, GOOD]))

    assert re.findall(r'<details class="moment card" id="reply-\d+" (open|data-page)', page) == ["open"] * 3
    assert "Wo am meisten verloren ging" not in page


def test_of_many_replies_the_worst_and_the_best_stand_first_and_the_rest_is_lines(as_tia: Client, tia: User, now):
    run = answer(tia, now, [GOOD, *[f"{COLD} {nth}" for nth in range(7)]])

    page = read(as_tia, run)

    states = re.findall(r'<details class="moment card" id="reply-\d+" (open|data-page)', page)
    assert (len(states), states == sorted(states, reverse=True)) == (8, True)
    lines = re.findall(r'data-page="(/runs/\d+/debrief/replies/\d+/\?revision=0)"', page)
    assert [as_tia.get(line).status_code for line in lines] == [200] * len(lines)
    assert len(lines) >= 3


@pytest.mark.parametrize("count", [6, 12])
def test_a_long_run_asks_the_database_no_more_often_than_a_short_one(
    count: int, as_tia: Client, tia: User, now, django_assert_num_queries
):
    run = answer(tia, now, [f"{COLD} {nth}" for nth in range(count)])
    read(as_tia, run)

    with django_assert_num_queries(15):
        read(as_tia, run)


def test_a_reply_has_a_page_of_its_own_with_what_followed_it(as_tia: Client, tia: User, now):
    run = answer(tia, now, [GOOD])
    seq = run.events.get(kind="ReplySent").seq

    page = read(as_tia, run, f"replies/{seq}/")

    assert re.findall(r"<mark class=", page) != []
    assert re.findall(r'<p class="post-text"[^>]*>(Danke \^TI)</p>', page) == ["Danke ^TI"]


def test_nobody_else_sees_that_page_and_what_is_no_reply_has_none(tia: User, theo: User, carla: User, sam: User, now):
    run = answer(tia, now, [GOOD])
    seq = run.events.get(kind="ReplySent").seq
    path = f"/runs/{run.pk}/debrief/replies/{seq}/"

    assert [sign_in(person).get(path).status_code for person in (theo, carla, sam)] == [404] * 3
    assert [sign_in(tia).get(f"/runs/{run.pk}/debrief/replies/{each}/").status_code for each in (seq, 1)] == [200, 404]


def test_a_run_under_way_has_no_page_for_a_reply(as_tia: Client, tia: User):
    run = start(tia)

    assert as_tia.get(f"/runs/{run.pk}/debrief/replies/3/")["Location"] == f"/runs/{run.pk}/"
