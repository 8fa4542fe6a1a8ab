"""The records of a CSV file, one by one, whatever is wrong with some of them.

Rules kept here: what cannot be read is named by its line, and nothing else is lost; where a record goes wrong, reading
goes on with the line below the one on which it began; no more of the file is held than one record.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, TextIO

SEPARATORS = ",;\t"


class Record(NamedTuple):
    """`line` is where it begins, counted from 1. `problem` is "" or a code: encoding, quotes, long, columns, text."""

    line: int
    fields: Mapping[str, str]
    problem: str = ""


class Unreadable(Exception):
    """The file as a whole: `code` is missing, encoding, column or twice; `params` say where."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def survey(path: Path) -> int:
    """How many lines `path` has. Raises Unreadable where it is no UTF-8 at all: the bad lines among good ones that
    prove it to be UTF-8 are only those records."""
    lines, first_bad, has_proof = 0, 0, False
    try:
        with path.open("rb") as opened:
            for lines, line in enumerate(opened, start=1):
                if lines == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
                    raise Unreadable("encoding", file=path, line=1)
                try:
                    has_proof = not line.decode().isascii() or has_proof
                except UnicodeDecodeError:
                    first_bad = first_bad or lines
    except OSError as error:
        raise Unreadable("missing", file=path, reason=error.strerror) from error
    if first_bad and not has_proof:
        raise Unreadable("encoding", file=path, line=first_bad)
    return lines


def read_records(path: Path, *, needed: str) -> Iterator[Record]:
    """The records below the head, which has to name the column `needed`. Raises Unreadable at once, before anybody
    opens a file to write to."""
    with _open(path) as opened:
        names, separator = _read_head(_Lines(opened), needed=needed, path=path)
    return _read_below(path, names, separator=separator, needed=needed)


def _open(path: Path) -> TextIO:
    return path.open(newline="", encoding="utf-8-sig", errors="surrogateescape")


def _read_below(path: Path, names: list[str], *, separator: str, needed: str) -> Iterator[Record]:
    with _open(path) as opened:
        lines = _Lines(opened)
        lines.begin()
        next(lines)
        while lines.begin():
            yield from _read_record(lines, names, separator=separator, needed=needed)


class _Lines:
    """The lines of a file, which can be taken back as far as the begin of a record.

    `taken` are those of the record, `number` is that of the last of them.
    """

    def __init__(self, opened: TextIO) -> None:
        self._opened = opened
        self._back: list[str] = []
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.is_over():
            raise StopIteration
        self.taken.append(self._back.pop())
        self.number += 1
        return self.taken[-1]

    def is_over(self) -> bool:
        if not self._back and (line := self._opened.readline()):
            self._back.append(line)
        return not self._back

    def begin(self) -> bool:
        """Settles what was taken. Whether there is another line."""
        self.taken.clear()
        return not self.is_over()

    def keep_first(self) -> None:
        """Takes back all lines of the record but the first."""
        self._back += reversed(self.taken[1:])
        self.number -= len(self.taken) - 1


def _read_head(lines: _Lines, *, needed: str, path: Path) -> tuple[list[str], str]:
    if not lines.begin():
        raise Unreadable("column", file=path, column=needed, found="")
    head = next(lines)
    for separator in SEPARATORS:
        try:
            names = [name.strip().casefold() for name in next(csv.reader([head], delimiter=separator), [])]
        except csv.Error:  # a field longer than csv takes: no name of a column
            continue
        if needed in names:
            twice = next((name for name in names if name and names.count(name) > 1), None)
            if twice is not None:
                raise Unreadable("twice", file=path, column=twice)
            return names, separator
    raise Unreadable("column", file=path, column=needed, found=head.strip()[:200])


def _read_record(lines: _Lines, names: list[str], *, separator: str, needed: str) -> Iterator[Record]:
    line = lines.number + 1
    try:
        cells = next(csv.reader(lines, delimiter=separator), [])
        problem = _find_problem(cells, names, needed=needed)
        if _runs_on(lines, separator=separator):
            problem = "quotes"
    except csv.Error:
        # A field has come to more than csv takes: of one line it is that long, else a mark was never closed.
        cells, problem = [], "quotes" if len(lines.taken) > 1 else "long"
    if problem:
        lines.keep_first()
        yield Record(line, {}, problem)
    elif cells:
        yield Record(line, dict(zip(names, cells, strict=False)))


def _find_problem(cells: list[str], names: list[str], *, needed: str) -> str:
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return "encoding"
    if len(cells) > len(names):
        return "columns"
    return "text" if cells and len(cells) <= names.index(needed) else ""


def _runs_on(lines: _Lines, *, separator: str) -> bool:
    """Whether a quotation mark that was never closed has taken what stands below it, or the end of the file. Within
    one line, marks may stand as they like."""
    if len(lines.taken) == 1 and not lines.is_over():
        return False
    try:
        list(csv.reader(lines.taken, delimiter=separator, strict=True))
    except csv.Error as error:
        return len(lines.taken) > 1 or "end of data" in str(error)
    return False
