"""What an import could not read, as codes and parameters; the sentences are in scenarios/importing/texts.toml."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Param = str | int


@dataclass(frozen=True, slots=True, order=True)
class Unread:
    """Something of the file that was not taken as it stands.

    `line` and `last_line` count physical lines of the file from 1, the header included. `kept` tells a row of which
    only a part was dropped (a reply link that is no number) from one that is left out. `place` says where it stands if
    that is no line of a text: `Sheet1!B7`, `status 12`, `posts.csv:4`.
    """

    line: int
    last_line: int
    code: str
    params: Mapping[str, Param] = field(default_factory=dict, compare=False)
    kept: bool = False
    place: str = field(default="", compare=False)


class ImportRefused(Exception):
    """The file as a whole, or a wish about it, cannot be met. `code` and `params` name a sentence of texts.toml;
    `unread` are the rows that led to it."""

    def __init__(self, code: str, *, unread: Sequence[Unread] = (), **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.unread = tuple(unread)
        self.params: Mapping[str, Param] = params
