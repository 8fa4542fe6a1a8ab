"""Statements in plain SQL, run by the driver itself.

A command runs seven of them, and a cursor of Django's costs ten times what it runs: it translates the statement's
placeholders anew each time, and wraps every call. What Django promises is kept: errors are its own, a broken
transaction takes no more statements, and whoever wants to see them (a wrapper, the debug log) sees them.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

Values = tuple[Any, ...]


def select(sql: str, values: Values) -> list[Values]:
    """The rows of one statement, whose placeholders are %s."""
    database = connections[DEFAULT_DB_ALIAS]
    if _is_watched(database):
        with database.cursor() as cursor:
            cursor.execute(sql, values)
            watched: list[Values] = cursor.fetchall()
            return watched
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors:
        rows: list[Values] = database.connection.execute(_written_for(database.vendor, sql), values).fetchall()
        return rows


def run_many(sql: str, rows: Sequence[Values]) -> None:
    """One statement for each of `rows`."""
    database = connections[DEFAULT_DB_ALIAS]
    if _is_watched(database):
        with database.cursor() as cursor:
            cursor.executemany(sql, rows)
            return
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors:
        database.connection.cursor().executemany(_written_for(database.vendor, sql), rows)


def _is_watched(database: BaseDatabaseWrapper) -> bool:
    return bool(database.execute_wrappers) or database.queries_logged


@lru_cache(maxsize=64)
def _written_for(vendor: str, sql: str) -> str:
    """`sql` with the placeholders of the driver."""
    return sql.replace("%s", "?") if vendor == "sqlite" else sql
