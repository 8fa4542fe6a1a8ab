"""An event as it is handed over: its data still the text of the column, so that nobody encodes it again."""

from typing import NamedTuple


class Row(NamedTuple):
    """One row of run `run_id`'s log. `data_text` is canonical JSON; `words` is what a person wrote, or None; `actor`
    did it."""

    run_id: int
    seq: int
    at_ms: int
    kind: str
    data_text: str
    words: str | None = None
    actor: str = ""
