"""The server's side of a line, played to a page: a long past at first, then whatever a test or a measurement says."""

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import WebSocketRoute

SPACING_MS = 29
TARGET_MS = 240_000
PAST_MS = 60_000

Data = Mapping[str, Any]


class PlayedLine:
    """`pack` is what the page brought. The run is a minute old; `threads` have `each` posts, and all wait."""

    def __init__(self, pack: Data, *, threads: int, each: int = 2) -> None:
        self.run, self.channels, self.threads, self.each = pack["run"], list(pack["channels"]), threads, each
        self.seq = 0
        self.heard: list[Data] = []
        self.send: Callable[[Data], None] = lambda frame: None

    def answer(self, route: WebSocketRoute) -> None:
        """For `page.route_web_socket`."""

        def hear(message: str | bytes) -> None:
            self.heard.append(json.loads(message))
            if self.heard[-1]["type"] == "follow":
                self.send = lambda frame: route.send(json.dumps({"run": self.run, **frame}))
                self.begin()

        route.on_message(hear)

    def begin(self) -> None:
        self.seq = 0
        now = int(time.time() * 1000)
        head = self.each * self.threads + 1
        self.send({"type": "following", "audience": "trainee", "head_seq": head, "server_now": now, "run_ms": PAST_MS})
        self.tell("RunStarted", {"wall_ms": now - PAST_MS, "speed": 1000, "agent": "^TB", "heat": 40}, at_ms=0)
        for number in range(self.each * self.threads):
            self.post(number % self.threads, at_ms=1_000 + SPACING_MS * number)

    def post(self, who: int | str, *, at_ms: int, **more: Any) -> None:
        """Somebody writes in their thread; `who` names both."""
        channel = self.channels[(who if isinstance(who, int) else 0) % len(self.channels)]
        data = {
            "post": f"p{self.seq}", "thread": f"t{who}", "channel": channel, "persona": f"who{who}",
            "name": f"Person {who}", "handle": f"@person{who}", "reply_to": None, "first": True,
            "text": f"Ich stehe seit {self.seq} Minuten an Gleis 3, und niemand sagt, wann es weitergeht.",
            "target_ms": at_ms + TARGET_MS,
        }  # fmt: skip
        self.tell("PostAppeared", {**data, **more}, at_ms=at_ms)

    def tell(self, kind: str, data: Data, *, at_ms: int, **more: Any) -> None:
        frame = {"type": "event", "seq": self.seq + 1, "after": self.seq, "at_ms": at_ms, "kind": kind}
        self.seq += 1
        self.send({**frame, "data": data, **more})

    def last(self, type_: str) -> Data:
        """What the page has sent last of a type."""
        return next(message for message in reversed(self.heard) if message["type"] == type_)

    def accept_reply(self) -> Data:
        """Acknowledges the reply that was sent last, and tells its event."""
        sent = self.last("reply")
        asked = {name: sent[name] for name in ("thread", "post", "visibility", "way") if name in sent}
        self.tell("ReplySent", asked, at_ms=PAST_MS + self.seq, words=sent["text"])
        self.send({"type": "ack", "cmd_id": sent["cmd_id"], "seq": self.seq})
        return sent

    def accept(self, type_: str, kind: str, **data: Any) -> Data:
        """Acknowledges the act that was sent last, and tells its event."""
        sent = self.last(type_)
        self.tell(kind, {"thread": sent["thread"], **data}, at_ms=PAST_MS + self.seq)
        self.send({"type": "ack", "cmd_id": sent["cmd_id"], "seq": self.seq})
        return sent

    def refuse(self, type_: str, message: str) -> None:
        """Says no to what was sent last of a type."""
        self.send({"type": "refused", "cmd_id": self.last(type_)["cmd_id"], "code": "paused", "message": message})
