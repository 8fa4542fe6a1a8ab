"""Only what asks no database is kept from one pass to the next."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
FILE = """
import pytest

@pytest.mark.thorough
def test_computes():
    pass

@pytest.mark.thorough
def test_asks(db):
    pass

def test_is_quick():
    pass

@pytest.fixture
def db():
    pass
"""
CONFTEST = f"""
import sys
sys.path.insert(0, {str(Path(__file__).resolve().parents[1])!r})
from tests.conftest import pytest_collection_modifyitems, pytest_runtest_makereport
"""


def test_what_computes_runs_once_and_what_asks_a_database_again(pytester: pytest.Pytester):
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(FILE)
    ask = ["-p", "no:playwright", "-p", "no:django", "-p", "no:xdist", "-W", "ignore"]

    assert pytester.runpytest_inprocess(*ask).parseoutcomes() == {"passed": 3}
    assert pytester.runpytest_inprocess(*ask).parseoutcomes() == {"passed": 2, "deselected": 1}
