"""Articles of the house: their sentences may be repeated word for word, like those of facts."""

from dataclasses import replace

import pytest

from scenarios.core.codec import dumps, loads
from scenarios.core.timeline import Article, Timeline
from simulator import queries, services
from simulator.models import Run
from tests.simulator.timelines import BRAND, make_morning
from tests.simulator.worlds import start

TEXT = "Gefundenes kommt abends ins Fundbüro am Endbahnhof. Mit Zug, Wagen und Platz finden wir es am schnellsten."

pytestmark = pytest.mark.django_db


def make_house(*articles: Article) -> Timeline:
    return replace(make_morning(), brand=replace(BRAND, articles=articles))


def answer_twice(run: Run) -> int:
    """The likeness of the second of two replies that both say the article."""
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
    for nth in ("a", "b"):
        text = f"Hallo Mara. {TEXT} ^TI"
        services.reply(run.pk, actor=run.trainee, cmd_id=nth, text=text, **asked)
    assessed = [event.data for event in queries.read_log(run.pk) if event.kind == "ReplyAssessed"]
    likeness: int = assessed[-1]["signals"]["reuse_likeness"]
    return likeness


def test_an_article_may_be_said_again_and_again(tia):
    assert answer_twice(start(tia, timeline=make_house(Article("fund", "Fundsachen", TEXT)))) == 0


def test_the_same_words_of_ones_own_are_a_repetition(tia):
    assert (
        answer_twice(start(tia, timeline=make_house(Article("rad", "Rad", "Räder fahren mit, wenn Platz ist."))))
        == 1000
    )


def test_a_timeline_without_articles_is_written_as_before():
    assert "articles" not in dumps(make_morning())
    house = make_house(Article("fund", "Fundsachen", TEXT))
    assert loads(dumps(house)) == house
