"""Commands a second through `services.reply`, beside the bare driver with the same statements and durability.

The ceiling reads and writes what one reply reads and writes: the run's row under the lock, the look-up of the
command id, the words, two events, the run's row. It does not score, fold, hash or check anything.
"""

import multiprocessing
import os
import secrets
import time
from collections.abc import Callable
from typing import Any

from django.db import connection

from people.models import User
from simulator import queries, services
from simulator.models import Run
from tests.bench import machine
from tests.bench.figures import Report
from tests.bench.product import make_people, make_timeline, store_version

WARM_UP = 20
TEXT = "Hallo Gast, das tut uns leid. Ihr Zug fährt in etwa zehn Minuten von Gleis {n} ab, Nummer {m}. TB"

Work = Callable[[int], None]


def _new_run() -> tuple[Run, User]:
    cohort, (trainee,), _ = make_people(trainees=1)
    version = store_version(
        make_timeline([0] * 20, duration_ms=86_400_000, key=f"store-{time.time_ns()}-{os.getpid()}")
    )
    run = services.start_run(trainee=trainee, version=version, mode="class", cohort=cohort)
    services.catch_up(run.pk)
    return run, trainee


def reply_repeatedly(count: int) -> float:
    """Commands a second of the product, `count` replies one after the other to one run."""
    run, trainee = _new_run()
    head = len(queries.read_log(run.pk))

    def reply(n: int) -> None:
        services.reply(
            run.pk, actor=trainee, cmd_id=f"store-{n}", thread=f"t{n % 20}", post=f"x{n % 20:05d}", visibility="public",
            text=TEXT.format(n=n, m=secrets.token_hex(4)), seen_seq=head,
        )  # fmt: skip

    return _rate(reply, count)


def write_repeatedly(count: int) -> float:
    """Commands a second of the bare driver: the same statements for as many replies."""
    run, _ = _new_run()
    connection.ensure_connection()
    raw = connection.connection
    head = len(queries.read_log(run.pk))
    data = '{"post":"x00001","seen_seq":21,"thread":"t1","visibility":"public"}'
    assessed = queries.read_log(run.pk)[-1].data
    parameters: dict[str, Any] = {"seq": head}
    statements = _statements()

    def write(n: int) -> None:
        cursor = raw.cursor()
        cursor.execute("BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN")
        cursor.execute(statements["lock"], (run.pk,)).fetchone()
        cursor.execute(statements["find"], (run.pk, f"store-{n}")).fetchone()
        words_id = cursor.execute(statements["words"], (TEXT.format(n=n, m=n), "0" * 32)).fetchone()[0]
        seq = parameters["seq"]
        rows = [
            (run.pk, seq + 1, 1000, "ReplySent", "u1", data, words_id, "0" * 64, f"store-{n}", "0" * 64, "0" * 64),
            (run.pk, seq + 2, 1000, "ReplyAssessed", "world", str(assessed) * 3, None, "", None, "", "0" * 64),
        ]
        cursor.executemany(statements["events"], rows)
        cursor.execute(statements["head"], (seq + 2, "0" * 64, 1000, None, run.pk))
        raw.commit()
        parameters["seq"] = seq + 2

    return _rate(write, count)


def _statements() -> dict[str, str]:
    """What one reply reads and writes, for this driver."""
    statements = {
        "lock": "SELECT id, version_id, trainee_id, mode, head_seq, head_digest FROM simulator_run WHERE id = %s",
        "find": "SELECT seq FROM simulator_runevent WHERE run_id = %s AND cmd_id = %s",
        "words": "INSERT INTO simulator_words (text, salt) VALUES (%s, %s) RETURNING id",
        "events": "INSERT INTO simulator_runevent"
        " (run_id, seq, at_ms, kind, actor, data, words_id, words_mac, cmd_id, cmd_hash, digest)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        "head": "UPDATE simulator_run SET head_seq = %s, head_digest = %s, head_at_ms = %s, next_due_at = %s"
        " WHERE id = %s",
    }
    if connection.vendor == "postgresql":
        return statements | {"lock": statements["lock"] + " FOR UPDATE"}
    return {name: text.replace("%s", "?") for name, text in statements.items()}


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
    on_postgresql = connection.vendor == "postgresql"
    pairs: list[tuple[float, float]] = []
    for _ in range(times):
        if on_postgresql:
            pairs.append((_two_processes("product", count), _two_processes("ceiling", count)))
        else:
            pairs.append((reply_repeatedly(count), write_repeatedly(count)))
    head = "replies, PostgreSQL, 2 processes" if on_postgresql else "replies, SQLite FULL"
    report.add(f"{head}: product", [p for p, _ in pairs], "/s")
    report.add(f"{head}: bare driver", [c for _, c in pairs], "/s")
    report.add(f"{head}: product / bare driver (goal 0.22)", [p / c for p, c in pairs], "×", 0.15, at_least=True)
