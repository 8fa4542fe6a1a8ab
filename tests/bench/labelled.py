"""The labelled texts in ../shared/data, for the agreement table and for fitting. None of them is in the repository."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DATA = Path("/work/shared/data")


class Labelled(NamedTuple):
    """One text. `group` is what may not be split between fitting and testing; `labels` are in the data's own units."""

    kind: str
    language: str
    group: str
    text: str
    post: str
    labels: dict[str, float]


def read_rows(file: str, *, folder: Path = DATA) -> list[dict[str, str]]:
    with (folder / file).open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def read_labelled(folder: Path = DATA) -> list[Labelled]:
    """Service replies, rated empathy, rated openness, warm and tough offers."""
    return [*_service(folder), *_empathy(folder), *_openness(folder), *_offers(folder)]


def _service(folder: Path) -> Iterator[Labelled]:
    for language in ("de", "en"):
        for row in read_rows(f"service/replies_{language}.csv", folder=folder):
            if row["tone"]:
                labels = {name: float(row[name]) for name in ("tone", "empathy", "courtesy", "openness")}
                yield Labelled("service", language, language + row["case"], row["reply"], row["post"], labels)


def _empathy(folder: Path) -> Iterator[Labelled]:
    for row in read_rows("tone_de/empathy_emails_de.csv", folder=folder):
        yield Labelled("empathy", "de", row["author"], row["text"], "", {"empathy": float(row["empathy"])})


def _openness(folder: Path) -> Iterator[Labelled]:
    for nth, row in enumerate(read_rows("tone_en/receptiveness_en.csv", folder=folder)):
        yield Labelled("openness", "en", str(nth % 40), row["text"], "", {"openness": float(row["receptive"])})


def _offers(folder: Path) -> Iterator[Labelled]:
    for nth, row in enumerate(read_rows("tone_en/warmth_offers_en.csv", folder=folder)):
        yield Labelled("offers", "en", str(nth % 40), row["message"], "", {"tone": float(row["warm"])})
