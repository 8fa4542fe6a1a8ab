from scenarios.core.earliest import find_earliest
from scenarios.core.timing import answer_ms, read_ms, work_ms
from tests.scenarios.samples import BRAND, SCENARIO, change, compile_text, list_problems


def test_a_person_reads_200_words_and_types_35_a_minute_and_thinks_15_seconds() -> None:
    timeline, _ = compile_text(change("ab neun Uhr offen. {agent}", "ab neun Uhr offen. " + "wort " * 20))
    assert timeline is not None
    post = timeline.posts[0]

    assert read_ms("wort " * 200) == 60_000
    assert answer_ms(post) == 15_000 + 60_000
    assert work_ms(post) == read_ms(post.text) + answer_ms(post)
    assert work_ms(timeline.posts[1]) == read_ms("Typisch.")


def test_posts_of_reactions_appear_at_the_earliest_after_their_waits() -> None:
    timeline, _ = compile_text(SCENARIO)
    assert timeline is not None

    assert find_earliest(posts=timeline.posts, facts=timeline.facts, reactions=timeline.reactions).posts == {
        "rucksack-1": 20_000,
        "rucksack-2": 60_000,
        "rucksack-3": 220_000,
        "rucksack-4": 60_000,
    }


def test_a_post_has_to_appear_before_the_end() -> None:
    assert list_problems(change("at: 1:00", "at: 10:00")) == ["post-after-end @10:00"]
    assert list_problems(change("at: 1:00", "at: 9:59")) == []


def test_a_reaction_that_comes_too_late_is_a_warning() -> None:
    text = change("no_answer_for: 3:00", "no_answer_for: 9:30")

    assert list_problems(text) == ["reaction-after-end @rucksack-still:"]
    assert compile_text(text)[0] is not None


def test_reactions_that_wait_for_each_other_never_come() -> None:
    text = change("to: rucksack-1}", "to: rucksack-4}")
    text = change("{answered: rucksack-1}", "{answered: rucksack-3}", text=text)

    assert list_problems(text) == ["unreachable @rucksack-still:", "unreachable @rucksack-danke:"]


def test_a_chain_that_begins_at_something_broken_is_no_ring() -> None:
    text = change("        at: 0:20\n", "")
    text = change("{answered: rucksack-1}", "{answered: rucksack-3}", text=text)

    assert list_problems(text) == ["missing-field @rucksack-1:"]


def test_waiting_for_an_answer_that_is_not_needed_is_a_warning() -> None:
    assert list_problems(change("to: rucksack-1}", "to: rucksack-2}")) == ["waits-for-nothing @rucksack-still:"]


def test_a_fact_that_is_asked_for_must_become_known() -> None:
    assert list_problems(change("at: 0:30", "at: 10:00")) == ["fact-after-end @10:00", "fact-too-late @[fundbuero]"]
    assert compile_text(change("at: 0:30", "at: 10:00"))[0] is None

    unasked = change("          facts: [fundbuero]\n", "")
    assert list_problems(change("at: 0:30", "at: 10:00", text=unasked)) == ["fact-after-end @10:00"]
    assert compile_text(change("at: 0:30", "at: 10:00", text=unasked))[0] is not None


def test_a_fact_that_is_known_after_the_target_only_is_a_warning() -> None:
    assert list_problems(change("at: 0:30", "at: 4:20")) == []
    assert list_problems(change("at: 0:30", "at: 4:21")) == ["fact-too-late @[fundbuero]"]


def test_an_answer_needs_a_model_and_a_model_an_answer() -> None:
    text = "Hallo {name}, wie ärgerlich! Ich suche Ihren Rucksack, das Fundbüro hat ab neun Uhr offen. {agent}"
    model = f'          model: "{text}"\n'

    assert list_problems(change(model, "")) == ["no-model @true"]
    assert list_problems(change(model, model.replace("model:", "then:"))) == []
    assert list_problems(change("answer: true", "answer: false")) == [
        "no-way-to-pass @rucksack:",
        "needs-without-answer @false",
        "waits-for-nothing @rucksack-still:",
    ]


def test_what_is_to_be_left_alone_needs_no_answer() -> None:
    assert list_problems(change("triage: urgent", "triage: leave")) == ["leave-or-answer @leave"]


def test_what_is_hidden_or_reported_may_need_an_answer_too() -> None:
    for treatment in ("hide", "report"):
        assert list_problems(change("triage: urgent", f"triage: urgent\n          treatment: {treatment}")) == []


def test_a_model_holds_the_approved_wording_word_for_word() -> None:
    assert list_problems(change("hat ab neun Uhr offen", "hat ab neun offen")) == ['model-without-approved @"Hallo']


def test_a_target_that_nobody_can_keep_is_a_warning() -> None:
    assert list_problems(SCENARIO, brand=change("first_target: 4:00", "first_target: 0:30", text=BRAND)) == [
        "target-too-short @rucksack-1:"
    ]


def test_the_opening_post_of_a_thread_has_the_first_target_and_the_others_the_next() -> None:
    brand = change("next_target: 6:00", "next_target: 0:30", text=BRAND)
    text = change("text: Hallo?", "text: Hallo?, needs: {answer: true, model: Hallo}", text=SCENARIO)
    assert list_problems(text, brand=brand) == []

    brand = change("next_target: 6:00", "next_target: 0:10", text=BRAND)
    assert list_problems(text, brand=brand) == ["target-too-short @post:"]


def test_a_post_just_before_the_end_leaves_no_time() -> None:
    text = change("at: 1:00", "at: 9:50")
    text = change("text: Typisch.", "text: Typisch.\n        needs: {answer: true, model: So nicht.}", text=text)

    assert list_problems(text) == ["no-time-left @rucksack-2:"]


def busy(situation: str, *, posts: int, every_s: int) -> str:
    lines = [change("situation: normal", f"situation: {situation}")]
    for number in range(posts):
        at = 120 + number * every_s
        lines.append(
            f"  faden-{number}:\n    channel: forum\n    topic: zug\n    posts:\n"
            f"      frage-{number}: {{at: {at}s, by: omar, text: 'Wann kommt er?', needs: {{answer: true, "
            f"model: '{'wort ' * 34}wort'}}}}\n"
        )
    return "".join(lines)


def test_more_work_than_a_person_can_do_is_reported_once_per_stretch() -> None:
    """Each of these posts is 75.9 s of work: two in three minutes are fine, three are not."""
    assert list_problems(busy("normal", posts=5, every_s=95)) == []
    assert list_problems(busy("normal", posts=5, every_s=80)) == ["too-much-work @frage-0:"]

    (problem,) = compile_text(busy("normal", posts=5, every_s=80))[1]
    assert problem.severity == "warning"
    assert dict(problem.params) == {"start": "2:00", "end": "4:40", "work": "3:47", "window": "3:00"}


def test_in_an_outage_more_work_than_a_person_can_do_is_meant() -> None:
    (problem,) = compile_text(busy("outage", posts=5, every_s=80))[1]

    assert (problem.code, problem.severity) == ("too-much-work", "hint")


def test_two_crowded_stretches_are_two_problems() -> None:
    text = busy("normal", posts=3, every_s=10)
    for number in range(3):
        text += (
            f"  spaet-{number}:\n    channel: forum\n    topic: zug\n    posts:\n"
            f"      spaet-{number}: {{at: {400 + number}s, by: omar, text: Na?, "
            f"needs: {{answer: true, model: '{'wort ' * 34}wort'}}}}\n"
        )

    assert list_problems(text) == ["too-much-work @rucksack-1:", "too-much-work @spaet-0:"]
