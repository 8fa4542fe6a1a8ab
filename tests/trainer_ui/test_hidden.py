"""What a page must not know yet, or ever: looked for in the page as the browser gets it, its JSON included."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client

from people.models import User
from scenarios.core.timeline import Timeline
from simulator.services import end_run
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import start

pytestmark = pytest.mark.django_db

SEED = 4_711_471_147_114_711


def make_secretive() -> Timeline:
    """The morning, with a model reply to each post."""
    morning = make_morning()
    posts = tuple(replace(post, needs=replace(post.needs, model=f"Vorbild zu {post.key}.")) for post in morning.posts)
    return replace(morning, posts=posts)


def secrets_of(timeline: Timeline) -> Iterator[str]:
    """Texts that are for later: what will be posted, what will be known, what a good answer is."""
    for post in timeline.posts:
        yield from (post.text, post.needs.model or "", *post.needs.acts)
    for fact in timeline.facts:
        yield from (fact.text, fact.approved or "")


def test_the_desk_holds_nothing_of_what_is_to_come(as_tia: Client, tia: User, now: FixedClock) -> None:
    timeline = make_secretive()

    page = as_tia.get(f"/runs/{start(tia, timeline=timeline).pk}/").content.decode()

    assert [text for text in secrets_of(timeline) if text and text in page] == []
    assert "Vorbild zu bag-1." in list(secrets_of(timeline))
    assert timeline.brand.name in page


@pytest.mark.parametrize("ended", [False, True])
def test_no_page_holds_the_seed(as_tia: Client, tia: User, now: FixedClock, ended: bool) -> None:
    run = start(tia, seed=SEED)
    if ended:
        end_run(run.pk, actor=tia, cmd_id="e")

    page = as_tia.get(f"/runs/{run.pk}/" + ("debrief/" if ended else ""))

    assert page.status_code == 200
    assert str(SEED) not in page.content.decode()
    assert "fingerprint" not in page.content.decode()
