"""The store's figures on PostgreSQL: this benchmark again, in a process of its own, on a database made for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from tests.bench.children import start_child
from tests.bench.figures import Report, print_line

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
            start_child(["store"], folder=folder / "postgresql", DATABASE_URL=url).collect(report)
    except psycopg.OperationalError as error:
        report.discarded.append(f"PostgreSQL: no server answers ({error})")
        print_line(report.discarded[-1])
