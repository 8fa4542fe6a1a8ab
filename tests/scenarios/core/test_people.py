from tests.scenarios.samples import change, compile_text, list_problems


def test_handles_that_look_the_same_are_refused() -> None:
    text = change("temper: 3, gender: f}", "temper: 3, handle: OMAR}")
    assert list_problems(text) == ['handle-twice @"@omar"}']

    text = change("temper: 3, gender: f}", "temper: 3, handle: Seenbahn}")
    assert list_problems(text) == ["handle-of-brand @Seenbahn}"]


def test_a_persona_who_says_nothing_is_a_hint() -> None:
    text = change("facts:\n  fund", "  zoe: {role: troll}\nfacts:\n  fund")

    (problem,) = compile_text(text)[1]
    assert (problem.line, problem.column, problem.code, problem.severity) == (13, 3, "silent-persona", "hint")
