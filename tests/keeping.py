"""What only computes stands for both databases: the second pass of .ci/run takes it from pytest's cache.

That are the tests of cores, which know no database (tests/test_layers.py sees to that), and of those marked *thorough*
or *computes* the ones that ask none. Each is kept by itself, for exactly this code; what failed or changed runs again.
A kept test is deselected, and pytest says how many.
"""

import hashlib
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("config", "people", "scenarios", "simulator", "scoring", "trainer_ui", "tests")
ONLY_COMPUTE = ("thorough", "computes")
DATABASES = {"db", "transactional_db", "live_server"}


def asks_no_database(item: pytest.Item) -> bool:
    has_database = item.get_closest_marker("django_db") or DATABASES & set(getattr(item, "fixturenames", ()))
    marked = any(item.get_closest_marker(name) for name in ONLY_COMPUTE)
    in_core = "core" in item.path.relative_to(item.config.rootpath).parts
    return (marked or in_core) and not has_database


def split_kept(config: pytest.Config, items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """(to run, kept)."""
    cached = getattr(config, "cache", None)
    kept = {item for item in items if cached and asks_no_database(item) and cached.get(find_place(item), False)}
    return [item for item in items if item not in kept], [item for item in items if item in kept]


def find_place(item: pytest.Item) -> str:
    """Where the cache holds whether `item` passed."""
    name = hashlib.sha256(item.nodeid.encode()).hexdigest()[:16]
    return f"kept/{hash_code()}/{name}"


@cache
def hash_code() -> str:
    """One name for all that a test may depend on."""
    read = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + sys.version.encode())
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                read.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return read.hexdigest()[:16]
