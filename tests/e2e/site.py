"""A real installation to drive: the demo on Daphne, with a database of its own and static files under hashed names."""

import os
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from config.management.commands.demo import describe_server
from tests.e2e.ground import ROOT, manage, open_ground
from tests.ports import keep_port

PATIENCE_S = 40


@dataclass(frozen=True, slots=True)
class Site:
    """`proxy_port` is an address that the site also answers to, for a proxy that a test puts in front of it."""

    port: int
    proxy_port: int
    environment: Mapping[str, str]
    _servers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def proxied_url(self) -> str:
        return f"http://127.0.0.1:{self.proxy_port}"

    def manage(self, *words: str) -> str:
        """What `manage.py` says to `words`, on this site's database."""
        return manage(self.environment, *words)

    def start(self) -> None:
        """Returns when pages are served."""
        place = f"tcp:port={self.port}:interface=127.0.0.1"
        command = [*describe_server()[:-3], "-e", place, "config.asgi:application"]
        self._servers.append(subprocess.Popen(command, cwd=ROOT, env=self.environment))
        wait_for(self)

    def stop(self) -> None:
        """As an administrator would: the server says good-bye, and is gone when this returns."""
        while self._servers:
            server = self._servers.pop()
            server.terminate()
            server.wait()


@contextmanager
def open_site(folder: Path, *, shared: Path | None = None, scenarios: Sequence[Path] = ()) -> Iterator[Site]:
    """The demo with `scenarios` beside its own, prepared and served until the end of the context. Its files lie in
    `folder`; what it has in common with others that are served at the same time in `shared`.
    """
    port, proxy_port = keep_port(), keep_port()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEMO": "1",
        "STATIC_FILES": "hashed",
        "PORT": str(port),
        "ORIGINS": f"http://127.0.0.1:{port},http://127.0.0.1:{proxy_port}",
        "EMAIL_URL": "memorymail://",
        "LOG_LEVEL": "WARNING",
        "WHISPER": "1",
    }
    for name in ("ALLOWED_HOSTS", "HTTPS"):
        environment.pop(name, None)
    with open_ground(folder, shared=shared or folder, environment=environment, scenarios=scenarios) as ready:
        site = Site(port, proxy_port, ready)
        try:
            site.start()
            yield site
        finally:
            site.stop()


def wait_for(site: Site) -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            urllib.request.urlopen(f"{site.url}/accounts/login/", timeout=5).close()  # noqa: S310  our own address
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
