import re
from pathlib import Path

from scenarios.core.compiler import compile_located
from scenarios.core.problems import Problem
from scenarios.core.timeline import Timeline
from scenarios.services.model_replies import assess_compiled

PAGE = Path(__file__).resolve().parents[2] / "docs" / "scenario-format.md"


def compile_example() -> tuple[Timeline | None, list[Problem]]:
    files = dict(re.findall(r"`([\w./-]+\.yaml)`:\n\n```yaml\n(.*?)```", PAGE.read_text("utf-8"), flags=re.DOTALL))
    brand, scenario = files

    def read_brand(reference: str) -> tuple[str, str] | None:
        return (reference, files[reference]) if reference == brand else None

    compiled = compile_located(files[scenario], file=scenario, brands=read_brand)
    return compiled.timeline, assess_compiled(compiled, file=scenario)[1]


def test_the_example_of_the_page_has_no_problem_at_all() -> None:
    timeline, problems = compile_example()

    assert problems == []
    assert timeline is not None
    assert [post.key for post in timeline.posts] == ["rucksack-1", "rucksack-2", "rucksack-3"]
