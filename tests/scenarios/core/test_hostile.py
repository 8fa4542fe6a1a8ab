"""Files made to break or to stall the reader. Each is linted in a process of its own, which is measured.

The limits promised are 2 seconds and 256 MB for the whole process, Python's start included. Time is that of the
processor, and twice the promise stops the test: a processor that is shared with others needs up to twice as long for
the same. What the slowest take is a figure (tests/bench/linting.py). Memory is VmHWM and not ru_maxrss, which a process
takes over from the one that started it: here from pytest, which grows large.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.scenarios import bombs
from tests.scenarios.samples import BRAND, SCENARIO

pytestmark = pytest.mark.thorough

MOST_SECONDS = 4.0
MOST_KILOBYTES = 256 * 1024

LINT = """
import json, resource, sys
from pathlib import Path
from scenarios.core.compiler import compile_scenario
path = Path(sys.argv[1])
brand = (path.parent / "brand.yaml").read_bytes()
with path.open("rb") as file:
    timeline, problems = compile_scenario(file.read(), file=path.name, brands=lambda _: ("brand.yaml", brand))
use = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({
    "timeline": timeline is not None,
    "problems": [[problem.line, problem.column, problem.code] for problem in problems],
    "seconds": use.ru_utime + use.ru_stime,
    "kilobytes": int(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))),
}))
"""

HOSTILE: dict[str, tuple[str | bytes, list[object]]] = {
    "an alias": ("a: &x 1\nb: *x\n", [1, 4, "anchor"]),
    "a billion laughs": (bombs.LAUGHS, [1, 4, "anchor"]),
    "merge keys": (bombs.MERGES, [1, 4, "anchor"]),
    "10,000 lists": ("[" * 10_000, [1, 21, "too-deep"]),
    "10,000 mappings": ("{a: " * 10_000, [1, 81, "too-deep"]),
    "10,000 levels of dashes": ("- " * 10_000, [1, 41, "too-deep"]),
    "1 MB of brackets": ("[" * 1_048_000, [1, 21, "too-deep"]),
    "duplicate keys": ("format: 1\nformat: 1\n", [1, 1, "missing-field"]),
    "24,000 times the same key": (bombs.ONE_KEY, [2, 1, "duplicate-key"]),
    "24,000 unknown fields": (bombs.FLAT_KEYS, [1, 1, "unknown-field"]),
    "a Python object": ("!!python/object/apply:os.system [id]\n", [1, 1, "tag"]),
    "10 MB": ("a: 1\n" * 2_000_000, [1, 1, "too-large"]),
    "10 MB of one scalar": (b"a" * 10_000_000, [1, 1, "too-large"]),
    "1 MB of one scalar": ("a" * 1_048_000, [1, 1, "not-a-mapping"]),
    "1 MB of blanks": (" " * 1_048_000, [1, 1, "empty-file"]),
    "1 MB of line ends": ("\n" * 1_048_000, [1, 1, "empty-file"]),
    "1 MB of question marks": ("? " * 500_000, [1, 3, "complex-key"]),
    "1 MB of quotes": ('"' * 1_048_001, [1, 3, "syntax"]),
    "UTF-16": (SCENARIO.encode("utf-16"), [1, 1, "encoding-utf16"]),
    "UTF-32": (SCENARIO.encode("utf-32-le"), [1, 1, "encoding-utf16"]),
    "Latin-1": (SCENARIO.replace("🎒", "").encode("latin-1"), [14, 40, "encoding"]),
    "an escaped lone surrogate": ('a: "\\ud800"\n', [1, 7, "syntax"]),
    "an encoded lone surrogate": (b"a: \xed\xa0\x80\n", [1, 4, "encoding"]),
    "an escaped NUL": ('format: "1\\0"\n', [1, 1, "missing-field"]),
    "NUL": (b"format: \x00\n", [1, 9, "control-character"]),
    "nothing": (b"", [1, 1, "empty-file"]),
    "null": ("null\n", [1, 1, "no-value"]),
    "binary junk": (bytes(range(256)) * 100, [1, 1, "encoding-utf16"]),
    "an unknown variable 3,300 times": (bombs.VARIABLES, [35, 16, "unknown-variable"]),
    "90 texts of 2,400 unknown variables": (bombs.MANY_VARIABLES, [49, 39, "unknown-variable"]),
    "1,900 misspelt references": (bombs.MISSPELT, [46, 14, "unknown-channel"]),
    "a ring of 1,000 reactions": (bombs.RING, [2051, 7, "unreachable"]),
    "9,000 approved characters asked for 2,500 times": (bombs.APPROVED, [14, 71, "approved-too-long"]),
    "400 conditions within each other": (bombs.NESTED, [47, 113, "too-deep"]),
    "a condition of 10,000 questions": (bombs.WIDE, [47, 5, "too-many-questions"]),
    "3,500 patterns": (bombs.MANY_PATTERNS, [249, 35, "too-many-patterns"]),
    "3,500 patterns that are too large": (bombs.LARGE_PATTERNS, [49, 33, "pattern"]),
    "a number of 500,000 digits": (bombs.HUGE_NUMBER, [11, 46, "not-a-number"]),
}


def lint_apart(folder: Path, content: str | bytes) -> dict[str, Any]:
    """Lints `content` in a process of its own that may use 6 s of the processor at most."""
    path = folder / "hostile.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "brand.yaml").write_text(BRAND)
    done = subprocess.run(
        [sys.executable, "-c", LINT, str(path)],
        capture_output=True,
        text=True,
        timeout=240,  # it may have to wait for a processor
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (6, 6)),
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_its_place_in_time_and_within_256_mb(name: str, tmp_path: Path) -> None:
    content, wanted = HOSTILE[name]

    result = lint_apart(tmp_path, content)

    first = next(problem for problem in result["problems"] if problem[2] == wanted[2])
    assert (result["timeline"], first) == (False, wanted)
    assert result["seconds"] < MOST_SECONDS
    assert result["kilobytes"] < MOST_KILOBYTES


def test_the_measuring_process_would_find_a_sound_file_sound(tmp_path: Path) -> None:
    result = lint_apart(tmp_path, SCENARIO)

    assert (result["timeline"], result["problems"]) == (True, [])


@pytest.mark.parametrize("text", [bombs.CHAIN, bombs.MANY_CONDITIONS], ids=["chain", "conditions"])
def test_thousands_of_reactions_are_no_reason_to_stop(text: str, tmp_path: Path) -> None:
    assert lint_apart(tmp_path, text)["timeline"] is True
