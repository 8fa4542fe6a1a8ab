"""A version as one file: what comes back is what was sent, and what was changed is named."""

import json

import pytest

from scenarios.core.bundles import LARGEST, Bundle, BundleRefused, read_bundle, write_bundle
from tests.scenarios.samples import BRAND, SCENARIO

SENT = Bundle("quiet-morning", "de", "0" * 64, SCENARIO, BRAND)


def refuse(data: bytes) -> tuple[str, str, int]:
    with pytest.raises(BundleRefused) as refused:
        read_bundle(data)
    return refused.value.code, refused.value.text, refused.value.line


def test_what_was_sent_comes_back():
    assert read_bundle(write_bundle(SENT).encode()) == SENT


@pytest.mark.parametrize("name", ["scenario", "brand"])
@pytest.mark.parametrize("line", [1, 4, 9])
def test_a_changed_line_is_named(name, line):
    said = json.loads(write_bundle(SENT))
    lines = said[name].split("\n")
    lines[line - 1] += " "
    said[name] = "\n".join(lines)

    assert refuse(json.dumps(said).encode()) == ("tampered", name, line)


def test_what_was_cut_off_is_named_by_where_it_ends():
    said = json.loads(write_bundle(SENT))
    said["brand"] = "\n".join(said["brand"].split("\n")[:5])

    assert refuse(json.dumps(said).encode()) == ("tampered", "brand", 6)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "unreadable", 1),
        (b'{\n"a": }', "unreadable", 2),
        (b"{}\n\xff", "unreadable", 2),
        (b"[" * 100_000, "unreadable", 1),
        (b"[]", "no_bundle", 0),
        (b'{"generalprobe": 1}', "no_bundle", 0),
        (b'{"generalprobe": 2}', "format", 0),
        (b" " * (LARGEST + 1), "too_large", 0),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_bundle_is_refused_by_name(data, code, line):
    assert refuse(data) == (code, "", line)
