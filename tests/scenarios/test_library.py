"""The shipped scenarios keep what they promise: size, fairness, and model replies that the score agrees with."""

import re
from collections.abc import Sequence

import pytest

from scenarios.core.conditions import Answered
from scenarios.core.timeline import Post, Timeline
from scenarios.core.variables import fill
from scenarios.core.vocabulary import LANGUAGES, TREATMENTS
from scoring.core import Shelf, assess_log, context_for, judge, names_in, read
from scoring.core.assessment import Assessment
from scoring.core.tone_rules import PLAIN
from simulator.core.events import Event
from simulator.playing import play
from tests.scenarios.shipped import LIBRARY, load_shipped, perform_shipped

pytestmark = pytest.mark.computes

FILES = sorted(
    (file for file in LIBRARY.glob("*.yaml") if not file.name.startswith(("drill-", "first-visit."))),
    key=lambda file: file.name,
)
"""All that are played as they stand; drills and the first visit are short, and have tests of their own."""

MOST_ANSWERS = {
    "customer-number-please": 15,
    "launch-day": 12,
    "nobody-asked-us": 10,
    "own-homepage": 9,
    "provider-switch": 11,
    "quiet-morning": 8,
    "rumour": 13,
    "signal-failure": 14,
    "special-ticket": 14,
    "stream-final": 14,
    "when-it-gets-serious": 11,
}
"""Every scenario, in the order of its key, and how many posts may need an answer, follow-ups included."""

GERMAN_ONLY = frozenset({"launch-day", "nobody-asked-us", "own-homepage", "provider-switch", "rumour"})
SHORTEST_MS, LONGEST_MS = 8 * 60_000, 15 * 60_000
TIME_OF_DAY = re.compile(r"\b\d{1,2}:\d{2}\b")


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def timeline(request: pytest.FixtureRequest) -> Timeline:
    return load_shipped(request.param.stem)


def perform(timeline: Timeline) -> Sequence[Event]:
    return perform_shipped(f"{timeline.key}.{timeline.language}")


def assess(timeline: Timeline) -> dict[str, Assessment]:
    """Post → what the score says about the model reply, in the order of an expert's run."""
    log = perform(timeline)
    posts = {event.seq: event.data["post"] for event in log if event.kind == "ReplySent"}
    return {posts[seq]: assessment for seq, assessment in assess_log(timeline, log) if assessment is not None}


def models(timeline: Timeline) -> list[Post]:
    return [post for post in timeline.posts if post.needs.answer]


def languages_of(key: str) -> tuple[str, ...]:
    return ("de",) if key in GERMAN_ONLY else LANGUAGES


def test_every_scenario_is_written_in_both_languages_unless_it_is_german_only() -> None:
    assert [file.name for file in FILES] == [
        f"{key}.{language}.yaml" for key in MOST_ANSWERS for language in languages_of(key)
    ]


def test_a_scenario_is_full_and_no_more_than_promised_needs_an_answer(timeline: Timeline) -> None:
    channels = {thread.key: thread.channel for thread in timeline.threads}
    scripted = [post for post in timeline.posts if post.at_ms is not None]

    assert SHORTEST_MS <= timeline.duration_ms <= LONGEST_MS
    assert len(scripted) >= 25
    assert len({post.persona for post in scripted}) >= 15
    assert len({channels[post.thread] for post in scripted}) >= 3
    assert len(models(timeline)) <= MOST_ANSWERS[timeline.key]


def test_the_desk_shows_what_the_scenario_asks_for(timeline: Timeline) -> None:
    needs, public = [post.needs for post in timeline.posts], timeline.public
    asked = {
        "desks": any(one.desk for one in needs),
        "treat": any(one.treatment or one.triage == "leave" for one in needs),
        "listening": public.crowd is not None or any(thread.mention != "direct" for thread in timeline.threads),
        "mood": public.crowd is not None,
        "notice": public.notice is not None,
        "card": any(persona.record for persona in timeline.personas),
    }

    assert {"queue", "thread", "composer", "facts"} <= set(timeline.stage)
    assert {part for part, is_asked in asked.items() if is_asked} <= set(timeline.stage)
    assert ("notice" in timeline.stage) == asked["notice"]


def test_both_editions_ask_for_the_same_work() -> None:
    for key in MOST_ANSWERS.keys() - GERMAN_ONLY:
        editions = [load_shipped(f"{key}.{language}") for language in LANGUAGES]
        german, english = (
            [(post.key, post.at_ms, post.needs.facts) for post in models(one)] for one in editions if one
        )
        assert german == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_may_be_done_in_place_of_an_answer_is_right_somewhere(language: str) -> None:
    shipped = [load_shipped(file.stem) for file in LIBRARY.glob(f"*.{language}.yaml")]

    assert {post.needs.treatment for each in shipped for post in each.posts} == {"", *TREATMENTS}


def test_an_expert_reaches_every_target(timeline: Timeline) -> None:
    log = perform(timeline)
    targets = {event.data["post"]: event.data["target_ms"] for event in log if event.kind == "PostAppeared"}
    replies = {event.data["post"]: event.at_ms for event in log if event.kind == "ReplySent"}

    assert set(replies) >= {post.key for post in models(timeline) if post.at_ms is not None}
    assert [post for post, at_ms in replies.items() if at_ms > targets[post]] == []


def test_a_model_reply_names_only_times_that_a_fact_or_the_customer_named(timeline: Timeline) -> None:
    facts = {fact.key: f"{fact.text} {fact.approved}" for fact in timeline.facts}
    threads: dict[str, str] = {}
    for post in timeline.posts:
        threads[post.thread] = threads.get(post.thread, "") + post.text
    for post in models(timeline):
        known = threads[post.thread] + " ".join(facts[key] for key in (*post.needs.facts, "situation") if key in facts)
        assert set(TIME_OF_DAY.findall(post.needs.model or "")) <= set(TIME_OF_DAY.findall(known)), post.key


def test_the_score_finds_in_a_model_reply_what_its_post_asks_for_and_no_fault(timeline: Timeline) -> None:
    acts = {post.key: post.needs.acts for post in timeline.posts}
    for post, assessment in assess(timeline).items():
        found = {finding.rule for finding in assessment.findings}
        assert [act for act in acts[post] if f"tone.{act}" not in found] == [], post
        faults = [finding for finding in assessment.findings if finding.points < 0 or finding.critical]
        assert [finding for finding in faults if finding.rule != PLAIN] == [], post


def test_a_model_reply_states_what_its_post_asks_for_and_promises_nothing(timeline: Timeline) -> None:
    needs = {post.key: post.needs.facts for post in timeline.posts}
    for post, assessment in assess(timeline).items():
        heard = assessment.heard
        assert set(heard.get("facts", ())) >= set(needs[post]), post
        assert {"early", "overpromises", "spreads", "advertises", "asked", "shown"}.isdisjoint(heard), (post, heard)


def test_no_model_reply_is_like_a_template_or_another(timeline: Timeline) -> None:
    own = {post: one.criteria["individuality"] for post, one in assess(timeline).items()}

    assert set(own) >= {post.key for post in models(timeline) if post.at_ms is not None}
    assert own == dict.fromkeys(own, 1000)


def test_a_template_of_the_brand_sent_as_it_stands_is_nobodys_own(timeline: Timeline) -> None:
    state = list(play(timeline, seed=1, answers=False))[-1].state
    post = next(post for post in state.posts.values() if not post.is_crowd)
    context = context_for(
        state, thread=post.thread, post=post.key, visibility="public", at_ms=60_000, seen_seq=0, earlier=Shelf()
    )
    values = {**state.cast[post.persona], "brand": timeline.brand.name, "agent": "^TB"}
    own = {}
    for template in timeline.brand.templates:
        reading = read(fill(template.text, values), language=timeline.language, names=names_in(state))
        own[template.key] = judge(reading, context).criteria["individuality"]

    assert own == dict.fromkeys(own, 0)


def test_nobody_thanks_for_an_insult(timeline: Timeline) -> None:
    """Whoever only asked whether there was an answer would."""
    people = {post.key: post.persona for post in timeline.posts}
    asks_no_more = {post.key for post in timeline.posts if not post.needs.answer}
    thanks = [
        reaction.key
        for reaction in timeline.reactions
        if reaction.follow_up in asks_no_more
        and isinstance(reaction.when, Answered)
        and people[reaction.follow_up] == people[reaction.when.post]
    ]

    assert thanks == []
