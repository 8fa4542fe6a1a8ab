"""What the figures were measured on, and how busy it was: cores, processes' CPU and memory, foreign CPU."""

import os
import platform
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")

SERVER_CORE, LOAD_CORE = 0, 1


def describe() -> str:
    """One line: processor, cores, memory, Python."""
    info = Path("/proc/cpuinfo").read_text()
    model = next((line.split(":", 1)[1].strip() for line in info.splitlines() if line.startswith("model name")), "?")
    memory = os.sysconf("SC_PHYS_PAGES") * PAGE / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}, {platform.system()}"


def pin(pid: int, core: int) -> None:
    """Keeps every thread of process `pid` on `core`; on a machine with one core it stays where it is."""
    if (os.cpu_count() or 1) > core:
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(ProcessLookupError):  # a thread that has just ended
                os.sched_setaffinity(int(task.name), {core})


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and its threads, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def resident_bytes(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE


def _busy_seconds() -> float:
    user, nice, system, _idle, _iowait, irq, softirq, *rest = map(
        int, Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    )
    steal = rest[0] if rest else 0
    return (user + nice + system + irq + softirq + steal) / TICK


@dataclass(frozen=True, slots=True)
class Use:
    """CPU seconds of the watched processes and of everybody, at one instant."""

    wall: float
    busy: float
    own: tuple[float, ...]


def look(pids: Iterable[int]) -> Use:
    return Use(os.times().elapsed, _busy_seconds(), tuple(cpu_seconds(pid) for pid in pids))


def share(before: Use, after: Use, index: int) -> float:
    """The part of one core that process number `index` used between two looks."""
    return (after.own[index] - before.own[index]) / (after.wall - before.wall)


def foreign(before: Use, after: Use) -> float:
    """The part of the whole machine's CPU that none of the watched processes used. Interrupts count as foreign."""
    others = (after.busy - before.busy) - (sum(after.own) - sum(before.own))
    return max(0.0, others / (after.wall - before.wall) / (os.cpu_count() or 1))
