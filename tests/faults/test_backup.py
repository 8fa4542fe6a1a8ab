"""A backup is made while a trainee sends 25 replies a second; in a new place the run goes on where the backup stood."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from people.models import User
from tests.faults.desks import Desk
from tests.faults.servers import ROOT, Server, describe_database, serve
from tests.faults.worlds import make_long, start

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def new_place(tmp_path: Path) -> Iterator[str]:
    """The address of a database that is not there yet (SQLite), or is empty."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'clean' / 'generalprobe.sqlite3'}"
        return
    url = describe_database()["DATABASE_URL"]
    name = f"{connection.settings_dict['NAME']}_restored"
    with psycopg.connect(url.rpartition("/")[0] + "/postgres", autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}"')
        yield url.rpartition("/")[0] + f"/{name}"
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def back_up(*words: str, url: str = "") -> str:
    env = {**os.environ, **describe_database(), **({"DATABASE_URL": url} if url else {})}
    command = [sys.executable, "deploy/backup.py", *words]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def manage(*words: str, url: str) -> str:
    """What a command says of the database at `url`."""
    env = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings_for_tests"}
    done = subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


async def play_while(desk: Desk, server: Server, folder: Path) -> tuple[dict[str, int], str]:
    """Replies without a break while a backup is made: (what was acknowledged before it began, its description)."""
    await desk.open(server.port)
    await desk.work(seconds=1.5)
    await desk.settle()
    before = dict(desk.acked)
    work = asyncio.create_task(desk.work(seconds=4))
    described = await asyncio.to_thread(back_up, "make", str(folder))
    # It is under load for as long as it takes.
    assert not work.done()
    await work
    await desk.settle()
    await desk.close()
    return before, described


async def go_on(desk: Desk, server: Server) -> None:
    await desk.open(server.port)
    await desk.reply()
    await desk.settle()
    await desk.close()


@pytest.mark.long
def test_a_run_under_way_goes_on_from_a_backup_in_a_new_place(tia: User, tmp_path: Path, new_place: str) -> None:
    run = start(tia, make_long())
    first, second = Desk(run, name="first"), Desk(run, name="second")
    with serve() as server:
        before, described = asyncio.run(play_while(first, server, tmp_path / "backups"))

    assert "Restored." in back_up("restore", described, url=new_place)
    told = json.loads(Path(described).read_text("utf-8"))
    assert "holds" in manage("verify_audit", "--last", told["record"]["digest"], url=new_place)
    with serve(env={"DATABASE_URL": new_place}) as server:
        asyncio.run(go_on(second, server))
    manage("rescore", str(run.pk), url=new_place)

    kept = [event for event in second.events if event in first.events]
    assert kept == first.events[: len(kept)], "what was backed up is the beginning of what was played"
    assert [event["kind"] for event in kept].count("ReplySent") >= len(before) > 10, "all that was acknowledged before"
    assert [each["after"] for each in second.events] == [0, *(each["seq"] for each in second.events[:-1])]
    assert second.events[-1]["kind"] == "ReplySent"
    assert "second-1" in second.acked


def test_nothing_is_restored_over_what_is_there_and_no_changed_backup(
    tia: User, tmp_path: Path, new_place: str
) -> None:
    described = Path(back_up("make", str(tmp_path)))
    back_up("restore", str(described), url=new_place)
    with pytest.raises(AssertionError, match="there already|holds tables already"):
        back_up("restore", str(described), url=new_place)
    back_up("restore", str(described), "--replace", url=new_place)

    file = tmp_path / json.loads(described.read_text("utf-8"))["file"]
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(AssertionError, match="is not what was backed up"):
        back_up("restore", str(described), "--replace", url=new_place)
