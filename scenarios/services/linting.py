"""Everything that lint has to say of a file on disk."""

from pathlib import Path

from scenarios.core.brands import check_brand, looks_like_brand
from scenarios.core.compiler import compile_located
from scenarios.core.problems import Problem, sort_problems
from scenarios.services.files import brands_beside, missing_file, read_bounded
from scenarios.services.house_words import check_phrases, list_house_texts
from scenarios.services.model_replies import assess_compiled
from scenarios.services.review import check_review


def lint_file(path: Path) -> list[Problem]:
    """All problems of a scenario with its brand profile, its model replies and its review, or of a brand profile."""
    data, file = read_bounded(path), str(path)
    if data is None:
        return [missing_file(path)]
    if looks_like_brand(data):
        written, problems = check_brand(data, file=file)
        phrases = check_phrases(written.phrases, texts=list_house_texts(written.brand)) if written else []
        return sort_problems([*problems, *phrases], first_file=file)
    compiled = compile_located(data, file=file, brands=brands_beside(path))
    problems = assess_compiled(compiled, file=file)[1]
    return sort_problems([*problems, *check_review(compiled)], first_file=file)
