"""Every refusal has a code, and every code a line in docs/run.md."""

import re
from pathlib import Path

from simulator.services import CODES

ROOT = Path(__file__).resolve().parents[3]


def test_the_services_refuse_with_known_codes_and_all_of_them():
    source = "".join(path.read_text() for path in (ROOT / "simulator" / "services").glob("*.py"))

    assert sorted(set(re.findall(r'Refused\("(\w+)"', source))) == list(CODES)


def test_every_code_is_explained():
    page = (ROOT / "docs" / "run.md").read_text()

    assert re.findall(r"^\| `(\w+)` \|", page, flags=re.MULTILINE) == list(CODES)
