"""Every command of the socket has its verb, and says exactly what that asks for."""

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any

import pytest

from simulator.commands import DONE, PREPARED
from simulator.frames import COMMANDS, Command, Note

VERBS = {**PREPARED, **DONE}


def find_misfits(kind: type[Command], verb: Callable[..., Any]) -> set[str]:
    """What the verb needs and the command does not say, and the other way round."""
    named = [each for each in signature(verb).parameters.values() if each.kind is Parameter.KEYWORD_ONLY]
    said = {*kind.model_fields} - {"type", "run"} | {"actor"}
    needed = {each.name for each in named if each.default is Parameter.empty}
    return (needed - said) | (said - {each.name for each in named})


def test_every_command_has_one_verb():
    kinds = [kind for kind in COMMANDS.values() if issubclass(kind, Command)]

    assert len(kinds) > 10
    assert sorted(kind.__name__ for kind in VERBS) == sorted(kind.__name__ for kind in kinds)
    assert PREPARED.keys().isdisjoint(DONE)


@pytest.mark.parametrize("kind", VERBS, ids=lambda kind: kind.__name__)
def test_a_command_says_what_its_verb_asks_for(kind: type[Command]):
    assert find_misfits(kind, VERBS[kind]) == set()


def test_a_verb_that_asks_for_something_else_is_noticed():
    assert find_misfits(Note, lambda run_id, *, actor, cmd_id, thread, words, more="": None) == {"text", "words"}
