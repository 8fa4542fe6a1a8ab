"""Ways to write a text as a scalar of YAML, the nicest first. Each is read again before it is offered.

A text that YAML itself would take for something else (`no`, `1:30`, `~`, `2024-01-01`) is quoted, though our reader
would not mistake it: other programs read these files as well.
"""

import re
from collections.abc import Iterator

import yaml

from scenarios.core.patching.refusals import PatchRefused

WIDTH = 120
"""Columns that a line should keep to."""

_RAW = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What stands in no text as itself, only escaped (see scenarios.core.decoding)."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_OCTAL = re.compile("[-+]?0o[0-7]+")
_FOLD = re.compile(r"(?<=\S) (?=\S)")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_RESOLVER = yaml.resolver.Resolver()
_STRING = "tag:yaml.org,2002:str"


def list_ways(
    text: str, *, is_word: bool, indent: int, column: int, style: str = "", is_flow: bool = False
) -> Iterator[str]:
    """Spellings of `text`, best first, each of which means exactly `text`.

    `is_word`: not a text but a number, truth, time or key, which stays plain where that is possible. `indent` is the
    column (from 0) of the key or dash it belongs to, `column` the one it would begin at; `style` is how it was written.
    A block scalar's last line break is left to what follows.
    """
    if _SURROGATE.search(text):
        raise PatchRefused("not-writable")
    seen = set()
    for way in _list_candidates(text, is_word=is_word, indent=indent, column=column, style=style, is_flow=is_flow):
        if way not in seen and _means(way, text, is_flow=is_flow):
            yield way
        seen.add(way)


def _list_candidates(text: str, *, is_word: bool, indent: int, column: int, style: str, is_flow: bool) -> Iterator[str]:
    double, single = _quote_double(text), "'" + text.replace("'", "''") + "'"
    may_be_plain = not _RAW.search(text) and "\n" not in text and (is_word or _is_string(text))
    if not is_flow and not is_word and not _RAW.search(text):
        is_long = column + len(text) > WIDTH
        if "\n" in text or (is_long and style not in ("'", '"')) or style in ("|", ">"):
            if style == ">" or (style != "|" and "\n" not in text):
                yield _fold(text, indent + 2)
            if "\n" in text or style == "|":
                yield _write_literal(text, indent + 2)
    if style == "'" and "\n" not in text and not _RAW.search(text):
        yield single
    if style == '"':
        yield double
    if may_be_plain:
        yield text
    if ('"' in text or "\\" in text) and "\n" not in text and not _RAW.search(text):
        yield single
    yield double


def _is_string(text: str) -> bool:
    """Whether YAML's own types (1.1 and 1.2) leave a plain `text` a string."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's own
    return bool(tag == _STRING) and not _OCTAL.fullmatch(text)


def _means(way: str, text: str, *, is_flow: bool) -> bool:
    if way.startswith(("|", ">")):
        return True  # Read again in its place, where what follows it counts.
    around = f"[{way}, x]\n" if is_flow else f"k: {way}\n"
    try:
        events = list(yaml.parse(around, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False
    nodes = [event for event in events if isinstance(event, yaml.NodeEvent)]
    meant = nodes[1 if is_flow else 2] if len(nodes) == 3 else None
    return isinstance(meant, yaml.ScalarEvent) and (meant.value, meant.anchor, meant.tag) == (text, None, None)


def _quote_double(text: str) -> str:
    return '"' + "".join(_escape(char) for char in text) + '"'


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if not _RAW.match(char):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _chomp(text: str) -> str:
    if not text.endswith("\n"):
        return "-"
    return "+" if text.endswith("\n\n") or text == "\n" else ""


def _write_literal(text: str, indent: int) -> str:
    first = next((line for line in text.split("\n") if line), "")
    hint = "2" if first.startswith((" ", "\t")) else ""
    body = text.removesuffix("\n").split("\n")
    return f"|{hint}{_chomp(text)}\n" + "\n".join(" " * indent + line if line else "" for line in body)


def _fold(text: str, indent: int) -> str:
    room = max(WIDTH - indent, 20)
    paragraphs = (
        "\n".join(" " * indent + line for line in _wrap(line, room)) if line else ""
        for line in text.removesuffix("\n").split("\n")
    )
    return f">{_chomp(text)}\n" + "\n\n".join(paragraphs)


def _wrap(line: str, room: int) -> Iterator[str]:
    while len(line) > room:
        breaks = [match.start() for match in _FOLD.finditer(line, 0, room + 2) if match.start() <= room]
        if not breaks:
            later = _FOLD.search(line, room)
            if later is None:
                break
            breaks = [later.start()]
        yield line[: breaks[-1]]
        line = line[breaks[-1] + 1 :]
    yield line
