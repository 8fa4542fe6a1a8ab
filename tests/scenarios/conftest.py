from pathlib import Path

import pytest

from tests.scenarios.samples import BRAND, SCENARIO


@pytest.fixture
def scenario_file(tmp_path: Path) -> Path:
    """The sample scenario with its brand on disk."""
    (tmp_path / "brands").mkdir()
    (tmp_path / "brands" / "seenbahn.de.yaml").write_text(BRAND, "utf-8")
    path = tmp_path / "quiet.yaml"
    path.write_text(SCENARIO, "utf-8")
    return path
