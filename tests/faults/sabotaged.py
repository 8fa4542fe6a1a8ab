"""The application with one guard taken away, by the name in SABOTAGE. Only the sabotage twins serve it."""

import os
import secrets
import threading
import time
from collections.abc import Callable

from config.asgi import application as application
from simulator import alarm, commands, consumers, hub, watch
from simulator.commands import Verb
from simulator.doorkeeper import Pass
from simulator.messages import Command
from simulator.services import Ack, pulse


def acknowledge_first() -> None:
    """Says that a command is stored, and stores it a moment later."""

    def prepare(ticket: Pass, command: Command) -> Verb:
        def store() -> None:
            time.sleep(0.1)
            commands.prepare(ticket, command)()

        def acknowledge() -> Ack:
            threading.Thread(target=store, daemon=True).start()
            return Ack(command.cmd_id, 0)

        return acknowledge

    consumers.prepare = prepare


def forget_ids() -> None:
    """Takes every resend for something new."""

    def prepare(ticket: Pass, command: Command) -> Verb:
        do = commands.prepare(ticket, command.model_copy(update={"cmd_id": secrets.token_hex(8)}))
        return lambda: Ack(command.cmd_id, do().seq)

    consumers.prepare = prepare


def never_wake() -> None:
    """The clock's alarm does not ring."""
    alarm.advance_due = lambda: 1.0


def never_look() -> None:
    """The hub believes in its doorbell."""

    async def look(self: hub.Hub) -> None:
        return

    hub.Hub.look = look


def never_watch() -> None:
    """Nobody looks whether those behind sockets are still signed in."""

    async def look(self: watch.Watch) -> None:
        return

    watch.Watch.look = look


def overlook_gaps() -> None:
    """However long the service was away, it counts as the trainee's silence."""
    pulse.GAP_MS = 10**9


SABOTAGES: dict[str, Callable[[], None]] = {
    sabotage.__name__: sabotage
    for sabotage in (acknowledge_first, forget_ids, never_wake, never_look, never_watch, overlook_gaps)
}
SABOTAGES[os.environ["SABOTAGE"]]()
