"""Real conversations, imported, published and played to their end by the real engine, with a hand-set clock."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from people.models import User
from scenarios.core.conditions import Answered
from scenarios.core.importing.convert import Imported
from scenarios.core.timeline import Timeline
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline
from scenarios.services import confirm_review, publish_file
from scoring.services import settle
from simulator.core.events import Event
from simulator.models import Run
from simulator.queries import read_log
from simulator.services import catch_up, replay, reply, start_run, verify_chain
from simulator.services.clock import FixedClock
from tests.scenarios.import_files import ACTORS, CONTEXT, PLAN_ROWS, REPLIES, STATUS, import_sources, make_workbook
from tests.scenarios.import_files import POSTS as POSTS_OF_SCRIPT
from tests.scenarios.import_samples import POSTS, REAL_FILES, THREADS, import_bytes, row, write_csv

STEP_MS = 15_000
WORDS = {
    "de": "Hallo {name}, danke für den Hinweis zu Beitrag {number}. Wir sehen nach und melden uns bis 18 Uhr. {agent}",
    "en": "Hi {name}, thanks for telling us, number {number}. We are checking and will be back by 6 pm. {agent}",
}
needs_files = pytest.mark.skipif(not REAL_FILES.exists(), reason=f"the real threads are not at {REAL_FILES}")


def publish(data: bytes, folder: Path, **wishes: object) -> ScenarioVersion:
    """As import_threads and publishing do it, by way of files."""
    return publish_imported(import_bytes(data, **wishes), folder)


def publish_imported(imported: Imported, folder: Path) -> ScenarioVersion:
    (folder / "brand.yaml").write_text(imported.brand, "utf-8")
    (folder / "imported.yaml").write_text(imported.scenario, "utf-8")
    confirm_review(folder / "imported.yaml", by="Carla", at=datetime(2026, 11, 22, tzinfo=UTC))
    return publish_file(folder / "imported.yaml")


def play(version: ScenarioVersion, trainee: User, now: FixedClock, *, answers: bool) -> tuple[Run, list[Event]]:
    """To the end; with `answers`, whatever needs one gets it at the next look."""
    run = start_run(trainee=trainee, version=version, seed=7)
    timeline = load_timeline(version)
    asking = {post.key for post in timeline.posts if post.needs.answer}
    answered: set[str] = set()
    for _ in range(timeline.duration_ms // STEP_MS + 1):
        log = read_log(run.pk)
        for event in log if answers else ():
            if event.kind == "PostAppeared" and event.data["post"] in asking - answered:
                answered.add(event.data["post"])
                _answer(run, trainee, timeline, event, number=len(answered))
        now.advance(STEP_MS)
        catch_up(run.pk)
    return run, read_log(run.pk)


def _answer(run: Run, trainee: User, timeline: Timeline, event: Event, *, number: int) -> None:
    first_name = event.data["name"].split()[0]
    words = WORDS[timeline.language].replace("{name}", first_name).replace("{agent}", "TI")
    reply(
        run.pk,
        actor=trainee,
        cmd_id=f"00000000-0000-4000-8000-{number:012}",
        thread=event.data["thread"],
        post=event.data["post"],
        visibility="public",
        text=words.replace("{number}", str(number)),
        seen_seq=event.seq,
    )


def shown(log: list[Event]) -> list[str]:
    return [event.data["post"] for event in log if event.kind == "PostAppeared"]


def is_nudge(post: str) -> bool:
    return post.endswith("-again")


@needs_files
@pytest.mark.django_db
def test_the_german_file_is_played_through_to_a_score(tia: User, now: FixedClock, tmp_path: Path) -> None:
    version = publish(POSTS.read_bytes(), tmp_path, limit=60, per_hour=120)
    run, log = play(version, tia, now, answers=True)
    scripted = [post.key for post in load_timeline(version).posts if post.at_ms is not None]
    assert len(scripted) == 60 >= 40
    assert [post for post in shown(log) if not is_nudge(post)] == scripted
    assert (log[-1].kind, log[-1].data["reason"]) == ("RunEnded", "time")
    assert sum(event.kind == "ReplyAssessed" for event in log) == sum(event.kind == "ReplySent" for event in log) > 0
    assert replay(run.pk) == log
    assert verify_chain(run.pk) is None
    assert settle(run).digest == settle(run).digest


@needs_files
@pytest.mark.django_db
def test_every_customers_post_of_a_brand_appears_when_everything_is_answered(
    tia: User, now: FixedClock, tmp_path: Path
) -> None:
    version = publish(THREADS.read_bytes(), tmp_path, brand="sprintcare", per_hour=60)
    _, log = play(version, tia, now, answers=True)
    posts = [post.key for post in load_timeline(version).posts if not is_nudge(post.key)]
    assert len(posts) == 42 >= 30
    # What the public says of itself has keys that no author can write.
    assert sorted(post for post in shown(log) if "_" not in post) == sorted(posts)


@needs_files
@pytest.mark.django_db
def test_silence_brings_no_later_post_but_people_who_ask_again(tia: User, now: FixedClock, tmp_path: Path) -> None:
    version = publish(THREADS.read_bytes(), tmp_path, brand="sprintcare", per_hour=60)
    _, log = play(version, tia, now, answers=False)
    timeline = load_timeline(version)
    waiting = {reaction.follow_up for reaction in timeline.reactions if isinstance(reaction.when, Answered)}
    assert waiting & set(shown(log)) == set()
    assert any(is_nudge(post) for post in shown(log))


@pytest.mark.django_db
def test_a_post_that_had_answered_an_agent_follows_the_trainees_answer_after_its_gap(
    tia: User, now: FixedClock, tmp_path: Path
) -> None:
    rows = [
        row(1, "905712", "@AcmeHelp it is broken"),
        row(2, "AcmeHelp", "@905712 which one?", to=1, at="10:10:00"),
        row(3, "905712", "@AcmeHelp the red one", to=2, at="10:11:00"),
    ]
    _, log = play(publish(write_csv(rows), tmp_path), tia, now, answers=True)
    (answered_at,) = (event.at_ms for event in log if event.kind == "ReplySent")
    appeared = [(event.data["post"], event.at_ms) for event in log if event.kind == "PostAppeared"]
    assert appeared == [("t001-1", 10_000), ("t001-2", answered_at + 60_000)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "files",
    [(STATUS, CONTEXT), (make_workbook(PLAN_ROWS),), (ACTORS, POSTS_OF_SCRIPT, REPLIES)],
    ids=["mastodon", "plan", "truman"],
)
def test_every_further_kind_is_published_after_its_review_and_played_to_its_end(
    files: tuple[bytes | str | dict[str, Any], ...], tia: User, now: FixedClock, tmp_path: Path
) -> None:
    version = publish_imported(import_sources(*files), tmp_path)
    _, log = play(version, tia, now, answers=True)
    posts = [post.key for post in load_timeline(version).posts if not is_nudge(post.key)]
    assert sorted(post for post in shown(log) if not is_nudge(post)) == sorted(posts)
    assert (log[-1].kind, log[-1].data["reason"]) == ("RunEnded", "time")
