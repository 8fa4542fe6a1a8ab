"""Real server processes on the tests' own database, to be killed, stopped and lied to."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from tests.ports import keep_port

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
NO_REDIS = "redis://127.0.0.1:1/0"
"""An address at which nobody answers."""


class Server:
    """A Daphne on a port of its own. `sabotage` names the guard that is taken away (tests/faults/sabotaged.py)."""

    def __init__(self, *, sabotage: str = "", env: Mapping[str, str] | None = None) -> None:
        self.port = keep_port()
        self._env = {**os.environ, **describe_database(), "SABOTAGE": sabotage, "REDIS_URL": "", **(env or {})}
        self._env["ORIGINS"] = f"http://127.0.0.1:{self.port}"
        self._env["DJANGO_SETTINGS_MODULE"] = "config.settings_for_tests"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts, and returns when pages are served, and with them hub and clock."""
        application = "tests.faults.sabotaged:application" if self._env["SABOTAGE"] else "config.asgi:application"
        place = ["--websocket_timeout", "-1", "-v", "0", "-b", "127.0.0.1", "-p", str(self.port)]
        self._process = subprocess.Popen([sys.executable, "-m", "daphne", *place, application], cwd=ROOT, env=self._env)
        wait_until(self._answers, what="the server answers")

    def kill(self) -> None:
        self._signal(signal.SIGKILL)
        self._wait()

    def end(self) -> None:
        self._signal(signal.SIGTERM)
        self._wait()

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        if self._process is not None:
            self._process.send_signal(number)

    def _wait(self) -> None:
        if self._process is not None:
            self._process.wait(PATIENCE)
            self._process = None

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as line:
                line.sendall(b"GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                return line.recv(16).startswith(b"HTTP/1.1")
        except ConnectionRefusedError:
            return False


@contextmanager
def serve(*, sabotage: str = "", env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server that runs until the block ends."""
    server = Server(sabotage=sabotage, env=env)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def run_sweeper() -> Iterator[None]:
    """`manage.py sweep` as a process of its own, until the block ends."""
    env = {**os.environ, **describe_database(), "DJANGO_SETTINGS_MODULE": "config.settings_for_tests"}
    process = subprocess.Popen([sys.executable, "manage.py", "sweep"], cwd=ROOT, env=env)
    try:
        yield
    finally:
        process.terminate()
        assert process.wait(PATIENCE) == 0


def wait_until(is_so: Callable[[], bool], *, what: str, seconds: float = PATIENCE) -> float:
    """Looks until it is so, and returns how long that took. Raises AssertionError after `seconds`."""
    start = time.monotonic()
    while not is_so():
        assert time.monotonic() - start < seconds, f"waited {seconds} s in vain until {what}"
        time.sleep(0.02)
    return time.monotonic() - start


def describe_database() -> dict[str, str]:
    described = connection.settings_dict
    if connection.vendor == "sqlite":
        return {"DATABASE_URL": f"sqlite:///{described['NAME']}"}
    user = f"{described['USER']}:{described['PASSWORD']}@" if described["PASSWORD"] else f"{described['USER']}@"
    return {"DATABASE_URL": f"postgres://{user}{described['HOST']}:{described['PORT'] or 5432}/{described['NAME']}"}
