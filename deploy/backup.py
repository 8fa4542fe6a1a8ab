"""Backs a database up while people play, and puts it back in a place of its own, on this machine or a clean one.

    python deploy/backup.py make FOLDER            writes generalprobe-TIME.sqlite3 or .dump, and beside it TIME.json
    python deploy/backup.py restore FOLDER/TIME.json

Both take the database from DATABASE_URL, or from --database. A backup holds one moment: on SQLite VACUUM INTO reads
under one snapshot and keeps no writer waiting, on PostgreSQL pg_dump does. The file beside it has the backup's sha256
and the last digest of the audit record, for `manage.py verify_audit --last`. Nothing is restored over a database that
holds something, unless with --replace; on SQLite what was there is kept beside it. Keys and environment are in no
backup. It needs nothing but Python, and on PostgreSQL its client.
"""

import argparse
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = f"sqlite:///{ROOT / 'var' / 'generalprobe.sqlite3'}"
LAST = "SELECT seq, digest FROM people_audithead WHERE id = 1"
TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
PATIENCE_S = 30


class Failed(Exception):  # noqa: N818  an answer: it is printed as it is
    """Nothing was done, and why."""


def make(url: str, folder: Path) -> Path:
    """A backup of the database at `url`; returns the path of the file that describes it. Raises Failed."""
    folder.mkdir(parents=True, exist_ok=True)
    name = datetime.now(tz=UTC).strftime("%Y-%m-%dT%H%M%S.%fZ")
    place = find_file(url)
    file = folder / f"generalprobe-{name}.{'dump' if place is None else 'sqlite3'}"
    # What is half written has another name: whoever finds a backup finds a whole one.
    part = file.with_suffix(".part")
    last = _copy_postgresql(url, part) if place is None else _copy_sqlite(place, part)
    _settle(part, file)
    told = {
        "format": 1,
        "made": datetime.now(tz=UTC).isoformat(timespec="seconds"),
        "database": "postgresql" if place is None else "sqlite",
        "file": file.name,
        "sha256": hash_file(file),
        "record": {"seq": last[0], "digest": last[1]},
    }
    described = folder / f"generalprobe-{name}.json"
    described.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return described


def restore(described: Path, url: str, *, replace: bool = False) -> str:
    """Puts a backup back as the database at `url`; returns the last digest of its audit record. Raises Failed."""
    told = json.loads(described.read_text("utf-8"))
    file = described.parent / told["file"]
    if not file.exists() or hash_file(file) != told["sha256"]:
        raise Failed(f"{file} is missing, or is not what was backed up")
    place = find_file(url)
    if (place is None) != (told["database"] == "postgresql"):
        raise Failed(f"a backup of {told['database']} cannot become another kind of database")
    if place is None:
        _fill_postgresql(url, file, replace=replace)
    else:
        _fill_sqlite(place, file, replace=replace)
    return str(told["record"]["digest"])


def find_file(url: str) -> Path | None:
    """The file of a SQLite database; None for PostgreSQL. Raises Failed for any other."""
    scheme = urlsplit(url).scheme
    if scheme == "sqlite":
        return Path(url.removeprefix("sqlite:///"))
    if scheme in ("postgres", "postgresql"):
        return None
    raise Failed(f"no database that we know: {scheme or 'none is named'}")


def hash_file(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _copy_sqlite(place: Path, part: Path) -> tuple[int, str]:
    if not place.exists():
        raise Failed(f"there is no {place}")
    with _open(place) as source:
        source.execute("VACUUM INTO ?", [str(part)])
    with _open(part) as copy:
        _check_sqlite(copy, part)
        return copy.execute(LAST).fetchone() or (0, "")


def _check_sqlite(database: sqlite3.Connection, place: Path) -> None:
    found = database.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise Failed(f"{place} is damaged: {found}")


def _fill_sqlite(place: Path, file: Path, *, replace: bool) -> None:
    if place.exists() and not replace:
        raise Failed(f"{place} is there already. Stop the server and say --replace; it will be kept beside it")
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.part")
    shutil.copyfile(file, part)
    with _open(part) as copy:
        _check_sqlite(copy, part)
    if place.exists():
        kept = f"{place.name}.before-{datetime.now(tz=UTC):%Y-%m-%dT%H%M%SZ}"
        # The log beside it belongs to what was there, and would be read into what comes.
        for end in ("-wal", "-shm", ""):
            old = place.with_name(place.name + end)
            if old.exists():
                old.rename(place.with_name(kept + end))
    _settle(part, place)


def _open(place: Path) -> sqlite3.Connection:
    return sqlite3.connect(place, timeout=PATIENCE_S, isolation_level=None)


def _settle(part: Path, file: Path) -> None:
    """Gives what is whole its name, once it is on the disk."""
    with part.open("rb") as written:
        os.fsync(written.fileno())
    part.rename(file)


def _copy_postgresql(url: str, part: Path) -> tuple[int, str]:
    # Asked before: the dump holds this much of the record, and maybe more.
    seq, _, digest = _ask(url, LAST).partition("|")
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={part}", f"--dbname={url}")
    return int(seq or 0), digest


def _fill_postgresql(url: str, file: Path, *, replace: bool) -> None:
    if int(_ask(url, TABLES)) and not replace:
        raise Failed("the database holds tables already. Take an empty one, or stop the server and say --replace")
    clean = ["--clean", "--if-exists"] if replace else []
    options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", *clean]
    _run("pg_restore", *options, f"--dbname={url}", str(file))


def _ask(url: str, question: str) -> str:
    return _run("psql", "--no-psqlrc", "--tuples-only", "--no-align", f"--command={question}", url).strip()


def _run(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own, from above
    except FileNotFoundError:
        raise Failed(f"{command[0]} is not installed (Debian: apt-get install postgresql-client)") from None
    if done.returncode:
        raise Failed(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "restore"])
    parser.add_argument("place", type=Path, help="the folder of the backups; to restore, the .json of one")
    parser.add_argument("--database", default=os.environ.get("DATABASE_URL") or DEFAULT)
    parser.add_argument("--replace", action="store_true", help="restore over a database that is there")
    options = parser.parse_args()
    try:
        if options.what == "make":
            said = str(make(options.database, options.place))
        else:
            digest = restore(options.place, options.database, replace=options.replace)
            said = f"Restored. Look at the record: manage.py verify_audit{f' --last {digest}' if digest else ''}"
    except Failed as failed:
        sys.exit(str(failed))
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main()
