"""Robots play by the rules: the real engine, a person's limits, and only what a trainee sees."""

from dataclasses import replace

import pytest

from scenarios.core.texts import count_graphemes
from scenarios.core.timeline import Fact, Needs
from scenarios.core.vocabulary import ROBOTS as ROBOT_KEYS
from scoring.core import Assessor, assess_log, scorecard
from scoring.core.robots import ROBOTS
from scoring.core.robots.pace import PERSON
from scoring.core.robots.playing import Seed, play_out
from scoring.core.scorecard import score_state
from scoring.services.rehearsal import begin_rehearsal
from simulator.core.events import ASSESSED, KINDS, canonical
from simulator.core.public import start_public
from simulator.core.replay import inputs_of, regenerate
from tests.scoring.core.robots.plays import list_of, load, perform
from tests.simulator.publics import make_storm
from tests.simulator.timelines import MINUTE, SECOND, make_post, make_timeline

ASKS = Needs(True, (), ("apology",), False, "normal", "Hallo {name}, um 18:00 geht es weiter. {agent}", None)


def test_there_is_a_robot_for_every_name_that_a_scenario_may_declare():
    assert tuple(ROBOTS) == ROBOT_KEYS


@pytest.mark.parametrize("robot", ROBOT_KEYS)
def test_a_run_of_a_robot_follows_from_its_inputs(robot: str):
    storm = make_storm()
    log = perform(storm, robot)

    again = regenerate(storm, inputs_of(log), assess=Assessor(), until_ms=storm.duration_ms)

    assert [canonical(event.data) for event in again] == [canonical(event.data) for event in log]
    assert log[-1].kind == "RunEnded"


@pytest.mark.parametrize("robot", ROBOT_KEYS)
def test_the_same_seed_gives_the_same_run_and_another_one_another(robot: str):
    storm = make_storm()

    assert perform(storm, robot) == perform(storm, robot)
    assert perform(storm, robot) != perform(storm, robot, seed=8)


def test_what_a_robot_says_is_assessed_as_the_score_assesses_any_log():
    storm = make_storm()
    log = perform(storm, "expert")

    stored = {event.data["reply"]: event.data for event in list_of(log, "ReplyAssessed")}

    assert {seq: one and {**one.to_data(), "reply": seq} for seq, one in assess_log(storm, log)} == stored != {}


def test_nobody_types_faster_than_a_person():
    log = perform(load("signal-failure.de"), "expert")
    acts = [event for event in log if KINDS[event.kind].is_input and event.kind != "RunStarted"]

    for before, reply in zip([log[0], *acts], acts, strict=False):
        if reply.kind == "ReplySent":
            assert reply.at_ms - before.at_ms >= PERSON.write_ms(reply.words or "")


def test_the_expert_answers_everybody_in_time_where_a_person_can():
    for name in ("quiet-morning.de", "quiet-morning.en", "signal-failure.de", "signal-failure.en"):
        card = scorecard(load(name), perform(load(name), "expert"))
        assert card["criteria"]["speed"] == 1000, name
        assert [item["post"] for item in card["unanswered"] if item["overdue"]] == [], name


def test_the_absent_robot_does_nothing():
    log = perform(make_storm(), "absent")

    assert [event.kind for event in inputs_of(log)] == ["RunStarted"]


def test_the_expert_hands_over_with_a_note_keeps_the_notice_and_answers_once_it_knows():
    storm = make_storm()
    log = perform(storm, "expert")

    (handed,) = list_of(log, "Escalated")
    assert (handed.data["post"], handed.data["desk"]) == ("train-1", "operations")
    assert "„Wann geht es weiter?“" in (handed.words or "")
    assert [event.kind for event in list_of(log, "NoticePublished", "NoticeUpdated")][:1] == ["NoticePublished"]


def test_who_waits_for_a_fact_says_so_before_the_target_and_answers_when_it_comes():
    asks = replace(ASKS, facts=("eta",))
    timeline = make_timeline(
        posts=[make_post("train-1", "train", at_ms=10 * SECOND, text="Wann geht es weiter?", needs=asks)],
        facts=[Fact("eta", "Um 18:00 geht es weiter.", 6 * MINUTE, None)],
    )

    log = perform(timeline, "expert")

    due_ms = next(event.data["target_ms"] for event in log if event.kind == "PostAppeared")
    interim, answer = list_of(log, "ReplySent")
    assert interim.at_ms <= due_ms < 6 * MINUTE < answer.at_ms
    assert ["18:00" in (each.words or "") for each in (interim, answer)] == [False, True]
    assert all("early" not in event.data["heard"] for event in list_of(log, "ReplyAssessed"))


@pytest.mark.parametrize("name", ["stream-final.de", "stream-final.en"])
def test_what_was_replaced_before_the_answer_was_begun_is_not_said_any_more(name: str):
    log = perform(load(name), "expert")
    answer = next(event for event in log if event.kind == "ReplySent" and event.data["post"] == "eta-2")
    assessed = next(event.data for event in log if event.kind == "ReplyAssessed" and event.data["reply"] == answer.seq)
    back = next(event for event in list_of(log, "FactReleased") if event.data["fact"] == "back")

    assert back.seq <= answer.data["seen_seq"]
    assert "back" in assessed["heard"]["facts"]
    assert [
        found["rule"] for found in assessed["findings"] if found["points"] < 0 and found["criterion"] == "substance"
    ] == []


def test_a_robot_without_triage_takes_the_newest_first():
    posts = [make_post(f"post-{n}", f"thread-{n}", at_ms=n * SECOND, needs=ASKS) for n in (1, 2, 3)]
    timeline = make_timeline(posts=posts)

    first = {robot: list_of(perform(timeline, robot), "ReplySent") for robot in ("no_triage", "answers_everything")}

    assert first["no_triage"][1].data["post"] == "post-3"
    assert [event.data["post"] for event in first["answers_everything"]] == ["post-1", "post-2", "post-3"]


def test_the_spammer_sends_templates_only_and_the_paraphraser_the_paraphrases():
    storm = load("stream-final.de")
    templates = [each.text.split("{")[0] for each in (*storm.templates, *storm.brand.templates)]
    paraphrases = {post.key: post.needs.paraphrase for post in storm.posts if post.needs.paraphrase}

    for reply in list_of(perform(storm, "spammer"), "ReplySent"):
        assert any((reply.words or "").startswith(start) for start in templates)
    replies = [each for each in list_of(perform(storm, "paraphraser"), "ReplySent") if each.data["post"] in paraphrases]
    models = {post.key: post.needs.model for post in storm.posts}
    assert replies
    for reply in replies:
        assert (reply.words or "")[-40:] != (models[reply.data["post"]] or "")[-40:]


@pytest.mark.parametrize("limit", [20, 60])
def test_a_channel_that_takes_less_than_a_line_gets_a_shorter_notice(limit: int):
    """A rehearsal must not break on a profile whose channels are short."""
    timeline = load("rumour.de")
    channels = tuple(replace(channel, limit=limit) for channel in timeline.brand.channels)
    log = perform(replace(timeline, brand=replace(timeline.brand, channels=channels)), "expert")

    notices = list_of(log, "NoticePublished", "NoticeUpdated")
    assert notices
    assert all(0 < len(event.words or "") <= limit for event in notices)


def sent_by(robot: str, name: str = "signal-failure.de") -> list[tuple[str, str]]:
    return [(event.data["post"], event.words or "") for event in list_of(perform(load(name), robot), "ReplySent")]


def test_a_parrot_has_every_answer_from_another_thread():
    timeline = load("signal-failure.de")
    threads = {post.key: post.thread for post in timeline.posts}
    ends = [(post.thread, post.needs.model.rpartition("}, ")[2][:30]) for post in timeline.posts if post.needs.model]

    answers = sent_by("parrot")

    assert answers
    for post, words in answers:
        assert {thread for thread, end in ends if end in words} - {threads.get(post)}


@pytest.mark.parametrize("robot", ["echo", "dumper", "stuffer"])
def test_whoever_says_much_says_no_more_than_the_channel_takes(robot: str):
    timeline = load("signal-failure.de")
    channels = {channel.key: channel.limit or 10_000 for channel in timeline.brand.channels}
    threads = {thread.key: thread.channel for thread in timeline.threads}

    for event in list_of(perform(timeline, robot), "ReplySent"):
        if event.data["visibility"] == "public":
            assert count_graphemes(event.words or "") <= channels[threads[event.data["thread"]]]


def test_an_echo_gives_back_what_the_customer_wrote():
    storm = make_storm()
    texts = {event.data["post"]: event.data["text"] for event in list_of(perform(storm, "absent"), "PostAppeared")}

    replies = list_of(perform(storm, "echo"), "ReplySent")

    assert replies
    assert all(texts.get(reply.data["post"], "")[:40] in (reply.words or "") for reply in replies)


def test_who_hands_everything_over_or_hides_it_answers_nobody():
    log = perform(load("signal-failure.de"), "delegator")
    posts = {event.data["post"] for event in list_of(log, "PostAppeared") if not event.data.get("crowd")}

    assert {event.data["post"] for event in list_of(log, "Escalated")} <= posts
    assert len(list_of(log, "Escalated")) > len(posts) / 2
    assert {event.data["as"] for event in list_of(perform(load("signal-failure.de"), "hider"), "Treated")} == {"hidden"}
    assert sent_by("delegator") == sent_by("hider") == []


def test_who_picks_answers_only_what_asks_for_no_facts():
    asks = {post.key: post.needs.facts for post in load("customer-number-please.de").posts}
    answered = [post for post, _ in sent_by("picker", "customer-number-please.de")]

    assert answered
    assert not any(asks.get(post) for post in answered)


def test_what_is_the_same_for_all_robots_of_a_seed_may_be_found_once():
    timeline = load("signal-failure.de")
    start = begin_rehearsal(timeline, seed=7)
    shared = Seed(start_public(timeline, seed=7, duration_ms=timeline.duration_ms).stream)
    alone = {robot: perform(timeline, robot) for robot in ("absent", "expert", "no_triage", "hider")}

    assert shared.stream is not None
    for robot in ("expert", "no_triage", "absent", "hider", "expert"):
        log, state = play_out(timeline, begun=[start], robot=ROBOTS[robot], seed=shared)
        assert log == alone[robot]
        assert canonical(score_state(state, log)) == canonical(scorecard(timeline, log))
    assert shared.readings.keys() == {
        (event.words, "") for robot in ("expert", "no_triage") for event in alone[robot] if event.kind in ASSESSED
    }
