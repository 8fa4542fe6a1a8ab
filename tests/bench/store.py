"""Commands a second through `services.reply`, beside the bare driver with the same statements and durability.

One at a time, and on SQLite also with IN_FLIGHT runs that each send the next as soon as the last is acknowledged, the
way the sockets' commands go: read on a reader, committed together with what waits for the one writer. The ceiling
commits each reply by itself in either case.

The ceiling runs the product's own statements: the run's row under the lock, on PostgreSQL the time, the look-up of the
command id, the words, as many events as the product writes a reply, the run's row. It does not score, fold, hash or
check anything.
"""

import asyncio
import multiprocessing
import os
import secrets
import time
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

from people.models import User
from simulator import queries, services
from simulator.core.events import canonical
from simulator.executor import DatabaseThreads
from simulator.models import Run
from simulator.services import clock, store
from tests.bench import machine
from tests.bench.figures import Report
from tests.bench.product import LONGEST_MS, make_people, make_timeline, store_version

WARM_UP = 20
IN_FLIGHT = 16
TEXT = "Hallo Gast, das tut uns leid. Ihr Zug fährt in etwa zehn Minuten von Gleis {n} ab, Nummer {m}. TB"

Work = Callable[[int], None]


def _new_run() -> tuple[Run, User]:
    cohort, (trainee,), _ = make_people(trainees=1)
    version = store_version(
        make_timeline([0] * 20, duration_ms=LONGEST_MS, key=f"store-{time.time_ns()}-{os.getpid()}")
    )
    run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
    services.catch_up(run.pk)
    return run, trainee


def _ask(n: int, *, seen_seq: int) -> dict[str, Any]:
    """What the n-th reply to a run says."""
    return {
        "cmd_id": f"store-{n}",
        "thread": f"t{n % 20}",
        "post": f"x{n % 20:05d}",
        "visibility": "public",
        "text": TEXT.format(n=n, m=secrets.token_hex(4)),
        "seen_seq": seen_seq,
    }


def reply_repeatedly(count: int) -> float:
    """Commands a second of the product, `count` replies one after the other to one run."""
    run, trainee = _new_run()
    head = len(queries.read_log(run.pk))
    return _rate(lambda n: services.reply(run.pk, actor=trainee, **_ask(n, seen_seq=head)), count)


def reply_in_flight(count: int) -> float:
    """Commands a second of the product, IN_FLIGHT runs side by side, `count` replies in all."""
    started = [_new_run() for _ in range(IN_FLIGHT)]
    head = len(queries.read_log(started[0][0].pk))
    each = count // IN_FLIGHT

    async def reply_on(threads: DatabaseThreads, run: Run, trainee: User, numbers: range) -> None:
        for n in numbers:
            asked = _ask(n, seen_seq=head)
            send = await threads.read(services.prepare_reply, run.pk, actor=trainee, **asked)
            await threads.command(run.pk, send)

    async def reply_all() -> float:
        threads = DatabaseThreads()
        for numbers in (range(2), range(2, 2 + each)):
            began = time.perf_counter()
            await asyncio.gather(*(reply_on(threads, run, trainee, numbers) for run, trainee in started))
        seconds = time.perf_counter() - began
        await threads.close()
        return each * IN_FLIGHT / seconds

    return asyncio.run(reply_all())


def write_repeatedly(count: int) -> float:
    """Commands a second of the bare driver: the product's own statements, with as many events as it writes a reply."""
    run, trainee = _new_run()
    before = len(queries.read_log(run.pk))
    for n in range(WARM_UP):
        services.reply(run.pk, actor=trainee, **_ask(count + WARM_UP + n, seen_seq=before))
    # What follows from a reply (rules that fire, the mood that moves) differs from one to the next: the last is usual.
    log = queries.read_log(run.pk)
    first = max(index for index, event in enumerate(log) if event.kind == "ReplySent")
    written = [(event.kind, event.actor, canonical(event.data)) for event in log[first:]]
    run.refresh_from_db()
    connection.ensure_connection()
    raw = connection.connection
    parameters = {"seq": len(log)}
    is_sqlite = connection.vendor == "sqlite"
    begin = "BEGIN IMMEDIATE" if is_sqlite else "BEGIN"
    lock, find, words, events, head = (
        sql.replace("%s", "?") if is_sqlite else sql
        for sql in (
            store.LOCK_RUN + ("" if is_sqlite else " FOR UPDATE"),
            *(store.FIND_COMMAND, store.ADD_WORDS, store.ADD_EVENTS, store.MOVE_HEADS),
        )
    )

    def write(n: int) -> None:
        cursor = raw.cursor()
        cursor.execute(begin)
        cursor.execute(lock, (run.pk,)).fetchone()
        if not is_sqlite:
            cursor.execute(clock.DATABASE_MS).fetchone()
        cursor.execute(find, (run.pk, f"store-{n}")).fetchone()
        words_id = cursor.execute(words, (TEXT.format(n=n, m=n), "0" * 32)).fetchone()[0]
        seq = parameters["seq"]
        said = (words_id, "0" * 64, f"store-{n}", "0" * 64, "0" * 64)
        rows = [
            (run.pk, seq + place, 1000, *event, *(said if place == 1 else (None, "", None, "", "0" * 64)))
            for place, event in enumerate(written, start=1)
        ]
        cursor.executemany(events, rows)
        parameters["seq"] = seq + len(rows)
        cursor.execute(head, (parameters["seq"], "0" * 64, 1000, run.next_due_at, run.outages_seen, run.ended, run.pk))
        raw.commit()

    return _rate(write, count)


def _rate(work: Work, count: int) -> float:
    for n in range(WARM_UP):
        work(n)
    started = time.perf_counter()
    for n in range(WARM_UP, WARM_UP + count):
        work(n)
    return count / (time.perf_counter() - started)


def _in_process(name: str, count: int, core: int, results: Any, gate: Any) -> None:
    machine.pin(os.getpid(), core)
    work = reply_repeatedly if name == "product" else write_repeatedly
    gate.wait()
    results.put(work(count))


def _two_processes(name: str, count: int) -> float:
    """The sum of the rates of two processes, each with a core and a run of its own."""
    # Forked, so that Django is set up; without connections, which two processes cannot share.
    connection.close()
    connection.close_pool()
    context = multiprocessing.get_context("fork")
    results, gate = context.Queue(), context.Barrier(2)
    workers = [context.Process(target=_in_process, args=(name, count, core, results, gate)) for core in range(2)]
    for worker in workers:
        worker.start()
    rates = [results.get(timeout=120) for _ in workers]
    for worker in workers:
        worker.join()
    return sum(rates)


def measure_store(report: Report, *, count: int, times: int) -> None:
    """One process on SQLite, two on PostgreSQL; product and ceiling take turns."""
    if connection.vendor == "postgresql":
        both = [(_two_processes("product", count), _two_processes("ceiling", count)) for _ in range(times)]
        _add(report, "replies, PostgreSQL, 2 processes", both)
        return
    rounds = [(reply_repeatedly(count), reply_in_flight(count), write_repeatedly(count)) for _ in range(times)]
    head = "replies, SQLite FULL"
    _add(report, head, [(alone, ceiling) for alone, _, ceiling in rounds])
    report.add(f"{head}: product, {IN_FLIGHT} in flight", [flight for _, flight, _ in rounds], "/s")
    ratios = [flight / ceiling for _, flight, ceiling in rounds]
    report.add(f"{head}: product, {IN_FLIGHT} in flight / bare driver", ratios, "×")


def _add(report: Report, head: str, pairs: Sequence[tuple[float, float]]) -> None:
    report.add(f"{head}: product", [product for product, _ in pairs], "/s")
    report.add(f"{head}: bare driver", [ceiling for _, ceiling in pairs], "/s")
    ratios = [product / ceiling for product, ceiling in pairs]
    report.add(f"{head}: product / bare driver (goal 0.22)", ratios, "×", 0.15, at_least=True)
