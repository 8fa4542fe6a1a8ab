"""What rehearsing costs: runs a second on one process and on two, and an expert's work in a storm with its scoring."""

import time
from dataclasses import replace

from scenarios.core.public import Phase, Public
from scenarios.core.timeline import Needs, Post, Timeline
from scenarios.core.vocabulary import ROBOTS
from scenarios.services.files import compile_file
from scoring.core import warm_up
from scoring.core.robots import EXPERT
from scoring.core.robots.pace import Pace
from scoring.core.robots.playing import play
from scoring.core.scorecard import scorecard
from scoring.services import rehearse
from scoring.services.rehearsal import begin_rehearsal
from simulator.core.events import Event
from tests.bench.figures import Report
from tests.bench.servers import ROOT
from tests.simulator.crowds import make_storm
from tests.simulator.timelines import make_post

FILE = ROOT / "scenarios" / "library" / "stream-final.de.yaml"
LEAST_RUNS, LEAST_SPEED_UP = 2, 1.7
POSTS, REPLIES, LIMIT_MS = 600, 60, 1000
NIMBLE = replace(EXPERT, pace=Pace(typing=400, thinking_ms=1_000))
"""Sixty replies in twelve minutes are more than a person types."""


def measure_rehearsal(report: Report, *, seeds: int, times: int) -> None:
    """A shipped scenario with a crowd, by all robots. Both cores are needed: measure on a machine that is idle."""
    timeline, _ = compile_file(FILE)
    if timeline is None:
        raise AssertionError("a shipped scenario is sound")
    warm_up()
    rehearse(timeline, seeds=1)
    runs = seeds * len(ROBOTS)
    took = {jobs: [_time_rehearsal(timeline, seeds=seeds, jobs=jobs) for _ in range(times)] for jobs in (1, 2)}
    report.add(
        "rehearsal, runs on two processes", [runs / each for each in took[2]], "runs/s", LEAST_RUNS, at_least=True
    )
    ratios = [one / two for one, two in zip(took[1], took[2], strict=True)]
    report.add("rehearsal, two processes against one", ratios, "×", LEAST_SPEED_UP, at_least=True)


def measure_expert(report: Report, *, times: int) -> None:
    """A storm of at least 600 crowd posts, sixty replies of an expert and their scoring, in time of the core."""
    timeline = make_busy_storm()
    _work(timeline, seed=0)
    spent, posts, replies = [], [], []
    for seed in range(1, times + 1):
        started = time.process_time()
        log = _work(timeline, seed=seed)
        spent.append((time.process_time() - started) * 1000)
        posts.append(sum(bool(event.data.get("crowd")) for event in log if event.kind == "PostAppeared"))
        replies.append(sum(event.kind == "ReplySent" for event in log))
    if min(posts) < POSTS or min(replies) < REPLIES:
        raise AssertionError(f"{min(posts)} posts and {min(replies)} replies are no busy storm")
    report.add(f"a storm of {POSTS} crowd posts with {REPLIES} replies by the expert, scored", spent, "ms", LIMIT_MS)


def make_busy_storm() -> Timeline:
    """Sixty-five people who each need an answer, and a crowd around them."""
    storm = make_storm(most_per_minute=85, tires_after=1200, heat=90_000, phases=(Phase(0, 3_600, "flood"),))
    posts = [_make_question(number) for number in range(REPLIES + 5)]
    people = tuple(replace(storm.personas[0], key=post.persona) for post in posts)
    threads = tuple(replace(storm.threads[0], key=post.thread) for post in posts)
    public = Public(crowd=storm.public.crowd, rumours=storm.public.rumours)
    return replace(
        storm,
        posts=(*storm.posts, *posts),
        personas=(*storm.personas, *people),
        threads=(*storm.threads, *threads),
        public=public,
    )


def _make_question(number: int) -> Post:
    words = f"Hallo {{name}}, Entschuldigung! Ihr Zug {number} fährt heute ab Gleis {number % 9} weiter. {{agent}}"
    needs = Needs(True, (), (), False, "normal", words, None)
    at_ms = 9_500 * number
    text = f"Was ist mit Zug {number}?"
    return make_post(f"ask-{number}", f"ask-{number}", at_ms=at_ms, persona=f"asker-{number}", text=text, needs=needs)


def _time_rehearsal(timeline: Timeline, *, seeds: int, jobs: int) -> float:
    started = time.perf_counter()
    rehearse(timeline, seeds=seeds, jobs=jobs)
    return time.perf_counter() - started


def _work(timeline: Timeline, *, seed: int) -> list[Event]:
    log = play(timeline, begun=[begin_rehearsal(timeline, seed=seed)], robot=NIMBLE)
    scorecard(timeline, log)
    return log
