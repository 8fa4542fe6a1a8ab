"""Whatever is written is scored: rows of all kinds (all of them: test_contradictions.py), hostile texts, and the same
text gives the same bytes anywhere."""

import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.core.timeline import Template
from scoring.core import Shelf, read
from scoring.core.context import context_alone
from scoring.core.judging import judge, judge_notice
from scoring.core.sources import read_templates
from simulator.core.events import canonical
from tests.scoring.core.hearing.worlds import KNOWN, WORLDS, assess
from tests.scoring.labelled import FILES, check_judged, list_texts, needs_data

pytestmark = pytest.mark.computes

ROOT = Path(__file__).resolve().parents[2]
NOTHING_WRITTEN = [
    "",
    " ",
    "\n\n\t",
    "\u200b\u200d\ufeff",
    "…",
    "😀👩‍👩‍👧‍👦🏳️‍🌈" * 40,
    "\u0007\u0008\u001b",
    "\u202e\u2066abc\u2069",
]
FOREIGN = [
    "\u001b[31mRot\u001b[0m \u0007",
    "متى يصل القطار القادم إلى المحطة؟",
    "Hallo Jana, متى يصل القطار; the train um 8:20 Uhr, s'il vous plaît 列車はいつ来ますか。",
    "e\u0301\u0301\u0301" * 300,
    "ﬁn de ĳ Ǆ ß ẞ İ ı ſ",
    "\ud7ff\ue000\U0010ffff",
    "Zalgo " + "a\u0300\u0316\u0334" * 200,
]
LONG = [
    "a" * 10_000,
    "Hallo Jana, das ist ärgerlich. " * 330,
    "12:30 " * 1_700,
    "?!" * 5_000,
    "@x " * 3_300,
    "(" * 10_000,
    "Ich garantiere, dass der Zug um 8:20 Uhr fährt. " * 210,
    "\u200b" * 10_000,
    "😀" * 10_000,
]
EVERYTHING = {
    "asked_for": ("buses", "cause"),
    "post_text": "Wo fahren die Busse, und warum steht alles? Meine Nummer ist 3310 0276.",
    "address": "du",
    "situation": "outage",
    "wait_ms": 90_000,
    "target_ms": 60_000,
    "earlier": ("Hallo, ich schaue nach.", ""),
    "record": (("name", "Friederike Amsbühl"), ("customer_number", "WF-30-77120")),
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("visibility", ["public", "private"])
@pytest.mark.parametrize("text", [*NOTHING_WRITTEN, *FOREIGN, *LONG], ids=lambda text: ascii(text)[:20])
def test_whatever_is_written_is_scored(text, visibility, language):
    check_judged(assess(text, language=language, visibility=visibility, **EVERYTHING), text)
    check_judged(judge_notice(read(text, language=language), context_alone(language=language)), text)


@pytest.mark.parametrize("text", LONG, ids=lambda text: ascii(text)[:20])
def test_no_text_keeps_the_run_locked_for_long(text):
    """Processor time, and twenty times what it takes: what grew with the square of the marks took minutes."""
    started = time.process_time()

    assess(text, **EVERYTHING)

    assert time.process_time() - started < 3


@pytest.mark.parametrize("text", NOTHING_WRITTEN, ids=lambda text: ascii(text)[:20])
def test_nothing_that_says_nothing_is_praised(text):
    assert [found.rule for found in assess(text, **EVERYTHING).findings if found.points > 0] == []


@settings(max_examples=120, deadline=None)
@given(text=st.text(max_size=300), language=st.sampled_from(["de", "en"]))
def test_any_text_is_scored(text, language):
    check_judged(assess(text, language=language, **EVERYTHING), text)


WORDS = [
    "Hallo",
    "@jana",
    "um 8:20 Uhr",
    "leider",
    "garantiert",
    "!",
    "?",
    "Ihre Kundennummer",
    "^TB",
    "\n",
    "😀",
    "{name}",
]


@settings(max_examples=120, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from([*WORDS, "nicht", ".", "weil", "„", "“", "HEUTE", "Idiot", "0171 2345678"]), max_size=30
    )
)
def test_any_order_of_such_words_is_scored(parts):
    text = " ".join(parts)
    check_judged(assess(text, **EVERYTHING), text)


def score_rows(path, *, step):
    scored = 0
    for language, text, post in list_texts(path, step=step):
        check_judged(
            judge(read(text, language=language), replace(context_alone(language=language), post_text=post)), text
        )
        scored += 1
    return scored


@needs_data
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sample_of_every_file_is_scored(path):
    assert score_rows(path, step=37) > 0


TEXT = "Hallo Jana, das ist ärgerlich. Die Ersatzbusse fahren ab Südausgang, ab 18:30 Uhr fährt garantiert ein Zug. ^TB"


def shelve(templates):
    return read_templates(replace(WORLDS["de"], templates=tuple(templates)), names=frozenset())


def shuffled(items, seed):
    items = list(items)
    random.Random(seed).shuffle(items)  # noqa: S311 - an order, the same every time
    return items


@pytest.mark.parametrize("seed", range(6))
def test_no_order_of_anything_matters(seed):
    """Facts, what is known, asked for and told, templates and earlier replies: the same bytes in whatever order."""
    world = WORLDS["de"]
    templates = [Template(f"t{nth}", "", f"Vorlage {nth}: {TEXT}") for nth in range(6)]
    earlier = [(nth, read(f"{TEXT} Nummer {nth}.", language="de").prose) for nth in range(1, 5)]
    plain = {"asked_for": ("buses", "cause"), "known_facts": KNOWN, "names": frozenset({"jana", "ole", "mia"})}
    first = assess(TEXT, world=world, templates=shelve(templates), **plain)
    mixed = assess(
        TEXT,
        world=replace(world, posts=tuple(shuffled(world.posts, seed))),
        templates=shelve(shuffled(templates, seed)),
        **{
            **plain,
            "known_facts": frozenset(shuffled(sorted(KNOWN), seed)),
            "names": frozenset(shuffled(["jana", "ole", "mia"], seed)),
        },
    )

    assert canonical(mixed.to_data()) == canonical(first.to_data())
    own = {"earlier": ()}
    values = {assess(TEXT, **{**plain, **own}).criteria["individuality"] for _ in (1, 2)}
    again = {
        judge(read(TEXT, language="de"), replace(context_alone(language="de"), earlier=Shelf(order))).signals[
            "reuse_likeness"
        ]
        for order in (earlier, shuffled(earlier, seed))
    }
    assert (len(values), len(again)) == (1, 1)


ELSEWHERE = """
import hashlib, sys
from scoring.core import read
from simulator.core.events import canonical
from tests.scoring.core.hearing.worlds import assess
from tests.scoring.test_robustness import EVERYTHING, FOREIGN, LONG, TEXT
texts = [TEXT, *FOREIGN, *(text[:2000] for text in LONG)]
pairs = [(text, language) for text in texts for language in ("de", "en")]
data = [canonical(assess(text, language=language, **EVERYTHING).to_data()) for text, language in pairs]
print(hashlib.sha256("\\n".join(data).encode()).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_on_every_locale_and_hash_seed():
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
    ]
    digests = set()
    for place in places:
        done = subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "config.settings_for_tests", **place},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        digests.add(done.stdout)
    assert len(digests) == 1
