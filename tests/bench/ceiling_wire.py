"""The wire ceiling: a plain ASGI application that sends given bytes at given instants, on the product's server.

It does nothing that the product is judged for: no session, no database, no framework. `CEILING_SCHEDULE` names a file
`{"start": wall seconds, "backlog": [text, …], "frames": [[offset seconds, run, text], …]}`, read when the first socket
opens. A socket that says `follow` gets the backlog at once and every later frame of its run at its instant;
anything else that a client says is echoed.
"""

import asyncio
import json
import os
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]

_followers: dict[int, list[Send]] = defaultdict(list)
_tasks: set[asyncio.Task[None]] = set()
_schedule: dict[str, Any] = {}


async def _broadcast() -> None:
    for offset, run, text in _schedule["frames"]:
        wait = _schedule["start"] + offset - time.time()
        if wait > 0:
            await asyncio.sleep(wait)
        message = {"type": "websocket.send", "text": text}
        for send in _followers[run]:
            await send(message)


def _start_once() -> None:
    if not _schedule:
        _schedule.update(json.loads(Path(os.environ["CEILING_SCHEDULE"]).read_text()))
        _tasks.add(asyncio.get_running_loop().create_task(_broadcast()))


async def application(scope: Message, receive: Callable[[], Awaitable[Message]], send: Send) -> None:
    if scope["type"] != "websocket":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"up"})
        return
    _start_once()
    await receive()
    await send({"type": "websocket.accept"})
    run = 0
    while (message := await receive())["type"] == "websocket.receive":
        if '"follow"' in message["text"]:
            run = json.loads(message["text"])["run"]
            for text in _schedule["backlog"]:
                await send({"type": "websocket.send", "text": text})
            _followers[run].append(send)
        else:
            await send({"type": "websocket.send", "text": message["text"]})
    if send in _followers[run]:
        _followers[run].remove(send)
