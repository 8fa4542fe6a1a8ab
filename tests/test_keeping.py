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

@pytest.mark.computes
def test_is_marked():
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

    assert pytester.runpytest_inprocess(*ask).parseoutcomes() == {"passed": 4}
    assert pytester.runpytest_inprocess(*ask).parseoutcomes() == {"passed": 2, "deselected": 2}


def test_of_a_core_only_what_asks_a_database_runs_again(pytester: pytest.Pytester):
    pytester.makeconftest(CONFTEST)
    pytester.mkpydir("core")
    (pytester.path / "core" / "test_it.py").write_text(FILE, encoding="utf-8")
    ask = ["-p", "no:playwright", "-p", "no:django", "-p", "no:xdist", "-W", "ignore"]

    assert pytester.runpytest_inprocess(*ask).parseoutcomes() == {"passed": 4}
    assert pytester.runpytest_inprocess(*ask).parseoutcomes() == {"passed": 1, "deselected": 3}
