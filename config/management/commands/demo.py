"""`make run`: everything from an empty folder to a page that one can sign in to, on this machine only."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command, get_commands

from people.services import create_demo_people
from scoring.services.sealing import make_key

CERTIFYING = ("quiet-morning", "signal-failure")
"""Scenarios that the demo rehearses beside serving, so that a programme can be laid down a minute after it began."""


class Command(BaseCommand):
    help = "Prepares the demo (database, scenarios, people) and serves it on a loopback address."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--prepare-only", action="store_true", help="do not serve")

    def handle(self, *args: Any, prepare_only: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "This is the demo's command: set DEMO=1, or see docs/settings.md for a real installation."
            )
        if not prepare_only:
            check_port(settings.PORT, on=settings.BIND)
        self.say("Database: bringing it up to date")
        call_command("migrate", verbosity=0)
        if settings.STATIC_FILES == "hashed":
            self.say("Static files: collecting them under hashed names")
            call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        self.say("Scenarios: publishing what the library ships")
        if "publish_scenarios" in get_commands():
            call_command("publish_scenarios", verbosity=0)
        self.say("People: two cohorts, who sign in with one click")
        create_demo_people()
        if settings.CERTIFICATE_KEY and not Path(settings.CERTIFICATE_KEY).exists():
            self.say("Certificates: making a key that seals them")
            make_key(Path(settings.CERTIFICATE_KEY))
        if not prepare_only:
            self.serve()

    def serve(self) -> None:
        """Daphne in front, the sweeper behind it, and robots that rehearse what managers may certify on; all end with
        this process."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        tasks = [describe_server()]
        if "sweep" in get_commands():
            tasks.append([sys.executable, "manage.py", "sweep"])
        if "rehearse_versions" in get_commands():
            tasks.append([sys.executable, "manage.py", "rehearse_versions", "-v", "0", *CERTIFYING])
        self.stdout.write(self.style.SUCCESS(f"\n  http://{settings.BIND}:{settings.PORT}/   (Ctrl+C ends it)\n"))
        running = [subprocess.Popen(task, cwd=settings.BASE_DIR) for task in tasks]  # noqa: S603  our own, from above
        try:
            running[0].wait()
        except KeyboardInterrupt:
            self.stdout.write("")
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait()
        if running[0].returncode > 0:
            raise CommandError("The server ended by itself; what it said stands above.")

    def say(self, line: str) -> None:
        self.stdout.write(f"» {line}")


def check_port(port: int, *, on: str) -> None:
    """Before all the work, and before an address is shown that is another one's. Raises CommandError."""
    try:
        socket.create_server((on, port), family=socket.AF_INET6 if ":" in on else socket.AF_INET).close()
    except OSError as error:
        said = os.strerror(error.errno) if error.errno else str(error)
        raise CommandError(
            f"Nothing can listen on {on}:{port} ({said}). Take another port: make run PORT=8001"
        ) from error


def describe_server() -> list[str]:
    """The command line of Daphne. Its time limit on sockets is off: a jump of the host's clock would close them all."""
    place = f"tcp:port={settings.PORT}:interface={settings.BIND}:backlog=2048"
    limits = [
        "--websocket_timeout",
        "-1",
        "--websocket-max-message-size",
        "65536",
        "--websocket-max-frame-size",
        "65536",
    ]
    return [
        sys.executable,
        "-m",
        "daphne",
        *limits,
        "--no-server-name",
        "-v",
        "0",
        "-e",
        place,
        "config.asgi:application",
    ]
