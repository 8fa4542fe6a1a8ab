"""A published version as one file: its text, its brand profile, and what both must be.

Rules kept here: what was changed on the way is named with the text and the line it was changed in; the digest is of
what is played. The marks lie in the file itself: they find what was changed by accident or in passing, not who made it.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

FORMAT = 1
LARGEST = 2_500_000
"""Bytes: two texts of the largest size, and their marks."""
TEXTS = ("scenario", "brand")


class Bundle(NamedTuple):
    """`digest` is that of the compiled timeline."""

    key: str
    language: str
    digest: str
    scenario: str
    brand: str


class BundleRefused(Exception):
    """`code` is too_large, unreadable (line), no_bundle, format, tampered (text, line) or digest."""

    def __init__(self, code: str, *, text: str = "", line: int = 0) -> None:
        super().__init__(code)
        self.code, self.text, self.line = code, text, line


def write_bundle(bundle: Bundle) -> str:
    """The same bundle is the same text."""
    said: dict[str, object] = {"generalprobe": FORMAT, **bundle._asdict()}
    said["marks"] = {name: _mark(getattr(bundle, name)) for name in TEXTS}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def read_bundle(data: bytes) -> Bundle:
    """Raises BundleRefused. That the digest is right only shows once the text is compiled."""
    if len(data) > LARGEST:
        raise BundleRefused("too_large")
    try:
        said: Any = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BundleRefused("unreadable", line=data.count(b"\n", 0, error.start) + 1) from error
    except json.JSONDecodeError as error:
        raise BundleRefused("unreadable", line=error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise BundleRefused("unreadable", line=1) from error
    if not isinstance(said, dict) or "generalprobe" not in said:
        raise BundleRefused("no_bundle")
    if said["generalprobe"] != FORMAT:
        raise BundleRefused("format")
    fields = [said.get(name) for name in Bundle._fields]
    if not all(isinstance(field, str) for field in fields) or not isinstance(said.get("marks"), dict):
        raise BundleRefused("no_bundle")
    bundle = Bundle(*(str(field) for field in fields))
    for name in TEXTS:
        _check(name, getattr(bundle, name), said["marks"])
    return bundle


def _mark(text: str) -> str:
    """Eight hex digits for each line: over all that stands up to its end."""
    running, marks = hashlib.sha256(), []
    for line in text.split("\n"):
        running.update(line.encode("utf-8", "surrogatepass") + b"\n")
        marks.append(running.copy().hexdigest()[:8])
    return "".join(marks)


def _check(name: str, text: str, marks: Mapping[str, Any]) -> None:
    given, found = str(marks.get(name, "")), _mark(text)
    if given == found:
        return
    shared = min(len(given), len(found))
    first = next((at for at in range(0, shared, 8) if given[at : at + 8] != found[at : at + 8]), shared)
    raise BundleRefused("tampered", text=name, line=first // 8 + 1)
