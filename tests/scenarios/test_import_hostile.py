"""Files made to stall an import are refused within two seconds and 256 MB, in a process of its own.

Memory is VmHWM and not ru_maxrss, which a process takes over from the one that started it: here from pytest.
"""

import io
import json
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.scenarios.import_files import PLAN_ROWS, make_workbook, rewrite_part, status

pytestmark = pytest.mark.thorough

SHEET = "xl/worksheets/sheet1.xml"
BOOK = make_workbook(PLAN_ROWS)
ROOT = Path(__file__).resolve().parents[2]

READ = """
import sys, time
from pathlib import Path
from scenarios.core.importing.problems import ImportRefused
from scenarios.importing.source_files import read_source
from scenarios.core.importing.convert import Makers, convert_sources
from scenarios.core.importing.wishes import Wishes
from scenarios.importing.fake_people import FakePeople, name_company
makers = Makers(lambda l: FakePeople(seed=1, language=l), lambda n, l: name_company(n, language=l))
FakePeople(seed=1, language="de")
begun = time.process_time()
try:
    source = read_source(Path(sys.argv[1]))
    convert_sources([source], kind=None, columns=None, wishes=Wishes(key="x"), brand_file="b.yaml", makers=makers)
    code = "taken"
except ImportRefused as refused:
    code = refused.code
most = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(code, time.process_time() - begun, int(most) // 1024)
"""

ROWS = b"".join(b"<row><c t='inlineStr'><is><t>x</t></is></c></row>" for _ in range(180_000))
HOSTILE = {
    "a part that unpacks to 200 MB": (rewrite_part(BOOK, SHEET, b" " * 200_000_000), "workbook_bomb"),
    "500 parts": (None, "workbook_bomb"),
    "entities": (
        rewrite_part(BOOK, SHEET, b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><worksheet>&b;</worksheet>'),
        "workbook_entities",
    ),
    "180,000 rows": (
        rewrite_part(
            BOOK,
            SHEET,
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            + ROWS
            + b"</sheetData></worksheet>",
        ),
        "no_headings",
    ),
    "20,000 elements within each other": (rewrite_part(BOOK, SHEET, b"<a>" * 20_000 + b"</a>" * 20_000), "no_headings"),
    "a row of two million cells": (
        rewrite_part(
            BOOK, SHEET, b"<worksheet><sheetData><row>" + b"<c/>" * 2_000_000 + b"</row></sheetData></worksheet>"
        ),
        "workbook_bomb",
    ),
    "half a million styles": (
        rewrite_part(BOOK, "xl/styles.xml", b"<styleSheet><cellXfs>" + b"<xf/>" * 500_000 + b"</cellXfs></styleSheet>"),
        "workbook_bomb",
    ),
    "half a million texts": (
        rewrite_part(BOOK, "xl/sharedStrings.xml", b"<sst>" + b"<si><t>a</t></si>" * 550_000 + b"</sst>"),
        "workbook_bomb",
    ),
    "a context in a context, 900 times": (b'{"context":' * 900 + b"{}" + b"}" * 900, "no_statuses"),
    "scripts that nobody closed": (
        json.dumps([status(str(n), f"a{n}", "Hallo" + "<script>" * 4_990) for n in range(1, 40)]).encode(),
        "taken",
    ),
    "5,000 answers to one post": (
        json.dumps([status(str(n), f"a{n}", "Frau Anna " * 30, to="1") for n in range(1, 5_000)]).encode(),
        "nothing_fits",
    ),
    "no archive at all": (b"PK\x03\x04" + b"x" * 1_000, "no_workbook"),
    "JSON nested 100,000 deep": (b"[" * 100_000 + b"]" * 100_000, "json_too_deep"),
    "10 MB of JSON": (b"[" + b"[]," * 3_400_000 + b"1]", "json_too_large"),
    "4 MB of empty lists": (b"[" + b"[]," * 1_300_000 + b"1]", "no_statuses"),
    "a number of a million digits": (b"[" + b"9" * 1_000_000 + b"]", "no_json"),
    "a status of open tags": (json.dumps(status("1", "a", "<a" * 500_000)).encode(), "taken"),
}


def make_many_parts() -> bytes:
    data = BOOK
    out = rewrite_part(data, "x0.xml", b"")
    stream = io.BytesIO(out)
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(500):
            archive.writestr(f"x/{number}.xml", b"<a/>")
    return stream.getvalue()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_time(name: str, tmp_path: Path) -> None:
    data, code = HOSTILE[name]
    file = tmp_path / "hostile"
    file.write_bytes(make_many_parts() if data is None else data)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (12, 12)),
    )
    found, seconds, megabytes = done.stdout.split()
    assert (found, float(seconds) <= 2, int(megabytes) <= 256) == (code, True, True), done.stdout + done.stderr
