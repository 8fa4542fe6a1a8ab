"""What every site begins with: the demo's database and static files, prepared once for all that run side by side.

To prepare takes eight seconds of a core, to copy a moment. Who comes first prepares, and the others wait for it.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
Environment = Mapping[str, str]


def manage(environment: Environment, *words: str) -> str:
    """What `manage.py` says to `words`. Raises RuntimeError with what it complained of."""
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(words)}:\n{done.stderr}")
    return done.stdout


@contextmanager
def open_ground(
    folder: Path, *, shared: Path, environment: Environment, scenarios: Sequence[Path]
) -> Iterator[Environment]:
    """`environment` with a database and static files, both ready, until the end of the context: the demo, and
    `scenarios` beside its own. The database is the site's own, of the kind that the tests are run on; what it is a copy
    of lies in `shared`, where others find it.
    """
    environment = {**environment, "STATIC_ROOT": str(shared / "static")}

    def prepare(database_url: str) -> None:
        for words in (("demo", "--prepare-only"), *(("publish_scenario", str(path)) for path in scenarios)):
            manage({**environment, "DATABASE_URL": database_url}, *words)

    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        with _lock(shared):
            if not (shared / "ground.ready").exists():
                prepare(f"sqlite:///{shared / 'ground.sqlite3'}")
                (shared / "ground.ready").touch()
        _copy_file(shared / "ground.sqlite3", folder / "e2e.sqlite3")
        yield {**environment, "DATABASE_URL": f"sqlite:///{folder / 'e2e.sqlite3'}"}
        return

    ground = f"generalprobe_e2e_{hashlib.sha256(str(shared).encode()).hexdigest()[:8]}"
    name = f"{ground}_{os.getpid()}"
    with psycopg.connect(given, autocommit=True) as server:
        with _lock(shared):
            if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ground]).fetchone():
                _drop(server, f"{ground}_new")
                server.execute(f'CREATE DATABASE "{ground}_new"')
                prepare(_replace_name(given, f"{ground}_new"))
                server.execute(f'ALTER DATABASE "{ground}_new" RENAME TO "{ground}"')
            _drop(server, name)
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{ground}"')
        try:
            yield {**environment, "DATABASE_URL": _replace_name(given, name)}
        finally:
            with _lock(shared):  # nobody else copies just now; who begins later prepares anew
                _drop(server, name)
                _drop(server, ground)


def _copy_file(source: Path, target: Path) -> None:
    """With what SQLite still keeps beside the file."""
    with closing(sqlite3.connect(source)) as given, closing(sqlite3.connect(target)) as own:
        given.backup(own)


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _replace_name(database_url: str, name: str) -> str:
    return urlunsplit(urlsplit(database_url)._replace(path=f"/{name}"))


@contextmanager
def _lock(shared: Path) -> Iterator[None]:
    """One process at a time."""
    with (shared / "ground.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
