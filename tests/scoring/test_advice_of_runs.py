"""What is found of a whole run rather than of a reply has advice that can be followed, too."""

from dataclasses import replace

import pytest
import yaml

from scenarios.core.vocabulary import LANGUAGES
from scoring.core import scorecard
from scoring.core.rules import RULES
from tests.scoring.core.shifts import Asked, Happening, answer, appear, hand_over, make_shift, treat, write
from tests.scoring.core.test_order import LOUD, QUIET, serve_in
from tests.scoring.replies import judge_text
from tests.scoring.test_advice import PAIRS
from tests.simulator.timelines import MINUTE, NEEDS, NO_NEEDS

POST = Asked("bag")
OTHER = Asked("other", reach=50)
GOOD_NOTE, BARE_NOTE = {"own": 1, "who": 1, "what": 1, "needed": 1}, {"own": 1, "who": 0, "what": 0, "needed": 0}


def needing(**needs: object) -> Asked:
    return replace(POST, needs=replace(NO_NEEDS, **needs))


def with_note(note: dict[str, int]) -> Happening:
    at_ms, kind, data = hand_over("bag", MINUTE)
    return at_ms, kind, data | {"note": note}


AT_A_DESK = replace(POST, needs=replace(NEEDS, desk="operations"))
ANSWERED = answer("bag", MINUTE)
HANDED = hand_over("bag", MINUTE)
WRONG = (MINUTE, "Escalated", {"post": "bag", "thread": "bag", "desk": "press"})
BUSY = answer("other", 5 * MINUTE)
RUNS = {
    "triage.danger": (needing(danger="threat", desk="operations"), [hand_over("bag", 9 * MINUTE)], [HANDED]),
    "triage.desk": (AT_A_DESK, [ANSWERED, WRONG], [ANSWERED, HANDED]),
    "triage.note": (AT_A_DESK, [ANSWERED, with_note(BARE_NOTE)], [ANSWERED, with_note(GOOD_NOTE)]),
    "triage.leave": (needing(treatment="leave"), [ANSWERED, BUSY], [BUSY]),
    "triage.hide": (needing(treatment="hide"), [BUSY], [treat("bag", MINUTE, as_="hidden"), BUSY]),
    "triage.report": (needing(treatment="report"), [BUSY], [treat("bag", MINUTE, as_="reported"), BUSY]),
    "triage.block": (needing(treatment="block"), [BUSY], [treat("bag", MINUTE, as_="blocked"), BUSY]),
    "triage.set_aside": (AT_A_DESK, [HANDED, treat("bag", MINUTE, as_="hidden")], [HANDED, ANSWERED]),
}
"""Of each rule a post, what was done with it, and what the advice says to do."""


def value_run(posts: list[Asked], acts: list[Happening], *, mention: str = "direct") -> dict[str, int]:
    timeline = make_shift(posts)
    threads = tuple(replace(thread, mention=mention) for thread in timeline.threads)
    criteria: dict[str, int] = scorecard(replace(timeline, threads=threads), write([*map(appear, posts), *acts]))[
        "criteria"
    ]
    return criteria


@pytest.mark.parametrize("rule", RUNS)
def test_doing_what_the_advice_says_raises_triage(rule):
    post, before, after = RUNS[rule]

    assert value_run([post, OTHER], before)["triage"] < value_run([post, OTHER], after)["triage"]


def test_who_looks_at_the_other_mentions_finds_who_needs_help():
    before, after = (value_run([POST, OTHER], acts, mention="unasked") for acts in ([BUSY], [ANSWERED, BUSY]))

    assert before["triage"] < after["triage"]


def test_who_looks_at_the_whole_queue_serves_in_order():
    before, after = (value_run([LOUD, QUIET], serve_in(*keys, each_ms=6 * MINUTE)) for keys in ORDERS)

    assert before["triage"] < after["triage"]


ORDERS = (("quiet", "loud"), ("loud", "quiet"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thought_to_a_sentence_is_plainer(language):
    long, short = (judge_text(text, language=language) for text in yaml.safe_load(PLAIN)[language])

    assert min(points_of(long)) < 0 <= max(points_of(short), default=0)
    assert long.criteria["tone"] < short.criteria["tone"]


PLAIN = """
de:
- Die Wiederherstellung der Verbindungsstrecke zwischen Altenried und Moorweiler verzögert sich
  voraussichtlich, weil die Sicherungseinrichtungen der Bahnübergänge umfangreiche Überprüfungen erfordern.
- Der Zug nach Moorweiler fährt noch nicht. Die Schranken sind kaputt. Wir prüfen sie.
en:
- The restoration of the connection between Altenried and Moorweiler is presumably delayed, because the
  installations of the level crossings necessitate extensive examinations.
- The train to Moorweiler does not run yet. The gates are broken. We check them now.
"""


def points_of(judged) -> list[int]:
    return [finding.points for finding in judged.findings if finding.rule == "tone.plain"]


def test_every_rule_with_advice_to_follow_has_a_pair_of_replies_or_of_runs():
    """`speed.closing` is held in test_waits. The rest say what was done well; irony is a hint without points."""
    elsewhere = {"triage.found", "triage.order", "tone.plain", "speed.closing", *RUNS, *PAIRS}
    good = {name for name, rule in RULES.items() if rule.points > 0}

    assert set(RULES) - elsewhere - good == {
        "tone.irony",
        "substance.stated",
        "substance.rumour_corrected",
        "substance.strategy_right",
        "privacy.closing_note",
    }
