"""Reading settings from the environment. A wrong value stops the process with one sentence that says what to write."""

import os
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

from people.core.loopback import is_loopback

TRUE, FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


def read_text(name: str, *, default: str = "") -> str:
    """The value of `name` without the space around it; the default where it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def read_flag(name: str, *, default: bool) -> bool:
    """Yes or no. Raises ImproperlyConfigured on anything that is neither."""
    raw = read_text(name).lower()
    if raw and raw not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name}={raw!r} is neither yes nor no: write 1 or 0.")
    return raw in TRUE if raw else default


def read_number(name: str, *, default: int, least: int, most: int) -> int:
    """A whole number within `least` and `most`, both included."""
    raw = read_text(name, default=str(default))
    if not raw.isascii() or not raw.isdecimal() or not least <= int(raw) <= most:
        raise ImproperlyConfigured(f"{name}={raw!r} is not a whole number from {least} to {most}.")
    return int(raw)


def read_choice(name: str, *, default: str, choices: tuple[str, ...]) -> str:
    raw = read_text(name, default=default)
    if raw not in choices:
        raise ImproperlyConfigured(f"{name}={raw!r} is not one of {', '.join(choices)}.")
    return raw


def read_time_zone(name: str, *, default: str) -> str:
    """A time zone by its name in the IANA database, such as Europe/Vienna."""
    zone = read_text(name, default=default)
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, KeyError) as error:
        raise ImproperlyConfigured(f"{name}={zone!r} is no time zone: write one such as Europe/Vienna.") from error
    return zone


def read_list(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """Values separated by commas."""
    return [item.strip() for item in read_text(name).split(",") if item.strip()] or list(default)


def read_origins(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """Full origins, such as https://training.example:8443: scheme, host and port, and nothing after them."""
    origins = read_list(name, default=default)
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in ("http", "https") or not parts.hostname or "*" in origin or parts.path or parts.query:
            raise ImproperlyConfigured(f"{name}: {origin!r} is not an origin such as https://training.example.")
    return origins


def read_secret(name: str, *, demo: bool) -> str:
    """A secret of at least 32 characters. Only the demo, which nobody else can reach, has one of its own."""
    secret = read_text(name, default="known-to-everybody-and-good-for-the-demo-only" if demo else "")
    if len(secret) < 32:
        raise ImproperlyConfigured(
            f"{name} is missing or shorter than 32 characters. Outside the demo (DEMO=1) it has no default. "
            'Make one: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    return secret


def read_database(name: str, *, default: str) -> dict[str, Any]:
    """Django's description of a database from a URL: sqlite:///path or postgres://user:password@host:port/name."""
    url = read_text(name, default=default)
    if urlsplit(url).scheme not in ("sqlite", "postgres", "postgresql"):
        raise ImproperlyConfigured(f"{name} starts with neither sqlite:/// nor postgres://.")
    return dict(environ.Env.db_url_config(url))


def read_url(name: str, *, schemes: tuple[str, ...]) -> str:
    """A URL with one of `schemes`, or nothing."""
    url = read_text(name)
    if url and urlsplit(url).scheme not in schemes:
        raise ImproperlyConfigured(f"{name} starts with none of {', '.join(f'{scheme}://' for scheme in schemes)}.")
    return url


def refuse_strangers(*, bind: str, hosts: list[str], origins: list[str]) -> None:
    """The demo signs anybody in with one click, so that it must not be reachable from elsewhere."""
    for name in (bind, *hosts, *(urlsplit(origin).hostname or "" for origin in origins)):
        if not is_loopback(name):
            raise ImproperlyConfigured(f"DEMO=1 serves this machine only, and {name!r} is not a loopback address.")
