"""Invented rows for the tests of the import, and the import as the command runs it, without files."""

import csv
import io
from collections.abc import Sequence

from scenarios.core.compiler import compile_scenario
from scenarios.core.importing.convert import Imported, convert_file
from scenarios.core.importing.wishes import Wishes
from scenarios.core.problems import ERROR
from scenarios.core.timeline import Timeline
from scenarios.importing.fake_people import FakePeople, name_company

HEADER = ("tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id")
SINGLE_HEADER = ("part", "source", "by_db", "at_db", "text", "relevance", "sentiment", "cats")
Row = tuple[str, ...]


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
