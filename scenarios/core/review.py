"""What a person has to look at before an imported scenario may be published.

Rules kept here: an import is confirmed by a person and for one text: `digest` is that of the timeline that was
confirmed, so an edit that changes what is played opens the review again; doubts confirmed one by one count until then.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.core.problems import Place
from scenarios.core.records import Record


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of the text that may be somebody's. `confirmed` says who let them stay and when, or is empty."""

    words: str
    why: str
    suggestion: str
    posts: tuple[str, ...]
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """`doubts` by their keys, in order. `digest`, `by` and `on` are of the confirmation as a whole, or empty."""

    doubts: Mapping[str, Doubt]
    digest: str = ""
    by: str = ""
    on: str = ""
    place: Place = Place("", 1, 1)

    def is_confirmed(self, digest: str) -> bool:
        """Whether a person has confirmed the text with this digest."""
        return bool(self.by) and self.digest == digest

    def list_open(self, digest: str) -> list[tuple[str, Doubt]]:
        """The doubts that still ask for somebody: none once confirmed, all of them after an edit."""
        if self.is_confirmed(digest):
            return []
        is_stale = bool(self.digest)
        return [(key, doubt) for key, doubt in self.doubts.items() if is_stale or not doubt.confirmed]


def draft_review(scenario: Record) -> Review | None:
    """The review of an imported scenario; None for one that somebody wrote."""
    record = scenario.record("review")
    if record is None:
        return None
    doubts = {
        key: Doubt(
            words=doubt.text("words") or "",
            why=doubt.text("why") or "",
            suggestion=doubt.text("suggestion") or "",
            posts=doubt.texts("posts"),
            confirmed=doubt.text("confirmed") or "",
        )
        for key, doubt in record.records("doubts").items()
    }
    return Review(
        doubts,
        record.text("digest") or "",
        record.text("by") or "",
        record.text("on") or "",
        scenario.key_place_of("review"),
    )
