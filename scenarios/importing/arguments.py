"""What import_threads takes on its command line."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

from scenarios.core.importing.convert import KINDS
from scenarios.core.importing.wishes import MOST_PER_HOUR
from scenarios.core.scalars import read_duration
from scenarios.core.vocabulary import LANGUAGES


def add_arguments(parser: ArgumentParser) -> None:
    """The file and all options; durations come out in seconds."""
    whole, seconds = _read_whole, _read_seconds
    parser.add_argument("file", type=Path, nargs="+", metavar="FILE", help="CSV, JSON or .xlsx; several of one script")
    parser.add_argument("--as", dest="kind", choices=KINDS, help="what the files are; else by what they hold")
    parser.add_argument("--context", type=Path, help="the context of a Mastodon status, where it is a file of its own")
    parser.add_argument("--mapping", type=Path, help="the columns of a plan: read if it is there, else written")
    parser.add_argument("--delete-source", action="store_true", help="delete the files that were imported")
    parser.add_argument("--brand", help="the service account whose conversations to take; else the one that wrote most")
    parser.add_argument("--brand-name", type=_read_name, help="what to call the invented brand; else a name is drawn")
    parser.add_argument("--alias", action="append", default=[], help="a further name or account of the real brand")
    parser.add_argument("--limit", type=whole(1, 100_000), help="at most so many threads")
    parser.add_argument("--skip", type=whole(0, 100_000), default=0, help="without the first so many threads")
    parser.add_argument("--per-hour", type=whole(1, MOST_PER_HOUR), default=20, help="thread starts an hour (20)")
    parser.add_argument("--gap-cap", type=seconds(2, 86_400), default=180, help="longest gap inside a thread (3m)")
    parser.add_argument("--first-target", type=seconds(1, 86_400), default=240, help="target of a first answer (4m)")
    parser.add_argument("--seed", type=whole(0, 2**31), default=1, help="other names, the same scenario")
    parser.add_argument("--title", type=_read_name)
    parser.add_argument(
        "--scenario-language", choices=LANGUAGES, help="else as the kind of file is: en, or de for posts"
    )
    parser.add_argument("--output", type=Path, help="the scenario; the brand profile is written beside it")
    parser.add_argument("--force", action="store_true", help="overwrite files that have other content")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of this command's messages")


def _read_whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,10}", text, re.ASCII) or not least <= int(text) <= most:
            raise ArgumentTypeError(f"{text!r}: {least}…{most}")
        return int(text)

    return read


def _read_seconds(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        found = read_duration(text)
        if found is None or not least <= found // 1000 <= most:
            raise ArgumentTypeError(f"{text!r}: 45s, 3m, 3:00")
        return found // 1000

    return read


def _read_name(text: str) -> str:
    name = " ".join(text.replace("{", "(").replace("}", ")").split())
    if not name.isprintable() or not 1 <= len(name) <= 60:
        raise ArgumentTypeError(f"{text!r}: 1…60")
    return name
