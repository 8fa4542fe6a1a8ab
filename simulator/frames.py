"""What the server sends over the socket (docs/wire.md): its frames, built, and the codes that it closes with.

Rules kept here: an event's frame is one text per audience, made from the stored bytes, so that five hundred sockets
share it; what `Kind.hidden` names never leaves the server.
"""

import json
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from simulator.core.events import KINDS, canonical, is_person
from simulator.services.doorbell import Row

FRAMES = ("event", "following", "ack", "refused", "heartbeat", "presence")
"""Every frame the server sends, by its `type`."""


class Close(IntEnum):
    """Close codes. After the first two the client stops; after the others it returns with jitter."""

    SIGNED_OUT = 4401
    FORBIDDEN = 4403
    TOO_SLOW = 4408
    TOO_MANY = 4429
    RESTART = 1012


def write_frame(kind: str, **fields: Any) -> str:
    """A frame as text; fields that are None are left out."""
    frame = {"type": kind} | {name: value for name, value in fields.items() if value is not None}
    return json.dumps(frame, separators=(",", ":"))


def write_event(row: Row, *, after: int) -> str:
    """The frame of a stored row. `after` is the seq of the event before it that the same audience may see."""
    kind = KINDS[row.kind]
    hidden = kind.hidden
    data = row.data_text
    if hidden:
        data = canonical({key: value for key, value in json.loads(data).items() if key not in hidden})
    words = "" if row.words is None or kind.hides_words else f',"words":{json.dumps(row.words, ensure_ascii=False)}'
    by = f',"by":"{row.actor}"' if is_person(row.actor) else ""
    return (
        f'{{"type":"event","run":{row.run_id},"seq":{row.seq},"after":{after},"at_ms":{row.at_ms},'
        f'"kind":"{row.kind}","data":{data}{by}{words}}}'
    )


def write_events(rows: Sequence[Row], *, audience: str, after: int) -> list[tuple[int, str]]:
    """The frames of contiguous `rows` that `audience` may see, as (seq, text); the first one links to `after`."""
    frames = []
    for row in rows:
        if audience in KINDS[row.kind].audience:
            frames.append((row.seq, write_event(row, after=after)))
            after = row.seq
    return frames
