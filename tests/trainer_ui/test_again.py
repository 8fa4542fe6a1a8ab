"""A moment is tried again in a run of its own, and both futures stand side by side afterwards."""

import re

import pytest
from django.test import Client

from people.models import User
from simulator.models import Run
from simulator.queries import read_log
from simulator.services import correct_reply, delete_reply, end_run, erase_words, reply
from simulator.services.clock import FixedClock
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import play, sign_in

pytestmark = pytest.mark.django_db

COLD = "Da haben Sie Pech gehabt."
WARM = "Hallo Mara, das tut mir leid. Ich suche deinen Rucksack bis 17 Uhr im Fundbüro und melde mich. ^TI"


def go_back(client: Client, run: Run, *, seq: int, asked: int) -> Run:
    response = client.post(f"/runs/{run.pk}/debrief/again/", {"seq": seq, "asked": asked})
    assert response.status_code == 302
    return Run.objects.get(pk=int(response["Location"].split("/")[2]))


def try_again(client: Client, tia: User, now: FixedClock, run: Run, *, text: str) -> Run:
    seq = run.events.filter(kind="ReplySent").order_by("seq")[0].seq
    fork = go_back(client, run, seq=seq, asked=2)
    now.advance(10_000)
    reply(fork.pk, actor=tia, cmd_id="1", thread="bag", post="bag-1", visibility="public", text=text, seen_seq=2)
    end_run(fork.pk, actor=tia, cmd_id="2")
    fork.refresh_from_db()
    return fork


def read(client: Client, run: Run) -> str:
    return client.get(f"/runs/{run.pk}/debrief/").content.decode()


def read_replies(part: str) -> list[str]:
    """What each reply says as it stands."""
    return re.findall(r'<p class="post-text" lang[^>]*>(.*?)</p>', part)


def test_one_goes_on_a_few_seconds_before_the_reply(as_tia: Client, tia: User, now):
    run = play(tia, now, text=COLD)
    fork = go_back(as_tia, run, seq=run.events.get(kind="ReplySent").seq, asked=2)

    log = read_log(fork.pk)
    assert (fork.parent, log[-1].kind, log[-1].at_ms) == (run, "RunForked", 20_000)
    assert [event.kind for event in log if event.kind == "ReplySent"] == []


def test_both_futures_stand_side_by_side_with_their_replies_and_values(as_tia: Client, tia: User, now):
    run = play(tia, now, text=COLD)
    fork = try_again(as_tia, tia, now, run, text=WARM)

    page = read(as_tia, fork)

    futures = page[page.index('id="futures-title"') :]
    assert read_replies(futures)[:2] == [COLD, WARM]
    rows = re.findall(r'<th scope="row">(\w+)</th>(?:<td class="numbers">(.*?)</td>){3}', futures)
    assert dict(rows)["Ton"].startswith("+")
    assert f'href="/runs/{run.pk}/debrief/"' in futures
    assert f'href="/runs/{fork.pk}/debrief/"' in read(as_tia, run)


@pytest.mark.parametrize("then", ["correct", "delete"])
def test_second_thoughts_stand_in_both_futures_as_the_public_saw_them(then: str, as_tia: Client, tia: User, now):
    run = revise(tia, now, then=then)
    fork = try_again(as_tia, tia, now, run, text=WARM)

    page = read(as_tia, fork)

    first, this = page[page.index('class="futures"') : page.index("<table")].split('<article class="future">')[1:]
    if then == "correct":
        assert read_replies(first) == [WARM]
        assert re.findall(r"<summary>(.*?)</summary>\s*<p[^>]*>(.*?)</p>", first) == [
            ("Korrigiert bei 0:40 – vorher stand da", COLD)
        ]
    else:
        assert read_replies(first) == [COLD]
        assert "Gelöscht bei 0:40." in first
    # A deleted reply is worth nothing that could be held against the other.
    assert ("other-values" in first, "other-values" in this) == (then == "correct", True)
    assert "Korrigiert" not in this


def test_the_same_words_at_the_same_time_come_to_the_same(as_tia: Client, tia: User, now):
    run = play(tia, now, text=WARM)
    fork = try_again(as_tia, tia, now, run, text=WARM)

    page = read(as_tia, fork)

    futures = page[page.index('id="futures-title"') : page.index('id="replies-title"')]
    table = futures[futures.index("<tbody>") : futures.index("</tbody>")]
    values = re.findall(r'<th scope="row">(Ton|Eigene Worte)</th>.*?<td class="numbers">(\S+)</td></tr>', table)
    assert values == [("Ton", "0"), ("Eigene Worte", "0")]


def test_words_that_were_erased_do_not_come_back_beside_the_new_ones(as_tia: Client, tia: User, now):
    run = play(tia, now, text=COLD)
    fork = try_again(as_tia, tia, now, run, text=WARM)
    erase_words(run, actor=tia)

    page = read(as_tia, fork)

    assert (COLD in page, WARM in page) == (False, True)


def test_a_post_that_got_no_reply_is_gone_back_to(as_tia: Client, tia: User, now):
    run = play(tia, now, text=COLD)
    asked = next(event for event in read_log(run.pk) if event.data.get("post") == "train-1")

    fork = go_back(as_tia, run, seq=asked.seq, asked=asked.seq)

    assert read_log(fork.pk)[-1].at_ms == asked.at_ms


@pytest.mark.parametrize("then", ["correct", "delete"])
def test_second_thoughts_about_a_reply_are_gone_when_one_goes_back_before_it(then: str, as_tia: Client, tia: User, now):
    run = revise(tia, now, then=then)
    first, second = (event.seq for event in read_log(run.pk) if event.kind == "ReplySent")

    fork = go_back(as_tia, run, seq=first, asked=2)
    later = go_back(as_tia, run, seq=second, asked=2)

    revised = "ReplyCorrected" if then == "correct" else "ReplyDeleted"
    assert not {"ReplySent", revised} & {event.kind for event in read_log(fork.pk)}
    # Ten seconds before the second one, the first had been sent, and not yet been thought over.
    kinds = [event.kind for event in read_log(later.pk)]
    assert (kinds.count("ReplySent"), kinds.count(revised), read_log(later.pk)[-1].at_ms) == (1, 0, 35_000)


def revise(tia: User, now: FixedClock, *, then: str) -> Run:
    """A reply after 30 s that is thought over after 40 s, and one more to the same post after 45 s."""
    run = start(tia)
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
    now.advance(30_000)
    reply(run.pk, actor=tia, cmd_id="1", text=COLD, **asked)
    seq = run.events.get(kind="ReplySent").seq
    now.advance(10_000)
    if then == "correct":
        correct_reply(run.pk, actor=tia, cmd_id="2", reply=seq, text=WARM, seen_seq=2)
    else:
        delete_reply(run.pk, actor=tia, cmd_id="2", reply=seq)
    now.advance(5_000)
    reply(run.pk, actor=tia, cmd_id="3", text="Hallo Mara, noch etwas.", **asked)
    end_run(run.pk, actor=tia, cmd_id="4")
    run.refresh_from_db()
    return run


@pytest.mark.parametrize("words", [{"seq": "x", "asked": "2"}, {"seq": "999", "asked": "2"}, {}])
def test_what_is_no_moment_is_not_there(words: dict[str, str], as_tia: Client, tia: User, now):
    run = play(tia, now, text=COLD)

    assert as_tia.post(f"/runs/{run.pk}/debrief/again/", words).status_code == 404


def test_nobody_else_can_and_only_practice_is_tried_again(tia: User, theo: User, carla: User, sam: User, now):
    run = play(tia, now, text=COLD)
    path, words = f"/runs/{run.pk}/debrief/again/", {"seq": 3, "asked": 2}
    assert [sign_in(person).post(path, words).status_code for person in (theo, carla, sam)] == [404] * 3

    Run.objects.filter(pk=run.pk).update(mode="certification")
    assert sign_in(tia).post(path, words).status_code == 404
    assert "Diesen Augenblick noch einmal versuchen" not in read(sign_in(tia), run)
