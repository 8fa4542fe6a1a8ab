"""Starting and stopping what is measured: Daphne with the product or with the wire ceiling, on a core of its own."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench import machine
from tests.ports import keep_port

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = "config.asgi:application"
CEILING = "tests.bench.ceiling_wire:application"


@dataclass(slots=True)
class Server:
    process: subprocess.Popen[bytes]
    port: int

    @property
    def pid(self) -> int:
        return self.process.pid

    def kill(self) -> None:
        """Like a power cut: no signal handler runs."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()


def start(application: str, *, log: Path, port: int | None = None, settle: bool = True, **env: str) -> Server:
    """Daphne with `application`, answering and, to `settle`, quiet. Raises RuntimeError with its log if it does not."""
    port = port or keep_port()
    command = [
        sys.executable, "-m", "daphne", "--websocket_timeout", "-1", "-v", "0",
        "-e", f"tcp:port={port}:interface=127.0.0.1:backlog=2048", application,
    ]  # fmt: skip
    env = {**os.environ, "HTTPS": "0", "ORIGINS": f"http://127.0.0.1:{port}", **env}
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out)
    machine.pin(process.pid, machine.SERVER_CORE)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/", timeout=5):  # noqa: S310  our own
                break
        except OSError:
            time.sleep(0.05)
    else:
        process.kill()
        raise RuntimeError(f"the server did not come up:\n{log.read_text()[-3000:]}")
    machine.pin(process.pid, machine.SERVER_CORE)
    if settle:
        _wait_until_quiet(process.pid)
    return Server(process, port)


def _wait_until_quiet(pid: int) -> None:
    """Until the server has loaded what it loads once, beside answering."""
    before = -1.0
    while (now := machine.cpu_seconds(pid)) - before > 0.05:
        before = now
        time.sleep(0.5)


@contextmanager
def running(application: str, *, log: Path, **env: str) -> Iterator[Server]:
    server = start(application, log=log, **env)
    try:
        yield server
    finally:
        server.stop()
