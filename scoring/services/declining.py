"""An answer, not an error: what was asked of certification cannot be done."""

from typing import Any

LONGEST_REASON = 2000
"""Characters, as a form counts them."""


class Declined(Exception):  # noqa: N818  an answer, not an error
    """`code` says why, `params` with what; trainer_ui.certification_texts has the words."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def clean_reason(text: str, *, longest: int = LONGEST_REASON) -> str:
    """`text` as it is kept: a form sends line feeds in pairs. Raises Declined: no_reason, too_long."""
    told = text.strip().replace("\r\n", "\n")
    if not told or "\0" in told:
        raise Declined("no_reason")
    if len(told) > longest:
        raise Declined("too_long", limit=longest, length=len(told))
    return told
