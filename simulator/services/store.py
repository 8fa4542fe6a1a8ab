"""The few statements that every command and every alarm runs, in plain SQL: compiling them anew would cost more than
running them.

Rows are locked by `lock_run` and `lock_due` on PostgreSQL; on SQLite the transaction itself is the lock, because it is
begun IMMEDIATE (see `config.settings`).
"""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from simulator.core.events import Event
from simulator.services import statements

_HEAD = (
    "SELECT id, version_id, trainee_id, mode, head_seq, head_digest, outages_seen, erasures, ended"
    " FROM simulator_run WHERE "
)
LOCK_RUN = _HEAD + "id = %s"
_DUE = "next_due_at <= %s ORDER BY next_due_at, id LIMIT %s"
_FIRST_DUE = "SELECT min(next_due_at) FROM simulator_run WHERE next_due_at IS NOT NULL"
_LOG = (
    "SELECT e.seq, e.at_ms, e.kind, e.actor, e.data, w.text FROM simulator_runevent e"
    " LEFT JOIN simulator_words w ON w.id = e.words_id"
    " WHERE e.run_id = %s AND e.seq > %s AND e.seq <= %s ORDER BY e.seq"
)
FIND_COMMAND = (
    "SELECT e.seq, e.kind, e.actor, e.cmd_hash, w.salt, e.words_id IS NOT NULL FROM simulator_runevent e"
    " LEFT JOIN simulator_words w ON w.id = e.words_id WHERE e.run_id = %s AND e.cmd_id = %s"
)
ADD_WORDS = "INSERT INTO simulator_words (text, salt) VALUES (%s, %s) RETURNING id"
ADD_EVENTS = (
    "INSERT INTO simulator_runevent"
    " (run_id, seq, at_ms, kind, actor, data, words_id, words_mac, cmd_id, cmd_hash, digest)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
MOVE_HEADS = (
    "UPDATE simulator_run SET head_seq = %s, head_digest = %s, head_at_ms = %s, next_due_at = %s, outages_seen = %s,"
    " ended = %s WHERE id = %s"
)

END_DRAFTS = "DELETE FROM simulator_draft WHERE run_id = %s"


class Head(NamedTuple):
    """What a run's row says, read under the lock."""

    run_id: int
    version_id: int
    trainee_id: int
    mode: str
    seq: int
    digest: str
    outages_seen: int
    erasures: int
    ended: bool


class Command(NamedTuple):
    """A command that is in the log already. `salt` is None where no words belong to it or they are erased."""

    seq: int
    kind: str
    actor: str
    hash: str
    salt: str | None
    has_words: bool


class NewEvent(NamedTuple):
    """A row to be written, in the order of the table's columns after the run."""

    run_id: int
    event: Event
    data_text: str
    words_id: int | None
    words_mac: str
    cmd_id: str | None
    cmd_hash: str
    digest: str

    def as_row(self) -> tuple[Any, ...]:
        event = self.event
        return (self.run_id, event.seq, event.at_ms, event.kind, event.actor, *self[2:])


class NewHead(NamedTuple):
    """What a run's row will say, in the order of the statement that moves it."""

    seq: int
    digest: str
    at_ms: int
    next_due_at: int | None
    outages_seen: int
    ended: bool
    run_id: int


def lock_run(run_id: int) -> Head | None:
    """Locks the run until the transaction ends; None where there is none."""
    heads = statements.select(LOCK_RUN + _for_update(""), (run_id,))
    return Head(*_booleans(heads[0])) if heads else None


def lock_due(now: int, *, limit: int) -> list[Head]:
    """Locks the runs where something is due at wall time `now`, the longest waiting first; leaves out who is locked."""
    rows = statements.select(_HEAD + _DUE + _for_update(" SKIP LOCKED"), (now, limit))
    return [Head(*_booleans(row)) for row in rows]


def first_due() -> int | None:
    """The wall time at which something falls due next in any run; None for nowhere."""
    first: int | None = statements.select(_FIRST_DUE, ())[0][0]
    return first


def read_events(run_id: int, *, after: int = 0, until: int = 2**31 - 1) -> list[Event]:
    """The log after seq `after`, up to and with seq `until`."""
    loads = json.loads
    return [
        Event(seq, at_ms, kind, actor, loads(data), words)
        for seq, at_ms, kind, actor, data, words in statements.select(_LOG, (run_id, after, until))
    ]


def digest_at(run_id: int, seq: int) -> str | None:
    """The digest of one event; None where there is none."""
    rows = statements.select("SELECT digest FROM simulator_runevent WHERE run_id = %s AND seq = %s", (run_id, seq))
    return rows[0][0] if rows else None


def find_command(run_id: int, cmd_id: str) -> Command | None:
    rows = statements.select(FIND_COMMAND, (run_id, cmd_id))
    return Command(*rows[0]) if rows else None


def find_words(run_id: int, seq: int) -> tuple[int | None, str]:
    """The id of the words of one event, and the commitment to them."""
    sql = "SELECT words_id, words_mac FROM simulator_runevent WHERE run_id = %s AND seq = %s"
    words_id, words_mac = statements.select(sql, (run_id, seq))[0]
    return words_id, words_mac


def add_words(text: str, *, salt: str) -> int:
    """Stores a person's words and returns their id."""
    words_id: int = statements.select(ADD_WORDS, (text, salt))[0][0]
    return words_id


def add_events(events: Sequence[NewEvent]) -> None:
    statements.run_many(ADD_EVENTS, [event.as_row() for event in events])


def move_heads(heads: Sequence[NewHead]) -> None:
    """Writes where the logs end now. Whoever brings a run to its end comes by here: the drafts go with it."""
    statements.run_many(MOVE_HEADS, heads)
    if ended := [(head.run_id,) for head in heads if head.ended]:
        statements.run_many(END_DRAFTS, ended)


def _for_update(wait: str) -> str:
    return f" FOR UPDATE{wait}" if connection.vendor == "postgresql" else ""


def _booleans(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """SQLite has no booleans of its own."""
    return (*row[:-1], bool(row[-1]))
