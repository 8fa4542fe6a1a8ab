"""The store's figures on PostgreSQL: this benchmark again, in a process of its own, on a database made for it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from tests.bench.figures import Figure, Report, print_line
from tests.bench.servers import ROOT

SERVER = os.environ.get("BENCH_POSTGRESQL", "postgres://root@127.0.0.1:5432/postgres")


@contextmanager
def _scratch_database() -> Iterator[str]:
    """The URL of an empty database, dropped at the end. Raises psycopg.OperationalError where no server answers."""
    name = f"generalprobe_bench_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True, connect_timeout=3) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield f"{SERVER.rpartition('/')[0]}/{name}"
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def measure_postgresql(report: Report, folder: Path) -> None:
    """Names it as not measured where there is no server."""
    try:
        with _scratch_database() as url:
            figures = folder / "postgresql.json"
            env = {**os.environ, "DATABASE_URL": url, "BENCH_FIGURES": str(figures)}
            os.sched_setaffinity(0, range(os.cpu_count() or 1))
            subprocess.run([sys.executable, "-m", "tests.bench", "store"], cwd=ROOT, env=env, check=False)
            report.figures += [
                Figure(**{**each, "values": tuple(each["values"])}) for each in json.loads(figures.read_text())
            ]
    except psycopg.OperationalError as error:
        report.discarded.append(f"PostgreSQL: no server answers ({error})")
        print_line(report.discarded[-1])
