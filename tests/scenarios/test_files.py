import os
from pathlib import Path

from scenarios.core.decoding import MOST_BYTES
from scenarios.services.files import compile_file, read_bounded
from scenarios.services.linting import lint_file
from tests.scenarios.samples import BRAND, SCENARIO, change


def codes(path: Path) -> list[str]:
    return [problem.code for problem in compile_file(path)[1]]


def test_a_scenario_is_compiled_with_the_brand_beside_it(scenario_file: Path) -> None:
    timeline, problems = compile_file(scenario_file)

    assert problems == []
    assert timeline is not None
    assert timeline.brand.key == "seenbahn"


def test_problems_of_the_brand_name_its_file(scenario_file: Path) -> None:
    brand = scenario_file.parent / "brands" / "seenbahn.de.yaml"
    brand.write_text(change("limit: 280", "limit: many", text=BRAND), "utf-8")

    (problem,) = compile_file(scenario_file)[1]
    assert problem.file == str(brand)


def test_a_brand_outside_the_folder_is_not_read_by_a_link_either(scenario_file: Path, tmp_path_factory: Path) -> None:
    outside = scenario_file.parent.parent / "outside.yaml"
    outside.write_text(BRAND, "utf-8")
    link = scenario_file.parent / "brands" / "link.yaml"
    link.symlink_to(outside)
    scenario_file.write_text(change("brands/seenbahn.de.yaml", "brands/link.yaml"), "utf-8")

    assert codes(scenario_file) == ["brand-missing"]


def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    assert [codes(path) for path in (tmp_path, tmp_path / "pipe.yaml", tmp_path / "no.yaml", Path("/dev/zero"))] == [
        ["file-missing"]
    ] * 4


def test_no_more_is_read_of_a_large_file_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(SCENARIO.encode() * 10_000)

    data = read_bounded(path)

    assert data is not None
    assert len(data) == MOST_BYTES + 1
    assert codes(path) == ["too-large"]


def test_a_brand_profile_can_be_linted_by_itself(scenario_file: Path) -> None:
    brand = scenario_file.parent / "brands" / "seenbahn.de.yaml"
    assert lint_file(brand) == []

    brand.write_text(change("address: sie", "address: you", text=BRAND), "utf-8")
    assert [(problem.line, problem.code) for problem in lint_file(brand)] == [(6, "address-language")]
    assert [(problem.line, problem.code) for problem in lint_file(scenario_file)] == [(6, "address-language")]
