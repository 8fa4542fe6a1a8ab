"""Lint grows up: what can never happen, never be known, never be passed, or is not said."""

import pytest

from scenarios.core.problems import HINT, WARNING
from tests.scenarios import samples
from tests.scenarios.samples import change, compile_text
from tests.scenarios.storm_sample import STORM, STORM_BRAND


def list_problems(text: str) -> list[str]:
    return samples.list_problems(text, brand=STORM_BRAND)


def ask(when: str) -> str:
    """The storm, with a reaction that waits for `when`."""
    return change("  heiss:\n", f"  frage:\n    when: {when}\n    heat: 1\n  heiss:\n", text=STORM)


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("{all: [{answered: zug-1}, {not: {answered: zug-1}}]}", ["contradiction"]),
        ("{all: [{answered: zug-1, late: true}, {not: {answered: zug-1}}]}", ["contradiction"]),
        ("{all: [{answered: zug-1, late: true}, {answered: zug-1, late: false}]}", ["contradiction"]),
        ("{all: [{no_answer_for: target, to: rucksack-1}, {answered: rucksack-1, late: false}]}", ["contradiction"]),
        ("{all: [{heat_above: 60}, {all: [{heat_below: 20}]}]}", ["contradiction"]),
        ("{not: {any: [{not: {known: sicher}}, {known: sicher}]}}", ["contradiction"]),
        ("{all: [{reply: zug-1, does: [offer]}, {not: {reply: any}}]}", ["contradiction"]),
        ("{heat_above: 60, heat_below: 20}", ["heat-of-nothing"]),
        ("{reply: zug-1, does: [offer], lacks: [thanks, offer]}", ["does-and-lacks"]),
        ("{reply: zug-1, visibility: private, personal: asked}", ["private-and-personal"]),
        ("{escalated: rucksack-1, desk: press, right: true}", ["never-right"]),
        ("{ignored: jana, times: 5}", ["ignored-too-often"]),
        ("{any: [{answered: zug-1}, {not: {answered: zug-1}}]}", []),
        ("{all: [{answered: zug-1}, {not: {answered: zug-1, late: true}}]}", []),
        ("{all: [{heat_above: 20}, {heat_below: 60}]}", []),
        ("{all: [{reply: zug-1}, {not: {reply: zug-1, does: [offer]}}]}", []),
        ("{escalated: rucksack-1, desk: press, right: false}", []),
    ],
)
def test_conditions_that_are_never_true_are_errors(when: str, codes: list[str]) -> None:
    assert [problem.partition(" ")[0] for problem in list_problems(ask(when))] == codes


def test_what_must_have_happened_before_can_contradict_too() -> None:
    late = change(
        "  heiss:\n",
        "  spaet:\n    when: {no_answer_for: target, to: rucksack-1}\n"
        "    post: {key: rucksack-9, by: jana, text: Noch da?}\n  heiss:\n",
        text=STORM,
    )

    def wait_for(when: str) -> str:
        return change("  heiss:\n", f"  frage:\n    when: {when}\n    heat: 1\n  heiss:\n", text=late)

    contradiction = "{all: [{answered: rucksack-9}, {answered: rucksack-1, late: false}]}"
    assert list_problems(wait_for(contradiction)) == ["contradiction-before @{all:"]
    assert list_problems(wait_for("{all: [{answered: rucksack-9}, {answered: rucksack-1}]}")) == []


def test_a_notice_that_does_not_exist_cannot_be_waited_for() -> None:
    text = change("notice: {topics: [fundsache], facts: [fundbuero], stale_after: 3:00}\n", "", text=STORM)

    assert list_problems(text) == ["no-notice @any:"]


def test_a_fact_without_a_time_needs_a_reaction_that_releases_it() -> None:
    text = change("    fact: sicher\n", "    heat: 1\n", text=STORM)
    assert list_problems(text) == ["never-released @sicher:"]

    unasked = change("at: 0:30, text", "text", text=samples.change("          facts: [fundbuero]\n", ""))
    (problem,) = compile_text(unasked)[1]
    assert (problem.code, problem.severity) == ("never-released", WARNING)


def test_a_fact_that_was_replaced_must_not_be_asked_for() -> None:
    text = change(
        "{text: Alle Züge stehen sicher., replaces", "{at: 0:10, text: Alle Züge stehen sicher., replaces", text=STORM
    )

    assert list_problems(text) == ["fact-outdated @[fundbuero]"]


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("paraphrase: Frag ab neun Uhr.", "paraphrase: Frag morgen früh.", ["model-without-fact @Frag"]),
        ("weight: 3", "weight: 3\n      zu: 1", ["unknown-field @zu:"]),
        ("{at: 3:00, per_hour", "{at: 0:00, per_hour", ["phase-order @0:00"]),
        ("{at: 3:00, per_hour", "{at: 10:00, per_hour", ["never-in-time @10:00"]),
        ("until: 9:00", "until: 1:00", ["voice-of-no-time @1:00"]),
        ("joins: [rucksack]", "joins: [zug]", ["joins-elsewhere @zug]"]),
        (
            "  places: [Altenried, Gleis 3]\n",
            "",
            [
                "nothing-to-fill-in @in",
                'nothing-to-fill-in @"{brand}',
                "nothing-to-fill-in @die",
                "nothing-to-fill-in @ich",
            ],
        ),
        ("wer holt uns hier ab?", "wer holt {name} hier ab?", ["unknown-variable @{name}"]),
        ("Gute Nacht.", '"Gute Nacht {name}."', ["unknown-variable @{name}"]),
        ("per_hour: 60, kind", "per_hour: 600, kind", ['few-closers @[""', "crowd-repeats @stuck:"]),
        ('"Boah,"]', '"Boah, das ist ja"]', ['long-opener @"Boah']),
        ("treatment: hide, danger: hate, desk: operations", "danger: hate", ["danger-without-way @hate}"]),
        ("mention: unasked", "mention: noise", []),
        ('[S 4, "", ""]', '[S 4, ""]', ["uneven-rows @[[RE"]),
        ("fail: [absent, spammer]", "fail: [expert, absent]", ["passes-and-fails @expert"]),
        ("last: absent", "last: expert", ["passes-and-last @expert}"]),
        ("tone: 1,", "tone: 0,", []),
    ],
)
def test_each_mistake_has_its_own_name(old: str, new: str, problems: list[str]) -> None:
    assert list_problems(change(old, new, text=STORM)) == problems


def test_a_weight_that_no_post_can_earn_is_a_warning() -> None:
    text = change("          facts: [fundbuero]\n          acts: [feeling, next_step]\n", "")
    text = change("individuality: 1}}", "individuality: 1, substance: 2}}", text=text)

    assert samples.list_problems(text) == ["criterion-without-basis @substance:"]


@pytest.mark.parametrize(("drill", "problems"), [("speed", []), ("tone", ["drill-outweighed @tone"])])
def test_what_a_drill_is_for_has_to_weigh_most(drill: str, problems: list[str]) -> None:
    text = change("rubric: ", f"drill: {drill}\nrubric: ")

    assert samples.list_problems(text) == problems


def test_a_thread_that_stays_empty_is_a_warning_and_one_that_a_reaction_opens_is_not() -> None:
    empty = change(
        "reactions:\n  gemeldet:", "  leer:\n    channel: forum\n    topic: zug\nreactions:\n  gemeldet:", text=STORM
    )

    assert list_problems(empty) == ["empty-thread @leer:"]
    opened = change("thread: zug, by: omar, reply_to: zug-1,", "thread: leer, by: omar,", text=empty)
    assert list_problems(opened) == []


def test_reading_what_the_crowd_writes_is_work_too() -> None:
    loud = change("{at: 3:00, per_hour: 60, kind: flood}", "{at: 3:00, per_hour: 10000, kind: flood}", text=STORM)
    loud = change("most_per_minute: 30", "most_per_minute: 120", text=loud)
    late = change("        at: 1:00\n", "        at: 4:00\n", text=loud)

    repeats = ['few-closers @[""', "crowd-repeats @stuck:"]
    assert list_problems(loud) == repeats
    assert list_problems(late) == [*repeats, "too-much-work @rucksack-2:"]
    problem = compile_text(late, brand=STORM_BRAND)[1][-1]
    assert (problem.params["start"], problem.params["end"]) == ("4:00", "7:00")


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("{no_answer_for: target, to: rucksack-1}", ["fact-by-silence"]),
        ("{all: [{answered: rucksack-1, late: true}, {heat_above: 3}]}", ["fact-by-silence"]),
        ("{no_answer_for: 1:00, to: rucksack-1}", []),
        ("{any: [{answered: rucksack-1, late: true}, {heat_above: 3}]}", []),
        ("{no_answer_for: target, to: rucksack-3}", ["waits-for-nothing"]),
    ],
)
def test_a_fact_must_not_only_come_to_who_is_too_late_for_it(when: str, codes: list[str]) -> None:
    text = change("fundbuero: {at: 0:30, text", "fundbuero: {text")
    text = change(
        "      rucksack-danke:\n",
        f"      spaet:\n        when: {when}\n        fact: fundbuero\n      rucksack-danke:\n",
        text=text,
    )

    assert [problem.partition(" ")[0] for problem in samples.list_problems(text)] == codes


def test_without_desks_nobody_can_hand_anything_over() -> None:
    text = change("when: {answered: rucksack-1}", "when: {escalated: rucksack-1}")

    assert samples.list_problems(text) == ["no-desks @{escalated:"]
    assert samples.list_problems(text, brand=STORM_BRAND) == []


@pytest.mark.parametrize(
    ("declared", "missing"),
    [
        ("{pass: [expert], fail: [absent], last: absent}", None),
        ("{pass: [expert], fail: [absent]}", "last"),
        ("{pass: [paraphraser], last: absent}", "pass: [expert], fail"),
    ],
)
def test_who_wants_to_certify_says_who_passes_fails_and_comes_last(declared: str, missing: str | None) -> None:
    problems = compile_text(change("personas:\n", f"rehearsal: {declared}\npersonas:\n"))[1]

    found = [(problem.code, problem.severity, dict(problem.params)) for problem in problems]
    assert found == ([("declares-too-little", HINT, {"missing": missing})] if missing else [])


def test_a_hand_over_is_never_the_right_one_where_none_is_needed() -> None:
    text = change("when: {answered: rucksack-1}", "when: {escalated: rucksack-1, right: true}")

    assert samples.list_problems(text, brand=STORM_BRAND) == ["needs-no-desk @{escalated:"]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("closing_target: 3:00, worthless_after: 20:00", []),
        ("closing_target: 30:00, worthless_after: 20:00", [{"field": "closing_target", "at": "30:00"}]),
        ("worthless_after: 6:00", [{"field": "next_target", "at": "6:00"}]),
        ("closing_target: 30:00", []),
    ],
)
def test_an_answer_in_time_is_worth_something(fields: str, found: list[dict[str, str]]) -> None:
    brand = samples.change("next_target: 6:00}", f"next_target: 6:00, {fields}}}", text=samples.BRAND)

    problems = samples.compile_text(samples.SCENARIO, brand=brand)[1]

    assert [problem.params for problem in problems if problem.code == "worthless-in-time"] == found
    assert all(problem.severity == WARNING for problem in problems if problem.code == "worthless-in-time")
