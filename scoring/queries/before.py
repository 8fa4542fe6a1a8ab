"""What stood there when a reply got its words: the thread so far, and the facts that were known.

Rule kept here: nothing later is told. A reply is marked by what its author could see.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scenarios.queries import load_timeline
from scoring.queries.replies import SentReply
from simulator.models import RunEvent

KINDS = ("PostAppeared", "ReplySent", "ReplyCorrected", "ReplyDeleted", "FactReleased")


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the thread. `name` is empty for the trainee's own; `text` is None once erased."""

    name: str
    text: str | None
    at_ms: int
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    thread: Sequence[Said] = ()
    facts: Sequence[str] = ()


NOTHING = Before()


def read_before(replies: Sequence[SentReply]) -> Mapping[tuple[int, int], Before]:
    """By reply, in one query for all. What was deleted before is left out, what was corrected is as it then stood."""
    runs = {reply.run.pk for reply in replies}
    logs: dict[int, list[tuple[int, int, str, Any, str | None]]] = defaultdict(list)
    rows = RunEvent.objects.filter(run__in=runs, kind__in=KINDS).order_by("run", "seq")
    for run, seq, at_ms, kind, data, words in rows.values_list("run", "seq", "at_ms", "kind", "data", "words__text"):
        logs[run].append((seq, at_ms, kind, json.loads(data), words))
    return {reply.key: _read_until(reply, logs[reply.run.pk]) for reply in replies}


def _read_until(reply: SentReply, log: Sequence[tuple[int, int, str, Any, str | None]]) -> Before:
    timeline = load_timeline(reply.run.version)
    texts = {fact.key: (fact.text, fact.replaces) for fact in timeline.facts}
    said: dict[int, Said] = {}
    known: dict[str, str] = {}
    for seq, at_ms, kind, data, words in log:
        if seq >= reply.wording:
            break
        if kind == "FactReleased":
            text, replaced = texts.get(data["fact"], (words, ""))
            known.pop(replaced, None)
            known[data["fact"]] = text or ""
        elif kind == "PostAppeared" and data["thread"] == reply.thread:
            text = words if data["text"] is None else data["text"]
            said[seq] = Said(data["name"], text, at_ms, data.get("visibility") == "private")
        elif kind == "ReplySent" and data["thread"] == reply.thread and seq != reply.seq:
            said[seq] = Said("", words, at_ms, data["visibility"] == "private")
        elif kind == "ReplyCorrected" and data["reply"] in said:
            earlier = said[data["reply"]]
            said[data["reply"]] = Said("", words, earlier.at_ms, earlier.is_private)
        elif kind == "ReplyDeleted":
            said.pop(data["reply"], None)
    return Before(tuple(said.values()), tuple(text for text in known.values() if text))
