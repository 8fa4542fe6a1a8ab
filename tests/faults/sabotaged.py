"""The application with one guard taken away, by the name in SABOTAGE. Only the sabotage twins serve it."""

import os
import secrets
import threading
import time
from collections.abc import Callable

from config.asgi import application as application
from simulator import alarm, commands, consumers, hub
from simulator.doorkeeper import Pass
from simulator.frames import Command
from simulator.services import Ack, pulse


def acknowledge_first() -> None:
    """Says that a command is stored, and stores it a moment later."""

    def perform(ticket: Pass, command: Command) -> Ack:
        def store() -> None:
            time.sleep(0.1)
            commands.perform(ticket, command)

        threading.Thread(target=store, daemon=True).start()
        return Ack(command.cmd_id, 0)

    consumers.perform = perform


def forget_ids() -> None:
    """Takes every resend for something new."""

    def perform(ticket: Pass, command: Command) -> Ack:
        fresh = command.model_copy(update={"cmd_id": secrets.token_hex(8)})
        return Ack(command.cmd_id, commands.perform(ticket, fresh).seq)

    consumers.perform = perform


def never_wake() -> None:
    """The clock's alarm does not ring."""
    alarm.advance_due = lambda: 1.0


def never_look() -> None:
    """The hub believes in its doorbell."""

    async def look(self: hub.Hub) -> None:
        return

    hub.Hub.look = look


def overlook_gaps() -> None:
    """However long the service was away, it counts as the trainee's silence."""
    pulse.GAP_MS = 10**9


SABOTAGES: dict[str, Callable[[], None]] = {
    sabotage.__name__: sabotage for sabotage in (acknowledge_first, forget_ids, never_wake, never_look, overlook_gaps)
}
SABOTAGES[os.environ["SABOTAGE"]]()
