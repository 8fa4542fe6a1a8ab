"""What was done beside replies, on the pages: pictures, and the debrief of a storm."""

import re

import pytest
from django.test import Client

from people.models import User
from simulator import services
from simulator.models import Run
from tests.simulator.services import acts
from tests.trainer_ui.conftest import sign_in
from trainer_ui import print_views

pytestmark = pytest.mark.django_db

STRANGE = "<b>Bitte</b> prüfen & melden."


@pytest.fixture
def run(tia: User, now) -> Run:
    return acts.start_storm(tia, now)


@pytest.fixture
def ended(run: Run, tia: User, now) -> Run:
    """A run in which everything was done once."""
    acts.note(run, tia, "n", text="<i>Ruft</i> um zwölf zurück.")
    acts.escalate(run, tia, "e", note=STRANGE)
    acts.publish(run, tia, "p")
    acts.treat(run, tia, "t")
    services.tag_post(run.pk, actor=tia, cmd_id="g", thread="bag", post="bag-1", tag="product_feedback")
    seen = {"thread": "bag", "post": "bag-1", "seen_seq": 2}
    services.reply(run.pk, actor=tia, cmd_id="r", visibility="private", text="Hallo, nur an dich.", **seen)
    now.advance(60_000)
    acts.update(run, tia, "u")
    acts.resolve(run, tia, "s")
    crowd = next(event for event in acts.log_of(run, "PostAppeared") if event.data.get("crowd"))
    to_crowd = {"thread": crowd.data["thread"], "post": crowd.data["post"], "seen_seq": crowd.seq}
    services.reply(run.pk, actor=tia, cmd_id="c", visibility="public", text="Wir sind dran.", **to_crowd)
    services.end_run(run.pk, actor=tia, cmd_id="end")
    run.refresh_from_db()
    return run


def find_section(page: str, title: str) -> str:
    """The text of a section, without its marks."""
    found = re.search(rf'<section aria-labelledby="{title}-title".*?</section>', page, flags=re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def picture_path(run: Run) -> str:
    post = next(event for event in acts.log_of(run, "PostAppeared") if "picture" in event.data)
    return f"/runs/{run.pk}/pictures/{post.seq}.svg"


def test_a_picture_is_drawn_from_the_log(as_tia: Client, run: Run):
    answer = as_tia.get(picture_path(run))

    assert (answer.status_code, answer["Content-Type"], answer["X-Content-Type-Options"]) == (
        200,
        "image/svg+xml",
        "nosniff",
    )
    assert "script-src" in answer["Content-Security-Policy"]
    assert "fällt aus" in answer.content.decode()


def test_a_picture_is_there_for_whoever_may_see_the_run(
    run: Run, client: Client, theo: User, carla: User, sam: User, ada: User
):
    path = picture_path(run)

    assert [sign_in(person).get(path).status_code for person in (theo, carla, sam, ada)] == [404] * 4
    assert client.get(path).status_code == 302


def test_what_is_no_picture_is_not_there(as_tia: Client, run: Run):
    post = next(event for event in acts.log_of(run, "PostAppeared") if "picture" not in event.data)

    paths = [f"/runs/{run.pk}/pictures/{seq}.svg" for seq in (0, 1, post.seq, 99_999)]
    assert [as_tia.get(path).status_code for path in paths] == [404] * 4


def test_the_debrief_shows_what_was_done_beside_the_replies(as_tia: Client, ended: Run):
    page = as_tia.get(f"/runs/{ended.pk}/debrief/").content.decode()
    beside = find_section(page, "doings")

    for words in (
        "Weitergegeben an Leitstelle",
        "&lt;b&gt;Bitte&lt;/b&gt; prüfen &amp; melden.",
        "Antwort von Leitstelle",
        "Interne Notiz",
        "&lt;i&gt;Ruft&lt;/i&gt; um zwölf zurück.",
        "In Ruhe gelassen: will nur provozieren",
        "Als Rückmeldung zum Produkt markiert",
        "Hallo, nur an dich.",
        "Als erledigt markiert",
    ):
        assert words in beside
    assert acts.NOTICE in find_section(page, "notices")


def test_the_notice_is_printed(as_tia: Client, ended: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(print_views, "print_page", lambda html: html.encode())

    page = as_tia.get(f"/runs/{ended.pk}/debrief.pdf").content.decode()

    assert acts.NOTICE in find_section(page, "notices")


def test_a_post_stands_once_above_all_that_was_done_with_it(as_tia: Client, run: Run, tia: User):
    acts.escalate(run, tia, "e")
    acts.treat(run, tia, "t", thread="train", post="train-1")
    services.end_run(run.pk, actor=tia, cmd_id="end")

    beside = find_section(as_tia.get(f"/runs/{run.pk}/debrief/").content.decode(), "doings")

    post = next(event for event in acts.log_of(run, "PostAppeared") if event.data["post"] == "train-1")
    assert beside.count(post.data["text"]) == 1
    assert "In Ruhe gelassen" in beside


def test_the_debrief_shows_the_mood_as_a_curve_and_in_a_table(as_tia: Client, ended: Run):
    page = as_tia.get(f"/runs/{ended.pk}/debrief/").content.decode()

    assert page.count('class="curve curve-own" d="M90 ') == 1
    assert "aufgeheizt" in find_section(page, "heat")


def test_only_those_of_the_crowd_who_were_answered_stand_on_the_time_line(as_tia: Client, ended: Run):
    page = as_tia.get(f"/runs/{ended.pk}/debrief/").content.decode()
    crowd = [event.data for event in acts.log_of(ended, "PostAppeared") if event.data.get("crowd")]

    answered = [data for data in crowd if data["text"] in find_section(page, "line")]
    assert 0 < len(answered) < len(crowd)


def test_the_debrief_of_erased_words_says_so(as_tia: Client, ended: Run, tia: User):
    services.erase_words(ended, actor=tia)

    page = as_tia.get(f"/runs/{ended.pk}/debrief/").content.decode()

    assert acts.NOTICE not in page
    assert "Der Text wurde gelöscht." in find_section(page, "notices")
