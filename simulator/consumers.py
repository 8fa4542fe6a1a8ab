"""One socket: authorise, follow, pass on.

A plain ASGI application instead of a Channels consumer, which hops onto the process's one database thread before every
message and keeps a channel of the layer per socket; and its own look at the session instead of Channels' middleware,
which puts a wrapper around every frame that is sent (17 % of its cost). One message at a time, in the order they came;
a message that is wrong is answered, and never ends the socket.
"""

import asyncio
import logging
from collections.abc import Collection
from typing import Any

from django.conf import settings

from simulator.allowance import Allowance
from simulator.commands import prepare
from simulator.core.events import TRAINEE, actor_of
from simulator.doorkeeper import NotAdmitted, Pass, SignedOut, Standing, admit, issue_pass
from simulator.feed import Feed
from simulator.frames import Close, write_frame
from simulator.messages import BadFrame, Command, Correct, Follow, Heartbeat, Look, Reply, Unfollow, parse_message
from simulator.outbox import Outbox
from simulator.sentences import explain_refusal
from simulator.services import Refused
from simulator.services.looking import note_look
from simulator.station import Station

logger = logging.getLogger(__name__)


def serve_runs(station: Station) -> Any:
    """The ASGI application behind /ws/. It needs `cookies` in its scope."""

    async def application(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        try:
            session_key = scope["cookies"].get(settings.SESSION_COOKIE_NAME, "")
            ticket = await station.threads.read(issue_pass, session_key)
        except SignedOut:
            # Accepted first: a browser sees the code of a socket that was open, and nothing of one that was refused.
            await send({"type": "websocket.close", "code": int(Close.SIGNED_OUT)})
            return
        socket = RunSocket(station, ticket, send)
        try:
            await socket.serve(receive)
        finally:
            await socket.leave()

    return application


class RunSocket:
    def __init__(self, station: Station, ticket: Pass, send: Any) -> None:
        self.ticket = ticket
        self._station = station
        self._follows: dict[int, Feed] = {}
        self._loop = asyncio.get_running_loop()
        self._allowance = Allowance(now=self._loop.time())
        self.outbox = Outbox(send, ask=self.beat, ready=self.replay)
        self.standings: dict[int, Standing] = {}
        self.beat_at = self._loop.time()

    @property
    def played(self) -> Collection[int]:
        return [run_id for run_id, feed in self._follows.items() if feed.audience == TRAINEE]

    async def serve(self, receive: Any) -> None:
        """Takes messages until the socket is gone."""
        self._station.watch.sockets.add(self)
        while (message := await receive())["type"] != "websocket.disconnect":
            if self.outbox.closed is None:
                await self.take(message.get("text"))

    async def leave(self) -> None:
        self._station.watch.sockets.discard(self)
        for run_id, feed in self._follows.items():
            feed.leave(self.outbox, now=self._loop.time())
            self._station.hub.presence.leave(run_id, self.outbox)
        await self.outbox.abandon()

    async def take(self, text: str | None) -> None:
        """Does what one message asks for. Whatever goes wrong is answered."""
        if not self._allowance.spend(now=self._loop.time()):
            self.outbox.close(Close.TOO_MANY)
            return
        message = None
        try:
            message = parse_message(text)
            await self._do(message)
        except SignedOut:
            self.outbox.close(Close.SIGNED_OUT)
        except NotAdmitted:
            self._turn_away(message.run)
        except BadFrame as error:
            self._refuse("bad_frame", cmd_id=error.cmd_id)
        except Refused as refusal:
            self._refuse(refusal.code, params=refusal.params, run=message.run, cmd_id=getattr(message, "cmd_id", None))
        except Exception:
            logger.exception("a message failed")
            self._refuse("failed", run=getattr(message, "run", None), cmd_id=getattr(message, "cmd_id", None))

    async def _do(self, message: Any) -> None:
        match message:
            case Heartbeat():
                self._acknowledge(message)
            case Follow():
                await self._follow(message)
            case Look():
                self._look(message)
            case Unfollow():
                self._leave(message.run)
            case Command():
                await self._obey(message)

    def _look(self, message: Look) -> None:
        """Only who works in the run says and hears who is where; a coach looks on unseen, and sees nothing of it."""
        feed = self._follows.get(message.run)
        if feed is None or feed.audience != TRAINEE:
            return
        user = self.ticket.user
        name = user.get_full_name() or user.username
        self._station.hub.presence.look(
            message.run, self.outbox, actor=actor_of(self.ticket.user_id), name=name, thread=message.thread
        )

    async def _follow(self, message: Follow) -> None:
        admission = await self._station.threads.read(admit, self.ticket, message.run)
        if admission.audience != TRAINEE:
            await self._station.threads.write(note_look, message.run, viewer=admission.user)
        self._leave(message.run)
        hub = self._station.hub
        feed = await hub.follow(message.run, audience=admission.audience, outbox=self.outbox, after=message.after)
        self._follows[message.run], self.standings[message.run] = feed, admission.standing
        now = hub.now_ms()
        self.outbox.say(
            write_frame(
                "following",
                run=message.run,
                audience=feed.audience,
                head_seq=feed.shown,
                server_now=now,
                run_ms=feed.run_ms(wall_ms=now),
                clock=feed.clock,
            )
        )
        self.replay()

    async def _obey(self, command: Command) -> None:
        if isinstance(command, Correct | Reply):
            command = command.model_copy(update={"seen_seq": self._bound_seen(command)})
        verb = await self._station.threads.read(prepare, self.ticket, command)
        ack = await self._station.threads.command(command.run, verb)
        self.outbox.say(write_frame("ack", cmd_id=ack.cmd_id, run=command.run, seq=ack.seq))

    def _bound_seen(self, reply: Correct | Reply) -> int:
        """What counts as seen: not more than was sent here, and not less than was acknowledged here."""
        feed = self._follows.get(reply.run)
        if feed is None:
            return 0
        cursor = feed.followers[self.outbox]
        return min(cursor.sent, max(reply.seen_seq, cursor.seen))

    def _acknowledge(self, message: Heartbeat) -> None:
        for run_id, seq in message.seen.items():
            if (feed := self._follows.get(int(run_id))) is not None:
                cursor = feed.followers[self.outbox]
                cursor.seen = max(cursor.seen, min(seq, cursor.sent))
        self.outbox.acknowledge()

    def replay(self) -> None:
        self._station.hub.start_replay(self.outbox)

    def beat(self) -> None:
        """Sends a heartbeat: what has been sent of each run, and what time it is there."""
        self.beat_at = self._loop.time()
        now = self._station.hub.now_ms()
        runs = {
            str(run_id): {
                "head_seq": feed.shown if self.outbox.is_idle() else feed.followers[self.outbox].sent,
                "run_ms": feed.run_ms(wall_ms=now),
            }
            for run_id, feed in self._follows.items()
        }
        self.outbox.say(write_frame("heartbeat", server_now=now, runs=runs))
        self.outbox.mark(self.beat_at)

    async def check_again(self) -> None:
        """Asks for the permission of everything that is followed once more."""
        for run_id in list(self._follows):
            try:
                admission = await self._station.threads.read(admit, self.ticket, run_id)
                if run_id in self._follows:
                    self.standings[run_id] = admission.standing
            except SignedOut:
                self.outbox.close(Close.SIGNED_OUT)
            except NotAdmitted:
                self._turn_away(run_id)

    def _turn_away(self, run_id: int) -> None:
        """Ends the following of a run; ends the socket if it follows no other."""
        self._leave(run_id)
        self._refuse("unknown_run", run=run_id)
        if not self._follows:
            self.outbox.close(Close.FORBIDDEN)

    def _leave(self, run_id: int) -> None:
        """Ends the following of a run, if it is followed."""
        feed = self._follows.pop(run_id, None)
        self.standings.pop(run_id, None)
        if feed is not None:
            feed.leave(self.outbox, now=self._loop.time())
            self._station.hub.presence.leave(run_id, self.outbox)

    def _refuse(self, code: str, *, params: Any = None, run: int | None = None, cmd_id: str | None = None) -> None:
        message = explain_refusal(code, language=self.ticket.language, params=params)
        self.outbox.say(write_frame("refused", code=code, message=message, run=run, cmd_id=cmd_id))
