"""What assessing one reply on all criteria costs, beside 200 earlier ones, fingerprints of as many of earlier runs and
30 templates; and `judge` alone."""

import gc
import random
import time
from collections.abc import Sequence
from dataclasses import replace

from scenarios.core.timeline import Template, Timeline
from scenarios.services.files import compile_file
from scoring.core import Prose, Shelf, ears_of, judge, read, warm_up, write_fingerprints
from scoring.core.context import Context, context_alone
from scoring.core.fingerprints import Fingerprints
from scoring.core.sources import read_facts, read_templates
from tests.bench.figures import Report, percentile
from tests.bench.servers import ROOT

EARLIER, TEMPLATES = 200, 30
FILE = ROOT / "scenarios" / "library" / "signal-failure.de.yaml"


def write_replies(timeline: Timeline, *, count: int, seed: int) -> list[str]:
    """Replies of two to five sentences each, drawn from the models and facts of the scenario: no two are the same."""
    draws = random.Random(seed)  # noqa: S311 - texts to measure with, the same every time
    texts = [post.needs.model for post in timeline.posts if post.needs.model] + [fact.text for fact in timeline.facts]
    sentences = [sentence.strip() for text in texts for sentence in text.split(". ")]
    words = sorted({word for text in texts for word in text.split()})
    replies = []
    for _ in range(count):
        own = " ".join(draws.sample(words, 9))
        replies.append(". ".join(["Hallo Jana", *draws.sample(sentences, draws.randint(1, 4)), f"{own}. ^TB"]))
    return replies


def print_replies(timeline: Timeline) -> Fingerprints:
    """Fingerprints of as many replies of earlier runs as a run takes."""
    drawn = write_replies(timeline, count=EARLIER, seed=4)
    prints = write_fingerprints([(1, "2026-11-22", read(text, language="de").prose) for text in drawn], key="00" * 16)
    if prints is None:
        raise AssertionError("there are replies")
    return Fingerprints(prints.text)


def make_context(timeline: Timeline, earlier: Sequence[tuple[int, Prose]]) -> Context:
    """Everything there is: templates, facts, a post to answer that waited, all earlier replies public."""
    drawn = write_replies(timeline, count=TEMPLATES, seed=3)
    templates = tuple(Template(f"t{nth}", "", text) for nth, text in enumerate(drawn))
    canned = replace(timeline, brand=replace(timeline.brand, templates=()), templates=templates)
    return replace(
        context_alone(language=timeline.language),
        earlier=Shelf(earlier, before=print_replies(timeline)),
        situation=timeline.situation,
        address=timeline.brand.address,
        post_text=timeline.posts[0].text,
        wait_ms=300_000,
        target_ms=240_000,
        templates=read_templates(canned, names=frozenset()),
        known=read_facts(timeline.facts, language=timeline.language),
        ears=ears_of(timeline),
        known_facts=frozenset(fact.key for fact in timeline.facts),
        asked_for=tuple(fact.key for fact in timeline.facts[:3]),
        said_in_public=frozenset(seq for seq, _ in earlier),
    )


def measure_reply(report: Report, *, count: int, times: int) -> None:
    """Median and 99th percentile over `count` replies that were never seen before."""
    timeline, _ = compile_file(FILE)
    if timeline is None:
        raise AssertionError("a shipped scenario is sound")
    warm_up()
    before = write_replies(timeline, count=EARLIER, seed=1)
    earlier = tuple((seq, read(text, language="de").prose) for seq, text in enumerate(before, start=1))
    context = make_context(timeline, earlier)
    columns: dict[str, list[float]] = {"median": [], "p99": [], "judge median": [], "judge p99": []}
    for repetition in range(times):
        replies = write_replies(timeline, count=count, seed=100 + repetition)
        all_ms, judge_ms = [], []
        gc.collect()
        for text in replies:
            started = time.perf_counter()
            reading = read(text, language="de", ears=context.ears)
            was_read = time.perf_counter()
            judge(reading, context)
            ended = time.perf_counter()
            all_ms.append((ended - started) * 1000)
            judge_ms.append((ended - was_read) * 1000)
        columns["median"].append(percentile(all_ms, 50))
        columns["p99"].append(percentile(all_ms, 99))
        columns["judge median"].append(percentile(judge_ms, 50))
        columns["judge p99"].append(percentile(judge_ms, 99))
    what = f"one reply, {EARLIER} earlier, {TEMPLATES} templates"
    report.add(f"{what}: median", columns["median"], "ms", 3)
    report.add(f"{what}: p99", columns["p99"], "ms", 15)
    report.add("of which judge, inside the lock: median", columns["judge median"], "ms", 2)
    report.add("of which judge, inside the lock: p99", columns["judge p99"], "ms")
