"""System checks: what is dangerous about this installation, each with an id and what to do about it.

E refuses to start, W warns, I tells. Tests call the `find_…` functions with the values they ask about.
"""

import logging
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

logger = logging.getLogger(__name__)

FIXED_SQLITE = (3, 51, 3)
"""Older builds can corrupt a WAL database when a checkpoint meets a writer."""

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1, "secure_delete": 1}
"""As SQLite reports them. 2 is FULL; without recursive triggers, INSERT OR REPLACE gets past the append-only ones."""


@register(Tags.security)
def check_installation(**_: Any) -> list[CheckMessage]:
    return [
        *find_debug(debug=settings.DEBUG, demo=settings.DEMO),
        *find_hosts(hosts=settings.ALLOWED_HOSTS, origins=settings.ORIGINS),
        *find_weak_secret(secret=settings.SECRET_KEY, demo=settings.DEMO),
        *find_no_certificate_key(path=settings.CERTIFICATE_KEY, demo=settings.DEMO),
        *find_lonely_layer(processes=settings.PROCESSES, redis=settings.REDIS_URL, engine=database_engine()),
    ]


def refuse_danger() -> None:
    """For servers, which run no system checks. Raises ImproperlyConfigured with every error and its hint."""
    found = run_checks(tags=[Tags.security])
    for message in found:
        logger.log(message.level, "%s %s (%s)", message.msg, message.hint, message.id)
    if any(message.is_serious() for message in found):
        raise ImproperlyConfigured("; ".join(f"{message.msg} {message.hint}" for message in found))


@register(Tags.database)
def check_database(*, databases: Iterable[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Runs with `migrate` and `check --database default`, and when the server starts."""
    if "default" not in (databases or ()) or "sqlite" not in database_engine():
        return []
    return [*find_old_sqlite(version=sqlite3.sqlite_version_info), *find_pragmas(in_force=read_pragmas())]


def database_engine() -> str:
    return str(settings.DATABASES["default"]["ENGINE"])


def read_pragmas() -> dict[str, Any]:
    with connections["default"].cursor() as cursor:
        return {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS}


def find_debug(*, debug: bool, demo: bool) -> Iterable[CheckMessage]:
    if debug and not demo:
        hint = "Unset DEBUG: error pages would show source and settings to everybody."
        yield Error("DEBUG is on outside the demo.", hint=hint, id="generalprobe.E001")


def find_hosts(*, hosts: list[str], origins: list[str]) -> Iterable[CheckMessage]:
    if any(host.startswith(("*", ".")) for host in hosts):
        hint = "Name each host in ALLOWED_HOSTS: a wildcard trusts whatever name a request claims."
        yield Error("ALLOWED_HOSTS has a wildcard.", hint=hint, id="generalprobe.E002")
    if not hosts or not origins:
        hint = "Set ALLOWED_HOSTS=training.example and ORIGINS=https://training.example; without them nobody gets in."
        yield Error("ALLOWED_HOSTS or ORIGINS is empty.", hint=hint, id="generalprobe.E003")


def find_weak_secret(*, secret: str, demo: bool) -> Iterable[CheckMessage]:
    known = any(word in secret.lower() for word in ("insecure", "demo-only", "changeme", "secret"))
    if not demo and (known or len(set(secret)) < 10):
        hint = 'Make one: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        yield Error("SECRET_KEY can be guessed.", hint=hint, id="generalprobe.E004")


def find_no_certificate_key(*, path: str, demo: bool) -> Iterable[CheckMessage]:
    """Who names none may mean it: certificates are good without a file. The demo makes its own."""
    hint = "Make one: manage.py make_certificate_key PATH, and name it in CERTIFICATE_KEY; it belongs in no backup."
    if not path:
        yield Info("CERTIFICATE_KEY is empty: certificates have no file.", hint=hint, id="generalprobe.I009")
    elif not demo and not Path(path).is_file():
        told = f"There is no certificate key at {path}: certificates have no file."
        yield Warning(told, hint=hint, id="generalprobe.W010")


def find_lonely_layer(*, processes: int, redis: str, engine: str) -> Iterable[CheckMessage]:
    if processes > 1 and not redis:
        hint = "Set REDIS_URL: the in-memory layer rings in its own process only, so that news come seconds late."
        yield Error("Several processes share no channel layer.", hint=hint, id="generalprobe.E005")
    if processes > 1 and "sqlite" in engine:
        hint = "Set DATABASE_URL=postgres://…: SQLite takes one writer at a time."
        yield Warning("Several processes share a SQLite file.", hint=hint, id="generalprobe.W006")


def find_old_sqlite(*, version: tuple[int, ...]) -> Iterable[CheckMessage]:
    if version < FIXED_SQLITE:
        found, wanted = (".".join(map(str, each)) for each in (version, FIXED_SQLITE))
        hint = (
            f"Install the bundled build (pip install pysqlite3), a newer system SQLite (≥ {wanted}), or use PostgreSQL."
        )
        yield Warning(f"SQLite {found} can corrupt a WAL database.", hint=hint, id="generalprobe.W007")


def find_pragmas(*, in_force: dict[str, Any]) -> Iterable[CheckMessage]:
    for name, wanted in PRAGMAS.items():
        if in_force.get(name) != wanted:
            hint = "Keep `init_command` of config/settings.py; a network file system may refuse WAL: use a local disk."
            told = f"SQLite's {name} is {in_force.get(name)!r} and not {wanted!r}."
            yield Error(told, hint=hint, id="generalprobe.E008")
