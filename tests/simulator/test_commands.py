"""Every command of the socket has its verb, and says exactly what that asks for."""

from collections.abc import Callable
from inspect import Parameter, signature
from typing import Any, get_args

import pytest

from simulator.commands import DONE, PREPARED
from simulator.messages import COMMANDS, Command, Note

VERBS = {**PREPARED, **DONE}


def list_asked(verb: Callable[..., Any]) -> tuple[set[str], set[str]]:
    """What the verb has to be told, and what it may be: one by one, or as the keys of what it unpacks."""
    needed: set[str] = set()
    optional: set[str] = set()
    for each in signature(verb).parameters.values():
        if each.kind is Parameter.VAR_KEYWORD:
            (keys,) = get_args(each.annotation)
            needed |= keys.__required_keys__
            optional |= keys.__optional_keys__
        elif each.kind is Parameter.KEYWORD_ONLY:
            (needed if each.default is Parameter.empty else optional).add(each.name)
    return needed, optional


def find_misfits(kind: type[Command], verb: Callable[..., Any]) -> set[str]:
    """What the verb needs and the command does not say, and the other way round."""
    needed, optional = list_asked(verb)
    said = {*kind.model_fields} - {"type", "run"} | {"actor"}
    return (needed - said) | (said - needed - optional)


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
