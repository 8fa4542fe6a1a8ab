"""Truman-style scripts: three CSV files of actors, posts and replies, with signed times relative to the start.

Rules kept here: a time is `-12:30` (hours and minutes, as the Truman platform reads it) or `1:02:30`; what has a
negative time was there before and appears at the start, one second after the other, in its order; the gaps between all
others shrink by one factor, so that the longest just fits; a reply never stands before its post.
"""

import re
from collections.abc import Mapping, Sequence

from scenarios.core.importing.cells import Unreadable, read_text, show_shape
from scenarios.core.importing.pacing import compress_waits
from scenarios.core.importing.problems import ImportRefused, Unread
from scenarios.core.importing.scripted import Scripted
from scenarios.core.importing.table import Record, Table

ACTOR_COLUMNS, POST_COLUMNS, REPLY_COLUMNS = (
    ("username",),
    ("id", "body", "actor", "time"),
    ("reply", "body", "actor", "time"),
)
_TIME = re.compile(r"([+-]?)(\d{1,4}):([0-5]?\d)(?::([0-5]\d))?", re.ASCII)
Cells = Mapping[str, str]


def detect_part(table: Table) -> str | None:
    """actors, posts or replies; None for every other table."""
    for part, columns in (("replies", REPLY_COLUMNS), ("posts", POST_COLUMNS), ("actors", ACTOR_COLUMNS)):
        if all(column in table.header for column in columns):
            return part
    return None


def read_signed_time(value: str) -> int:
    """Seconds."""
    match = _TIME.fullmatch(value.strip().replace("−", "-"))
    if not match:
        raise Unreadable("bad_signed_time", shape=show_shape(value))
    seconds = int(match[2]) * 3600 + int(match[3]) * 60 + int(match[4] or 0)
    return -seconds if match[1] == "-" else seconds


def read_truman(
    tables: Sequence[tuple[str, Table]], *, brand: str | None, gap_cap_s: int
) -> tuple[list[Scripted], list[Unread]]:
    """Rows, and what could not be read. Raises ImportRefused without posts."""
    parts: dict[str, tuple[str, Table]] = {}
    for file, table in tables:
        part = detect_part(table)
        if part is None:
            raise ImportRefused("no_truman_part", file=file)
        if part in parts:
            raise ImportRefused("truman_part_twice", file=file, other=parts[part][0])
        parts[part] = (file, table)
    if "posts" not in parts:
        raise ImportRefused("no_truman_posts")
    names: dict[str, str] = {}
    unread: list[Unread] = []
    if "actors" in parts:
        for record in parts["actors"][1].records:
            cells = dict(zip(parts["actors"][1].header, record.cells, strict=True))
            names[cells["username"].strip().lower()] = cells.get("name", "").strip()
    found: list[tuple[int, str, str, Cells, int]] = []
    places: dict[int, str] = {}
    line_of: dict[str, int] = {}
    for order, part in enumerate(("posts", "replies")):
        if part not in parts:
            continue
        file, table = parts[part]
        for record in table.records:
            cells = dict(zip(table.header, record.cells, strict=True))
            line = order * 1_000_000 + record.line
            try:
                at_s = read_signed_time(cells["time"])
                read_text(cells["body"])
                root = cells["id"].strip() if part == "posts" else cells["reply"].strip()
                if not cells["actor"].strip():
                    raise Unreadable("no_author")
                if part == "posts" and root in line_of:
                    raise Unreadable("post_twice", line=str(line_of[root]))
                if part == "replies" and root not in line_of:
                    raise Unreadable("no_such_post", shape=show_shape(root))
            except Unreadable as problem:
                unread.append(_refuse(record, problem, file=file))
                continue
            if part == "posts":
                line_of[root] = line
            found.append((at_s, part, root, cells, line))
            places[line] = f"{file}:{record.line}"
            if "actors" in parts and cells["actor"].strip().lower() not in names:
                unread.append(Unread(record.line, record.last_line, "no_such_actor", {}, kept=True, place=places[line]))
    unread += [_place(problem, file) for file, table in parts.values() for problem in table.unread]
    times = _pace(found, line_of, gap_cap_s=gap_cap_s)
    rows = [
        Scripted(
            line=line,
            place=places[line],
            at_s=times[line],
            author=cells["actor"].strip().removeprefix("@"),
            name=names.get(cells["actor"].strip().lower(), ""),
            thread=root,
            channel="page",
            text=cells["body"],
            reply_to=line_of[root] if part == "replies" else None,
            expected="answer" if "?" in cells["body"] or _names(cells["body"], brand) else None,
            alt="…" if cells.get("picture", "").strip() else None,
        )
        for _, part, root, cells, line in found
    ]
    return rows, unread


def _names(text: str, brand: str | None) -> bool:
    return bool(brand) and str(brand).lower() in text.lower()


def _pace(
    found: Sequence[tuple[int, str, str, Cells, int]], line_of: Mapping[str, int], *, gap_cap_s: int
) -> dict[int, int]:
    real = {line: at_s for at_s, _, _, _, line in found}
    for at_s, part, root, _, line in found:
        real[line] = max(at_s, real[line_of[root]]) if part == "replies" else at_s
    history = sorted((at_s, line) for line, at_s in real.items() if at_s < 0)
    times = {line: number for number, (_, line) in enumerate(history)}
    at, last = len(history), 0
    coming = sorted((at_s, line) for line, at_s in real.items() if at_s >= 0)
    waits = []
    for at_s, _ in coming:
        waits.append(at_s - last)
        last = at_s
    for (_, line), wait in zip(coming, compress_waits(waits, cap_s=gap_cap_s), strict=True):
        at += wait
        times[line] = at
    return times


def _refuse(record: Record, problem: Unreadable, *, file: str) -> Unread:
    return Unread(record.line, record.last_line, problem.code, problem.params, place=f"{file}:{record.line}")


def _place(problem: Unread, file: str) -> Unread:
    return Unread(problem.line, problem.last_line, problem.code, problem.params, place=f"{file}:{problem.line}")
