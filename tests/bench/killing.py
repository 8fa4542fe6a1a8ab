"""What runs the tests against mutants, as a plugin that takes pytest's loop over; see tests/bench/mutation.py."""

import gc
import inspect
import os
import pickle
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from tests.bench.mutants import Mutant, compile_mutant

PATIENCE_S = 4.0
"""CPU time of the tests that a mutant has to survive, as they took without one."""
SLOW_S = 1.0
"""A test that takes longer is not tried."""
MEMORY = 4 << 30
CONTROLS = 10
"""So many functions are tried as they are; where one of them dies too, no figure means anything."""
COUNTED = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
Entered = frozenset[tuple[str, str]]
"""(file, qualified name) of the functions that were entered."""


class Killer:
    """A plugin. `outcome` says of each mutant whether it was killed; None where the tests crash without one.

    `report` is told of each that survives. `failed` are tests that fail without any mutant, and are not tried: those
    that look at the clock do so on a busy machine, and would seem to kill everything.
    """

    def __init__(self, mutants: Sequence[Mutant], *, jobs: int, report: Callable[[Mutant], None]) -> None:
        self.mutants, self.jobs, self._report = mutants, jobs, report
        self.outcome: list[bool] | None = None
        self.failed: list[str] = []
        self.false_deaths: list[str] = []

    def pytest_sessionstart(self) -> None:
        """After tests/conftest.py, which loads a profile of its own, and before any test is imported."""
        # Shrinking a failure that is one already would take most of the time; the same examples in every run.
        settings.register_profile(
            "mutants", phases=(Phase.explicit, Phase.generate), database=None, derandomize=True, deadline=None
        )
        settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """No database: its rows would outlive the child that wrote them."""
        items[:] = [item for item in items if not {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            note = Path(folder) / "entered"
            status = _wait(_fork(partial(_note_entered, session.items, note)))
            entered, seconds, self.failed = pickle.loads(note.read_bytes()) if status == 0 else ([], [], ["crashed"])  # noqa: S301  our own
        if status == 0:
            for nth, item in enumerate(session.items):
                if item.nodeid in self.failed:
                    entered[nth] = frozenset()
            self.false_deaths = list(self._find_false_deaths(session.items, entered, seconds))
            self.outcome = None if self.false_deaths else self._try_all(session.items, entered, seconds)
        return True

    def _find_false_deaths(
        self, items: list[pytest.Item], entered: list[Entered], seconds: list[float]
    ) -> Iterator[str]:
        """The control: of the functions to be changed some that the tests kill without any change."""
        for mutant in self.mutants[:: -(-len(self.mutants) // CONTROLS)]:
            chosen = [items[at] for at in choose_tests(mutant, items, entered, seconds)]
            if chosen and _wait(_fork(partial(_try, None, chosen))):
                yield mutant.name

    def _try_all(self, items: list[pytest.Item], entered: list[Entered], seconds: list[float]) -> list[bool]:
        gc.freeze()
        self._killed, self._running = [False] * len(self.mutants), dict[int, int]()
        for nth, mutant in enumerate(self.mutants):
            chosen = [items[at] for at in choose_tests(mutant, items, entered, seconds)]
            if len(self._running) == self.jobs:
                self._collect()
            if chosen:
                self._running[_fork(partial(_try, mutant, chosen))] = nth
            else:
                self._report(mutant)
        while self._running:
            self._collect()
        return self._killed

    def _collect(self) -> None:
        """One that ended: killed is what failed, crashed, or had to be stopped."""
        pid, status = os.wait()
        nth = self._running.pop(pid)
        self._killed[nth] = status != 0
        if status == 0:
            self._report(self.mutants[nth])


def choose_tests(
    mutant: Mutant, items: Sequence[pytest.Item], entered: Sequence[Entered], seconds: Sequence[float]
) -> list[int]:
    """Those that enter the mutant's function: its module's own first, then the quickest, while there is patience."""
    key, own = (str(mutant.path.resolve()), mutant.function), f"test_{mutant.path.stem}.py"
    fitting = [nth for nth in range(len(items)) if key in entered[nth] and seconds[nth] <= SLOW_S]
    chosen, spent = [], 0.0
    for nth in sorted(fitting, key=lambda nth: (items[nth].path.name != own, seconds[nth])):
        spent += seconds[nth]
        if chosen and spent > PATIENCE_S:
            break
        chosen.append(nth)
    return chosen


def _note_entered(items: list[pytest.Item], note: Path) -> int:
    """Runs every test without a mutant; (functions entered, seconds, tests that failed) go to the file `note`."""
    entered, seconds, failed = [], [], []
    for item, following in zip(items, [*items[1:], None], strict=True):
        codes: set[CodeType] = set()
        began = _cpu_s()
        sys.settrace(lambda frame, *_, codes=codes: codes.add(frame.f_code))
        passed = _run(item, following)
        sys.settrace(None)
        seconds.append(_cpu_s() - began)
        in_core = (code for code in codes if "/scoring/core/" in code.co_filename)
        entered.append(frozenset((code.co_filename, code.co_qualname) for code in in_core))
        failed += [] if passed else [item.nodeid]
    note.write_bytes(pickle.dumps((entered, seconds, failed)))
    return 0


def _cpu_s() -> float:
    """CPU time of this process and of those it waited for."""
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, COUNTED))


def _try(mutant: Mutant | None, items: list[pytest.Item]) -> int:
    """1 where a test fails under `mutant`; None changes nothing."""
    limit = int(3 * PATIENCE_S + 4)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for function in find_functions(mutant) if mutant else ():
        function.__code__ = compile_mutant(mutant)
    return int(not all(_run(item, following) for item, following in zip(items, [*items[1:], None], strict=True)))


def find_functions(mutant: Mutant) -> list[FunctionType]:
    """The living function that `mutant` changes, below whatever was wrapped around it."""
    found: Any = import_module(".".join(mutant.path.with_suffix("").parts))
    for name in mutant.function.split("."):
        found = inspect.getattr_static(found, name)
    found = found.fget if isinstance(found, property) else getattr(found, "__func__", found)
    return [inspect.unwrap(found)]


def _run(item: pytest.Item, following: pytest.Item | None) -> bool:
    return all(report.passed or report.skipped for report in runtestprotocol(item, log=False, nextitem=following))


def _fork(work: Callable[[], int]) -> int:
    """The pid of a child that does `work`, says nothing, and ends with what it returns."""
    sys.stdout.flush()
    if pid := os.fork():
        return pid
    status = 1
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        status = work()
    finally:
        os._exit(status)


def _wait(pid: int) -> int:
    return os.waitpid(pid, 0)[1]
