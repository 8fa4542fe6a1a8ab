"""Of whom figures over a group may tell, so that nobody can be read off them.

Rules kept here: people enter figures in blocks of LEAST, in the order in which they were decided on; who does not fill
a block waits for the next one. A group's people are taken from those of the whole that it lies in. So whatever is
told twice, of a whole and its groups or of today and tomorrow, differs by nobody or by LEAST people at least, and
what is left over is told of nowhere.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

Person = TypeVar("Person")
Key = TypeVar("Key", bound=Hashable)
Period = TypeVar("Period")

LEAST = 8


def release(people: Sequence[Person]) -> list[Person]:
    """The first of `people`, in whole blocks; none of fewer than LEAST."""
    return list(people[: len(people) - len(people) % LEAST])


def release_groups(whole: Sequence[Person], keys_of: Callable[[Person], Sequence[Key]]) -> Mapping[Key, list[Person]]:
    """Group → whom of it figures may tell, out of `whole`, which is released already; empty where the group is too
    small. Groups may share people."""
    groups: dict[Key, list[Person]] = {}
    for person in whole:
        for key in keys_of(person):
            groups.setdefault(key, []).append(person)
    return {key: release(people) for key, people in groups.items()}


def release_periods(
    whole: Sequence[Person], period_of: Callable[[Person], Period]
) -> list[tuple[Period, Period, list[Person]]]:
    """`whole`, released and in its order, cut into (first period, last period, people): periods with too few people
    join the next ones, and who is left of a block goes with those. All of `whole` is in exactly one of them."""
    found: list[tuple[Period, Period, list[Person]]] = []
    waiting: list[Person] = []
    for number, person in enumerate(whole):
        waiting.append(person)
        is_last = number + 1 == len(whole) or period_of(whole[number + 1]) != period_of(person)
        told = release(waiting)
        if is_last and told:
            found.append((period_of(told[0]), period_of(told[-1]), told))
            waiting = waiting[len(told) :]
    return found
