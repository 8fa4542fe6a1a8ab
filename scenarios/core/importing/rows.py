"""Records into rows: what one line of a conversation file or of a file of single posts says.

Conversation files have the columns of public customer support sets, files of single posts those of a set about a
railway; the header tells which it is.
"""

from dataclasses import dataclass

from scenarios.core.importing.cells import (
    Unreadable,
    parse_created_at,
    read_author,
    read_flag,
    read_id,
    read_links,
    read_text,
    show_shape,
)
from scenarios.core.importing.problems import ImportRefused, Unread
from scenarios.core.importing.table import Record, Table

MESSAGE_COLUMNS = (
    "tweet_id",
    "author_id",
    "inbound",
    "created_at",
    "text",
    "response_tweet_id",
    "in_response_to_tweet_id",
)
SINGLE_COLUMNS = ("source", "by_db", "at_db", "text", "relevance", "sentiment")
MOODS = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class Message:
    """A row of a conversation file. `at_s` is seconds since 1970; `replies` and `parent` may name missing ids.

    `name` is what the author is called beside the account, `alt` describes a picture, and `asks` marks what calls for
    an answer although the file has none.
    """

    line: int
    id: int
    author: str
    inbound: bool
    at_s: int
    text: str
    replies: tuple[int, ...]
    parent: int | None
    name: str = ""
    reach: int | None = None
    alt: str | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Single:
    """A row of a file of single posts: `by_brand` wrote it, `to_brand` addresses the brand's account."""

    line: int
    source: str
    by_brand: bool
    to_brand: bool
    relevant: bool
    mood: str
    topics: str
    text: str


def detect_kind(table: Table) -> str:
    """`messages` or `singles`. Raises ImportRefused naming the missing columns of the kind that is nearer."""
    missing = {
        kind: [column for column in columns if column not in table.header]
        for kind, columns in (("messages", MESSAGE_COLUMNS), ("singles", SINGLE_COLUMNS))
    }
    for kind, columns in missing.items():
        if not columns:
            return kind
    nearer = min(missing, key=lambda kind: len(missing[kind]))
    known = [column for column in table.header if column in {*MESSAGE_COLUMNS, *SINGLE_COLUMNS}]
    raise ImportRefused(
        "missing_columns",
        columns=", ".join(missing[nearer]),
        found=", ".join(known) or "–",
        others=len(table.header) - len(known),  # without a header, these are somebody's words
    )


def read_messages(table: Table) -> tuple[list[Message], list[Unread]]:
    """All rows that can be read, each id once, in the file's order; the others as Unread."""
    messages: list[Message] = []
    unread: list[Unread] = []
    for record in table.records:
        cells = dict(zip(table.header, record.cells, strict=True))
        try:
            links, dropped = read_links(cells["response_tweet_id"])
            parent, lost = read_links(cells["in_response_to_tweet_id"])
            messages.append(
                Message(
                    line=record.line,
                    id=read_id(cells["tweet_id"]),
                    author=read_author(cells["author_id"]),
                    inbound=read_flag(cells, "inbound"),
                    at_s=parse_created_at(cells["created_at"]),
                    text=read_text(cells["text"]),
                    replies=links,
                    parent=parent[0] if parent else None,
                )
            )
        except Unreadable as problem:
            unread.append(_refuse(record, problem))
        else:
            for bad in (*dropped, *lost):
                unread.append(Unread(record.line, record.last_line, "bad_link", {"shape": show_shape(bad)}, kept=True))
    return _drop_duplicates(messages, unread)


def read_singles(table: Table) -> tuple[list[Single], list[Unread]]:
    """All rows that can be read, in the file's order; the others as Unread."""
    singles: list[Single] = []
    unread: list[Unread] = []
    for record in table.records:
        cells = dict(zip(table.header, record.cells, strict=True))
        try:
            mood = cells["sentiment"].strip().lower()
            if mood not in MOODS:
                raise Unreadable("bad_value", column="sentiment", shape=show_shape(mood))
            singles.append(
                Single(
                    line=record.line,
                    source=cells["source"].strip().lower(),
                    by_brand=read_flag(cells, "by_db"),
                    to_brand=read_flag(cells, "at_db"),
                    relevant=read_flag(cells, "relevance"),
                    mood=mood,
                    topics=cells.get("cats", ""),
                    text=read_text(cells["text"]),
                )
            )
        except Unreadable as problem:
            unread.append(_refuse(record, problem))
    return singles, unread


def _refuse(record: Record, problem: Unreadable) -> Unread:
    return Unread(record.line, record.last_line, problem.code, problem.params)


def _drop_duplicates(messages: list[Message], unread: list[Unread]) -> tuple[list[Message], list[Unread]]:
    """Of rows with one id, the one that sorts first by content stays, so that the order of rows decides nothing."""
    kept: dict[int, Message] = {}
    for message in sorted(
        messages, key=lambda m: (m.at_s, m.author, m.inbound, m.text, m.parent or 0, m.replies, m.line)
    ):
        first = kept.setdefault(message.id, message)
        if first is not message:
            unread.append(Unread(message.line, message.line, "duplicate", {"line": first.line}))
    return [message for message in messages if kept[message.id] is message], sorted(unread)
