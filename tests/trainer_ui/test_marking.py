"""The pages on which coaches mark: whose replies are there, without a name, and what a form not taken keeps."""

import html
import re
from datetime import timedelta

import pytest
from django.test import Client

from scenarios.queries import load_timeline
from scoring.models import Mark
from scoring.queries.before import read_before
from scoring.queries.marks import list_marks
from scoring.queries.queue import list_queue
from simulator.models import Run
from simulator.services import end_run, erase_words, join_exercise, reply
from tests.conftest import make_person
from tests.scoring.classes import ASKS, CANNED, FINE, play_class, set_class
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db
STEPS = {"step-tone": "4", "step-individuality": "3", "step-spelling": "5", "step-overall": "4"}
HOSTILE = "<script>alert(1)</script>{{ 7*7 }}\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def runs(tia, theo, carla, early, now):
    """Tia asks for data in public, Theo does not: two replies to Jana's first post."""
    said = [(tia, {"bag-1": f"{ASKS} ^TI"}), (theo, {"bag-1": FINE, "train-1": "Kommt um acht."})]
    return play_class(set_class(carla, early, now), said, now)


@pytest.fixture
def group(runs, carla):
    return next(each for each in list_queue(carla) if each.post == "bag-1")


def read_page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def read_cards(page: str) -> list[str]:
    return re.findall(r'<article class="card mark-card.*?</article>', page, flags=re.DOTALL)


def card_of(page: str, words: str) -> str:
    [card] = [each for each in read_cards(page) if words in each]
    return card


def token_of(card: str) -> str:
    return re.findall(r'data-token="(\w+)"', card)[0]


def test_only_coaches_of_the_cohort_find_what_is_to_be_marked(group, carla, cem, tia, milan, ada, client):
    address = f"/marking/{group.id}/"
    people = (carla, cem, tia, milan, ada)

    assert [sign_in(one).get("/marking/").status_code for one in people] == [200, 200, 404, 404, 404]
    assert [sign_in(one).get(address).status_code for one in people] == [200, 404, 404, 404, 404]
    assert client.get("/marking/").status_code == 302
    assert "Nichts mehr zu bewerten" in read_page(sign_in(cem), "/marking/")


def test_class_runs_are_there_for_thirty_days_and_practice_never(group, runs, carla):
    Run.objects.filter(pk=runs[0].pk).update(mode="practice")
    left = [reply.run.pk for each in list_queue(carla) for reply in each.replies if each.post == "bag-1"]
    assert left == [runs[1].pk]
    for run in runs:
        Run.objects.filter(pk=run.pk).update(created_at=run.created_at - timedelta(days=31))

    assert list_queue(carla) == []


def test_a_run_under_way_is_not_marked_yet(runs, carla):
    Run.objects.update(ended=False)

    assert list_queue(carla) == []


def test_all_replies_to_one_post_stand_side_by_side_and_nobody_s_name_does(group, runs, carla):
    page = read_page(sign_in(carla), f"/marking/{group.id}/")

    assert len(read_cards(page)) == 2
    assert "Antworten auf" in page
    assert "Mein Rucksack ist weg" in page
    body = page[page.index("<main") :]
    assert [name for name in ("Tia", "Theo", "^TI", "^TH") if name in body] == []
    assert "^••" not in body
    assert f"/runs/{runs[0].pk}" not in body
    assert "•••" in card_of(page, "Kundennummer")


def test_beside_a_reply_stands_what_could_be_known_then_and_nothing_later(tia, theo, carla, early, now):
    exercise = set_class(carla, early, now)
    run = join_exercise(exercise, trainee=tia)
    now.advance(30_000)
    said = ("Ich bin Tia und schaue nach.", FINE, "Er steht im Fundbüro.")
    for nth, text in enumerate(said):
        now.advance(10_000)
        reply(
            run.pk, actor=tia, cmd_id=f"c{nth}", thread="bag", post="bag-1", visibility="public", text=text, seen_seq=99
        )  # fmt: skip
    now.advance(300_000)
    end_run(run.pk, actor=tia, cmd_id="end")
    group = next(each for each in list_queue(carla) if each.post == "bag-1")

    befores = {each.text: before for each in group.replies for before in [read_before([each])[each.key]]}
    page = html.unescape(read_page(sign_in(carla), f"/marking/{group.id}/"))

    assert [[each.text for each in befores[text].thread if not each.name] for text in said] == [
        [], [said[0]], [said[0], said[1]],
    ]  # fmt: skip
    ends = {each.text: each.at_ms for each in group.replies}
    assert [text for text in said for each in befores[text].thread if each.at_ms > ends[text]] == []
    later = [each for each in load_timeline(run.version).facts if each.release_ms is None or each.release_ms > 60_000]
    assert [each.text for each in later for before in befores.values() if each.text in before.facts] == []
    [card] = [each for each in read_cards(page) if re.search(r"data-words>[^<]*Ich suche", each)]
    assert ("Ich bin ••• und schaue nach." in card, "Er steht im Fundbüro." in card) == (True, False)


def test_other_coaches_see_another_order_under_other_names(group, carla, early):
    clara = make_person("clara", cohort=early.name, role="coach")
    pages = [read_page(sign_in(coach), f"/marking/{group.id}/") for coach in (carla, clara)]

    tokens = [{token_of(card) for card in read_cards(page)} for page in pages]

    assert tokens[0] & tokens[1] == set()


def test_what_the_score_found_is_shown_after_the_mark_or_at_once_where_one_wants_it(group, carla):
    coach, address = sign_in(carla), f"/marking/{group.id}/"
    found = "Öffentlich nach Daten gefragt"

    assert found not in read_page(coach, address)
    assert found in read_page(coach, f"{address}?findings=before")
    token = token_of(card_of(read_page(coach, address), "Kundennummer"))
    coach.post(address, {"reply": token, **STEPS})

    page = read_page(coach, address)
    assert found in card_of(page, "Kundennummer")
    assert "erscheint hier, wenn Sie gespeichert haben" in card_of(page, "Rucksack bis 17 Uhr")


def test_saving_goes_on_to_the_next_but_stays_where_something_is_to_be_decided(group, carla):
    coach, address = sign_in(carla), f"/marking/{group.id}/"
    page = read_page(coach, address)
    asks = token_of(card_of(page, "Kundennummer"))

    saved = coach.post(address, {"reply": asks, **STEPS})

    assert saved["Location"] == f"{address}?saved={asks}#r-{asks}"
    card = card_of(read_page(coach, address), "Kundennummer")
    number, finding = decision_of(card, "Öffentlich nach Daten gefragt")
    decided = coach.post(
        address, {"reply": asks, **STEPS, f"finding-{number}": finding, f"verdict-{number}": "confirmed"}
    )
    assert not decided["Location"].endswith(f"#r-{asks}")
    assert [len(mark.overrides) for mark in list_marks(Run.objects.all())] == [1]
    assert Mark.objects.count() == 2


def decision_of(card: str, title: str) -> tuple[str, str]:
    """The number of the form's fields for a finding, and what names it."""
    part = card[card.index(title) :]
    number, finding = re.findall(r'name="finding-(\d+)" value="([^"]*)"', part)[0]
    return number, html.unescape(finding)


def test_a_mark_that_is_not_taken_says_why_and_keeps_what_was_typed(group, carla):
    coach, address = sign_in(carla), f"/marking/{group.id}/"
    token = token_of(card_of(read_page(coach, address), "Kundennummer"))
    sent = {"reply": token, **STEPS, "remark": HOSTILE, "note-start": "0", "note-end": "5", "note-text": "Anrede?"}
    del sent["step-tone"]

    answer = coach.post(address, sent)

    card = card_of(answer.content.decode(), "Kundennummer")
    assert answer.status_code == 422
    assert "Ton fehlt" in card
    assert html.escape(HOSTILE) in card
    assert "<script>alert" not in card
    assert "Anrede?</textarea>" in card
    assert '<q class="note-words">Hallo</q>' in card
    assert re.findall(r'name="step-spelling" value="5"[^>]* checked', card) != []
    assert not Mark.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"reply": "x" * 20},
        {"reply": ""},
        {"step-tone": "viel"},
        {"step-tone": "²"},
        {"note-start": "0"},
        {"note-start": "-1", "note-end": "5", "note-text": "x"},
        {"finding-1": "[]", "verdict-1": "lifted"},
        {"finding-1": '[1, "tone.insult", "{}"]', "verdict-1": "lifted", "reason-1": "nein"},
    ],
)
def test_what_no_form_sends_is_not_there(group, carla, wrong):
    coach, address = sign_in(carla), f"/marking/{group.id}/"
    token = token_of(card_of(read_page(coach, address), "Kundennummer"))

    assert coach.post(address, {"reply": token, **STEPS, **wrong}).status_code == 404
    assert not Mark.objects.exists()


def test_another_cohort_s_coach_marks_nothing(group, carla, cem):
    address = f"/marking/{group.id}/"
    token = token_of(read_cards(read_page(sign_in(carla), address))[0])

    assert sign_in(cem).post(address, {"reply": token, **STEPS}).status_code == 404
    assert not Mark.objects.exists()


def test_what_was_erased_cannot_be_marked_and_is_not_asked_for(group, runs, tia, carla):
    erase_words(runs[0], actor=tia)

    page = read_page(sign_in(carla), f"/marking/{group.id}/")

    assert "Kundennummer" not in page
    assert "Der Trainee hat diesen Text gelöscht" in page
    assert len(re.findall('class="mark-form"', page)) == 1


def test_the_pages_ask_as_often_for_six_trainees_as_for_two(
    tia, theo, carla, early, now, django_assert_max_num_queries, django_assert_num_queries
):
    exercise = set_class(carla, early, now)
    play_class(exercise, [(tia, {"bag-1": FINE}), (theo, {"bag-1": ASKS})], now)
    coach = sign_in(carla)
    counts = []
    for names in ((), ("uta", "vera", "willi", "xaver")):
        more = [(make_person(name, cohort=early.name, role="trainee"), {"bag-1": CANNED}) for name in names]
        play_class(exercise, more, now)
        group = next(each for each in list_queue(carla) if each.post == "bag-1")
        for address in ("/marking/", f"/marking/{group.id}/"):
            with django_assert_max_num_queries(16) as asked:
                coach.get(address)
            counts.append(len(asked))

    assert counts[:2] == counts[2:]


def test_the_page_speaks_english_too(group, carla):
    carla.language = "en"
    carla.save()
    coach = sign_in(carla)
    coach.cookies["django_language"] = "en"

    assert "Replies to" in read_page(coach, f"/marking/{group.id}/")
    assert "replies to mark" in read_page(coach, "/marking/")


def test_only_coaches_see_the_way_to_it(carla, tia):
    assert 'href="/marking/"' in sign_in(carla).get("/").content.decode()
    assert 'href="/marking/"' not in sign_in(tia).get("/").content.decode()
