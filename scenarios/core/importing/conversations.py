"""Messages into conversations, by their reply links in both directions.

Rules kept here: every message is in exactly one conversation; an answer never stands before what it answers, else time
decides; neither the order of rows nor a missing parent, a parent that is later than its answer, or a ring of links
changes that.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.core.importing.rows import Message


@dataclass(frozen=True, slots=True)
class Conversation:
    """Messages that hang together, in the order of play. `parents` maps ids within the conversation."""

    messages: tuple[Message, ...]
    parents: Mapping[int, int]


def build_conversations(messages: Sequence[Message]) -> list[Conversation]:
    """All conversations, by the time of their first message."""
    by_id = {message.id: message for message in sorted(messages, key=_by_time)}
    parents = _cut_rings(_find_parents(by_id), by_id)
    groups: dict[int, list[Message]] = {}
    roots = _join(by_id, parents)
    for message in by_id.values():
        groups.setdefault(roots[message.id], []).append(message)
    found = [_line_up(group, parents) for group in groups.values()]
    return sorted(found, key=lambda conversation: _by_time(conversation.messages[0]))


def _by_time(message: Message) -> tuple[int, int]:
    return message.at_s, message.id


def _find_parents(by_id: Mapping[int, Message]) -> dict[int, int]:
    """What a message says it answers counts first; else the earliest message that names it among its replies."""
    parents: dict[int, int] = {}
    for message in by_id.values():
        for reply in message.replies:
            if reply in by_id and reply != message.id:
                parents.setdefault(reply, message.id)
    for message in by_id.values():
        if message.parent is not None and message.parent in by_id and message.parent != message.id:
            parents[message.id] = message.parent
    return parents


def _cut_rings(parents: dict[int, int], by_id: Mapping[int, Message]) -> dict[int, int]:
    """A ring loses the link of its earliest message."""
    settled: set[int] = set()
    for start in by_id:
        path: list[int] = []
        on_path: set[int] = set()
        at: int | None = start
        while at is not None and at not in settled and at not in on_path:
            path.append(at)
            on_path.add(at)
            at = parents.get(at)
        if at is not None and at in on_path:
            ring = path[path.index(at) :]
            del parents[min(ring, key=lambda id_: _by_time(by_id[id_]))]
        settled.update(path)
    return parents


def _join(by_id: Mapping[int, Message], parents: Mapping[int, int]) -> dict[int, int]:
    """Union-find over every link that leads to a message of the file."""
    roots = {id_: id_ for id_ in by_id}

    def find(id_: int) -> int:
        while roots[id_] != id_:
            roots[id_] = roots[roots[id_]]
            id_ = roots[id_]
        return id_

    for message in by_id.values():
        for other in (*message.replies, message.parent, parents.get(message.id)):
            if other is not None and other in by_id:
                roots[find(message.id)] = find(other)
    return {id_: find(id_) for id_ in by_id}


def _line_up(group: Sequence[Message], parents: Mapping[int, int]) -> Conversation:
    own = {message.id: parents[message.id] for message in group if message.id in parents}
    answers: dict[int, list[Message]] = {}
    for message in group:
        if message.id in own:
            answers.setdefault(own[message.id], []).append(message)
    ready = [(*_by_time(message), message) for message in group if message.id not in own]
    heapq.heapify(ready)
    ordered: list[Message] = []
    while ready:
        message = heapq.heappop(ready)[2]
        ordered.append(message)
        for answer in answers.get(message.id, ()):
            heapq.heappush(ready, (*_by_time(answer), answer))
    return Conversation(tuple(ordered), own)
