"""When each post of a real conversation appears in a training run, and on what it waits.

Rules kept here: a post that answered one of the brand's agents waits until the trainee has answered what that agent
answered (its gate); a post that follows such a post waits with it; every other post comes at its own time. Agents' own
posts are not played.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scenarios.core.importing.conversations import Conversation
from scenarios.core.importing.pacing import compress_waits
from scenarios.core.importing.rows import Message


@dataclass(frozen=True, slots=True)
class Planned:
    """`wait_s` counts from the thread's start, or, with a `gate` (a message id), from the trainee's answer to it.

    `reply_to` is the post it stands under, None for the first.
    """

    message: Message
    gate: int | None
    wait_s: int
    reply_to: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """`answers` maps a played message to the agents' answers; `unlinked` are agents' posts that answered nothing."""

    posts: tuple[Planned, ...]
    answers: Mapping[int, tuple[Message, ...]]
    unlinked: tuple[Message, ...]


def plan_conversation(conversation: Conversation, *, own: Collection[str], cap_s: int) -> Plan:
    """The plan of one thread; without `posts` where nobody but the brand wrote. `own` are its accounts, lower case."""
    answered = _find_answered(conversation, own=own)
    answers: dict[int, list[Message]] = {}
    unlinked: list[Message] = []
    for message in conversation.messages:
        if message.id in answered:
            target = answered[message.id]
            if target is None:
                unlinked.append(message)
            else:
                answers.setdefault(target, []).append(message)
    gates = _find_gates(conversation, answered)
    waits = _measure_waits(conversation, gates=gates, answers=answers, cap_s=cap_s)
    posts = [
        Planned(message, gates[message.id], waits[message.id], _find_reply_to(message, conversation, gates, answered))
        for message in conversation.messages
        if message.id in gates
    ]
    return Plan(tuple(posts), {id_: tuple(found) for id_, found in answers.items()}, tuple(unlinked))


def _find_answered(conversation: Conversation, *, own: Collection[str]) -> dict[int, int | None]:
    """The brand's messages → what each answered of someone else's: by its links, else the latest message before it."""
    is_own = {message.id: message.author.lower() in own for message in conversation.messages}
    answered: dict[int, int | None] = {}
    latest: int | None = None
    for message in conversation.messages:
        if not is_own[message.id]:
            latest = message.id
            continue
        parent = conversation.parents.get(message.id)
        while parent is not None and is_own[parent]:
            parent = conversation.parents.get(parent)
        answered[message.id] = latest if parent is None else parent
    return answered


def _find_gates(conversation: Conversation, answered: Mapping[int, int | None]) -> dict[int, int | None]:
    """Played message → its gate. Without a link of its own, a message counts as an answer to the agents' latest one."""
    gates: dict[int, int | None] = {}
    latest: int | None = None
    for message in conversation.messages:
        if message.id in answered:
            latest = answered[message.id] if answered[message.id] is not None else latest
            continue
        parent = conversation.parents.get(message.id)
        if parent is None:
            gates[message.id] = latest
        elif parent in answered:
            gates[message.id] = answered[parent]
        else:
            gates[message.id] = gates[parent]
    return gates


def _measure_waits(
    conversation: Conversation, *, gates: Mapping[int, int | None], answers: Mapping[int, Sequence[Message]], cap_s: int
) -> dict[int, int]:
    """Seconds from the thread's start, or from the answer to the gate; posts of either follow at compressed gaps."""
    last: dict[int | None, int] = {gate: min(answer.at_s for answer in found) for gate, found in answers.items()}
    played = [message for message in conversation.messages if message.id in gates]
    gaps: list[int] = []
    for message in played:
        gate = gates[message.id]
        since = last.get(gate, message.at_s)
        gaps.append(max(0, message.at_s - since))
        last[gate] = max(since, message.at_s)
    waits: dict[int, int] = {}
    so_far: dict[int | None, int] = {}
    for position, (message, gap) in enumerate(zip(played, compress_waits(gaps, cap_s=cap_s), strict=True)):
        gate = gates[message.id]
        is_opening = position == 0 and gate is None
        so_far[gate] = so_far.get(gate, 0) + (0 if is_opening else gap)
        waits[message.id] = so_far[gate]
    return waits


def _find_reply_to(
    message: Message, conversation: Conversation, gates: Mapping[int, int | None], answered: Mapping[int, int | None]
) -> int | None:
    parent = conversation.parents.get(message.id)
    if parent is None:
        return gates[message.id]
    return answered.get(parent, parent)
