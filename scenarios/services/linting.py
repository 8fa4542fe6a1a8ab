"""Everything that lint has to say of a file on disk."""

from pathlib import Path
from typing import NamedTuple

from scenarios.core.brands import check_brand, looks_like_brand
from scenarios.core.compiler import compile_located
from scenarios.core.problems import ERROR, Problem, sort_problems
from scenarios.core.timeline import Brand, Timeline
from scenarios.services.files import brands_beside, missing_file, read_bounded
from scenarios.services.house_words import check_phrases, list_house_texts
from scenarios.services.model_replies import assess_compiled
from scenarios.services.review import check_review


class Linted(NamedTuple):
    """`timeline` is None where there is an error."""

    timeline: Timeline | None
    problems: list[Problem]


def lint_file(path: Path) -> list[Problem]:
    """All problems of a scenario with its brand profile, its model replies and its review, or of a brand profile."""
    data, file = read_bounded(path), str(path)
    if data is None:
        return [missing_file(path)]
    if looks_like_brand(data):
        return lint_profile(data, file=file)[1]
    compiled = compile_located(data, file=file, brands=brands_beside(path))
    problems = assess_compiled(compiled, file=file)[1]
    return sort_problems([*problems, *check_review(compiled)], first_file=file)


def lint_text(text: str, *, brand_source: str, file: str) -> Linted:
    """`lint_file` for a text with the brand profile that belongs to it, whatever the text calls it."""
    compiled = compile_located(text, file=file, brands=lambda reference: (reference, brand_source))
    problems = assess_compiled(compiled, file=file)[1]
    problems = sort_problems([*problems, *check_review(compiled)], first_file=file)
    is_sound = not any(problem.severity == ERROR for problem in problems)
    return Linted(compiled.timeline if is_sound else None, problems)


def lint_all(text: str, *, brand_source: str, file: str) -> list[Problem]:
    """The problems that `lint_text` finds."""
    return lint_text(text, brand_source=brand_source, file=file).problems


def lint_quickly(text: str, *, brand_source: str, file: str) -> list[Problem]:
    """What `lint_text` says but for model replies and the review, in a third of its time: for who is still typing."""
    compiled = compile_located(text, file=file, brands=lambda reference: (reference, brand_source))
    timeline = compiled.timeline
    phrases = check_phrases(compiled.phrases, texts=list_house_texts(timeline.brand if timeline else None, timeline))
    return sort_problems([*compiled.problems, *phrases], first_file=file)


def read_profile(path: Path) -> tuple[Brand | None, list[Problem]]:
    """The brand profile at `path`, None where it has an error, and all its problems."""
    data = read_bounded(path)
    if data is None:
        return None, [missing_file(path)]
    brand, problems = lint_profile(data, file=str(path))
    return None if any(problem.severity == ERROR for problem in problems) else brand, problems


def lint_profile(data: bytes, *, file: str) -> tuple[Brand | None, list[Problem]]:
    """A brand profile, as far as it is sound, and all its problems."""
    written, problems = check_brand(data, file=file)
    if written is None:
        return None, problems
    phrases = check_phrases(written.phrases, texts=list_house_texts(written.brand))
    return written.brand, sort_problems([*problems, *phrases], first_file=file)
