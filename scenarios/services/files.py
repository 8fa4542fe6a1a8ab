"""Scenario files on disk: a bounded read, and brand profiles that stay below the scenario's folder."""

from pathlib import Path

from scenarios.core.compiler import BrandReader, compile_scenario
from scenarios.core.decoding import MOST_BYTES
from scenarios.core.problems import ERROR, Problem
from scenarios.core.timeline import Timeline


def read_bounded(path: Path) -> bytes | None:
    """The bytes of a regular file, cut just above the size the reader accepts; None if it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None


def brands_beside(path: Path) -> BrandReader:
    """Reads brand profiles for the scenario at `path`; links that lead out of its folder are not followed."""
    folder = path.parent.resolve()

    def read_brand(reference: str) -> tuple[str, bytes] | None:
        found = path.parent / reference
        try:
            is_below = found.resolve().is_relative_to(folder)
        except (OSError, RuntimeError, ValueError):
            return None
        data = read_bounded(found) if is_below else None
        return None if data is None else (str(found), data)

    return read_brand


class RecordingBrands:
    """A BrandReader that remembers what it read last, so that a version can store the profile it was compiled with."""

    def __init__(self, read: BrandReader) -> None:
        self._read = read
        self.last_text = ""

    def __call__(self, reference: str) -> tuple[str, bytes | str] | None:
        answer = self._read(reference)
        if answer is not None:
            data = answer[1]
            self.last_text = data if isinstance(data, str) else data.decode("utf-8-sig", "replace")
        return answer


def compile_file(path: Path) -> tuple[Timeline | None, list[Problem]]:
    """`compile_scenario` for the file at `path`. A file that cannot be read is a problem like any other."""
    data = read_bounded(path)
    if data is None:
        return None, [missing_file(path)]
    return compile_scenario(data, file=str(path), brands=brands_beside(path))


def missing_file(path: Path) -> Problem:
    return Problem(str(path), 1, 1, "file-missing", ERROR)
