"""The import on real conversations. The files lie beside the project and may not be copied into it."""

import csv
import re
import time
from pathlib import Path

import pytest

from scenarios.core.conditions import NoAnswer
from scenarios.core.importing.convert import Imported
from scenarios.core.timeline import Timeline
from tests.scenarios.import_samples import POSTS, REAL_FILES, THREADS, compile_imported, count_rows, import_bytes

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not REAL_FILES.exists(), reason=f"the real threads are not at {REAL_FILES}"),
]

LONG_NUMBER = re.compile(r"\+?\d[\d ().-]{7,}\d")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")


def column(file: Path, name: str) -> list[str]:
    with file.open(encoding="utf-8", newline="") as stream:
        return [row[name] for row in csv.DictReader(stream)]


def scripted(timeline: Timeline) -> int:
    return sum(post.at_ms is not None for post in timeline.posts)


def words_of(imported: Imported) -> set[str]:
    return set(re.findall(r"\w+", (imported.scenario + imported.brand).lower()))


@pytest.mark.parametrize("brand", ["sprintcare", "Delta", "AmazonHelp", "VirginTrains", None])
def test_every_row_of_the_threads_is_accounted_for(brand: str | None) -> None:
    ledger = import_bytes(THREADS.read_bytes(), brand=brand).ledger
    assert (ledger.rows, count_rows(ledger), ledger.unread) == (5_000, 5_000, ())


def test_big_and_small_brands_give_a_scenario_that_lints() -> None:
    brands = {author for author in column(THREADS, "author_id") if not author.isdigit()}
    timelines = [compile_imported(import_bytes(THREADS.read_bytes(), brand=brand)) for brand in sorted(brands)[::8]]
    assert (len(brands), len(timelines)) == (76, 10)
    assert all(timeline.posts for timeline in timelines)


def test_one_brand_gives_a_scenario_of_more_than_thirty_posts() -> None:
    imported = import_bytes(THREADS.read_bytes(), brand="sprintcare")
    timeline = compile_imported(imported)
    follow_ups = {reaction.follow_up for reaction in timeline.reactions if isinstance(reaction.when, NoAnswer)}
    assert imported.ledger.played == len(timeline.posts) - len(follow_ups) == 42 >= 30
    assert all(post.needs.model is None for post in timeline.posts)
    assert sum(post.needs.then is not None for post in timeline.posts) == 30


@pytest.mark.parametrize("brand", ["sprintcare", "Delta", "ChipotleTweets", "AmazonHelp"])
def test_no_author_no_account_and_no_number_of_the_threads_is_left(brand: str) -> None:
    imported = import_bytes(THREADS.read_bytes(), brand=brand)
    accounts = {author.lower() for author in column(THREADS, "author_id")}
    mentioned = {name.lower() for text in column(THREADS, "text") for name in re.findall(r"@(\w+)", text)}
    # Some handles are words or small numbers (@thing, @12); what counts is that none of them is a handle.
    handles = {word.lower() for word in re.findall(r"@(\w+)", imported.scenario + imported.brand)}
    assert (accounts | mentioned) & handles == set()
    assert {word for word in accounts & words_of(imported) if len(word) > 4} == set()
    numbers = {found for text in column(THREADS, "text") for found in LONG_NUMBER.findall(text)}
    mails = {found for text in column(THREADS, "text") for found in MAIL.findall(text)}
    everything = imported.scenario + imported.brand
    assert [secret for secret in numbers | mails if secret in everything] == []
    assert "t.co/" not in everything


def test_the_german_file_gives_a_scenario_of_more_than_forty_posts() -> None:
    imported = import_bytes(POSTS.read_bytes(), limit=60)
    timeline = compile_imported(imported)
    assert (timeline.language, scripted(timeline)) == ("de", 60)
    assert (imported.ledger.rows, count_rows(imported.ledger), imported.ledger.unread) == (2_369, 2_369, ())


def test_no_account_and_no_address_of_the_german_file_is_left() -> None:
    imported = import_bytes(POSTS.read_bytes())
    mentioned = {name.lower() for text in column(POSTS, "text") for name in re.findall(r"@(\w{3,})", text)}
    assert len(mentioned) == 10
    assert [name for name in mentioned if f"@{name}" in imported.scenario.lower()] == []
    assert [mark for mark in ("<mail>", "<tel>", "t.co/", "Deutsche Bahn") if mark in imported.scenario] == []


def test_five_thousand_rows_take_a_few_seconds() -> None:
    begun = time.process_time()
    import_bytes(THREADS.read_bytes())
    assert time.process_time() - begun < 5
