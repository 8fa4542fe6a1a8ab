"""Invented rows for the tests of the import, and the import as the command runs it, without files."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from scenarios.core.compiler import compile_scenario
from scenarios.core.importing.convert import Imported, convert_file
from scenarios.core.importing.sketch import Ledger
from scenarios.core.importing.wishes import Wishes
from scenarios.core.problems import ERROR
from scenarios.core.timeline import Timeline
from scenarios.importing.fake_people import FakePeople, name_company

HEADER = ("tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id")
SINGLE_HEADER = ("part", "source", "by_db", "at_db", "text", "relevance", "sentiment", "cats")
Row = tuple[str, ...]

REAL_FILES = Path(__file__).resolve().parents[3] / "shared" / "data" / "real_threads"
"""Beside the project, never in it: their licences allow tests to read them there, and nothing more."""

THREADS, POSTS = REAL_FILES / "service_threads_en.csv", REAL_FILES / "railway_posts_de.csv"


def row(
    id_: int,
    author: str,
    text: str,
    *,
    at: str = "10:00:00",
    to: int | str = "",
    replies: str = "",
    day: int = 31,
) -> Row:
    """A row of a conversation file; an author that is no number is a service account."""
    created = f"Tue Oct {day} {at} +0000 2017"
    return (str(id_), author, str(author.isdigit()), created, text, replies, str(to))


def single(text: str, *, source: str = "twitter.com", by: bool = False, at: bool = False, mood: str = "neutral") -> Row:
    """A row of a file of single posts, marked relevant."""
    return ("dev", source, str(by), str(at), text, "true", mood, "Zugfahrt#Pünktlichkeit")


def write_csv(rows: Sequence[Row], *, header: Row = HEADER) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows((header, *rows))
    return out.getvalue().encode()


ROWS = [
    row(1, "905712", "@AcmeHelp my order 4711-0815-99 is lost", replies="2", at="10:00:00"),
    row(2, "AcmeHelp", "@905712 Hi Zebedee, call 800-555-0124 ^JK", to=1, at="10:10:00"),
    row(3, "905712", "@AcmeHelp no", to=2, at="10:20:00"),
    row(4, "AcmeHelp", "@905712 Why? ^JK", to=3, at="10:25:00"),
    row(5, "905712", "@AcmeHelp {why} not", to=4, at="10:26:00"),
    row(6, "905713", "@905712 same here", to=1, at="10:05:00"),
    row(7, "905714", "@RivalCare hello?", replies="8", at="09:00:00"),
    row(8, "RivalCare", "@905714 hi", to=7, at="09:10:00"),
    row(9, "905715", "@acmehelp is anybody there", at="11:00:00"),
    row(10, "905716", "nice day", at="11:10:00"),
    row(11, "AcmeHelp", "Good morning!", at="08:00:00"),
]
"""Two threads of AcmeHelp and a post of its own that answers nothing, one of RivalCare, and one of nobody."""


def import_rows(rows: Sequence[Row], *, header: Row = HEADER, **wishes: object) -> Imported:
    return import_bytes(write_csv(rows, header=header), **wishes)


def import_bytes(data: bytes, **wishes: object) -> Imported:
    wished = Wishes(**{"key": "imported", **wishes})  # type: ignore[arg-type]  # the tests name what they wish
    return convert_file(
        data,
        wishes=wished,
        source="rows.csv",
        brand_file="brand.yaml",
        stand_ins_for=lambda language: FakePeople(seed=wished.seed, language=language),
        name_company=lambda name, language: name_company(name, language=language),
    )


def compile_imported(imported: Imported) -> Timeline:
    """The timeline, which there is only if nothing is an error."""
    timeline, problems = compile_scenario(
        imported.scenario, file="imported.yaml", brands=lambda reference: (reference, imported.brand)
    )
    assert [problem for problem in problems if problem.severity == ERROR] == []
    assert timeline is not None
    return timeline


def count_rows(ledger: Ledger) -> int:
    """The sum of all places where a row can end up."""
    lost = sum(not problem.kept for problem in ledger.unread)
    return ledger.played + ledger.then + len(ledger.unlinked) + ledger.left_out + ledger.elsewhere + lost
