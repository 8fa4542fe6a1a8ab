"""A scenario's text to a Timeline, or to all problems that keep it from being one.

Rules kept here: pure (texts in, values out); never an exception, whatever the text; all problems at once; only errors
keep the timeline back, warnings and hints come beside it.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from scenarios.core.brands import WrittenBrand, compile_brand, is_inside
from scenarios.core.checks.contradictions import check_contradictions
from scenarios.core.checks.crowd import check_crowd
from scenarios.core.checks.fairness import check_fairness
from scenarios.core.checks.guide import check_guide
from scenarios.core.checks.languages import check_languages
from scenarios.core.checks.load import check_load
from scenarios.core.checks.opposites import check_reactions
from scenarios.core.checks.passing import check_passing
from scenarios.core.checks.people import check_people
from scenarios.core.checks.reality import check_reality
from scenarios.core.checks.references import check_references
from scenarios.core.checks.sameness import check_sameness
from scenarios.core.checks.stage import check_stage
from scenarios.core.checks.threads import check_threads
from scenarios.core.decoding import decode
from scenarios.core.draft import Draft
from scenarios.core.drafting.scenario import draft_scenario
from scenarios.core.finishing import finish, weights_of
from scenarios.core.phrases import WrittenPhrase
from scenarios.core.problems import Place, Problem, Report
from scenarios.core.reader import read_tree
from scenarios.core.records import Record
from scenarios.core.review import Review, draft_review
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.shapes import read_element
from scenarios.core.texts import check_texts
from scenarios.core.timeline import Timeline

BrandReader = Callable[[str], tuple[str, bytes | str] | None]
"""Reference as written in the scenario → (file name to show, content), or None if there is no such file."""


class Compiled(NamedTuple):
    """`timeline` is None if there is an error; `problems` are by place; `models` says where a post's model stands.

    `review` is that of an imported scenario, `phrases` the brand's own: whether they can be read only the score knows.
    """

    timeline: Timeline | None
    problems: list[Problem]
    models: Mapping[str, Place]
    review: Review | None = None
    phrases: tuple[WrittenPhrase, ...] = ()


def compile_scenario(text: bytes | str, *, file: str, brands: BrandReader) -> tuple[Timeline | None, list[Problem]]:
    """The timeline that `text` describes (None if there is an error) and all its problems, by place.

    `file` is what problems are said to be in. `brands` is only asked for references that stay below the scenario's
    folder.
    """
    return compile_located(text, file=file, brands=brands)[:2]


def compile_located(text: bytes | str, *, file: str, brands: BrandReader) -> Compiled:
    """`compile_scenario` for who has more to say about model replies, and at their place."""
    report = Report()
    draft = _draft(text, file=file, brands=brands, report=report)
    if draft is not None:
        for check in CHECKS:
            check(draft)
    problems = report.in_order(first_file=file)
    if draft is None or report.has_errors:
        return Compiled(None, problems, {}, phrases=draft.phrases if draft else ())
    models = {key: draft.needs_place(key, "model") for key, post in draft.posts.items() if post.needs.model}
    return Compiled(finish(draft), problems, models, draft_review(draft.scenario), draft.phrases)


def _draft(text: bytes | str, *, file: str, brands: BrandReader, report: Report) -> Draft | None:
    source = decode(text, file=file, report=report)
    tree = read_tree(source, file=file, report=report) if source is not None else None
    record = read_element(tree, SCENARIO, key_place=Place(file, 1, 1), report=report) if tree else None
    if source is None or record is None:
        return None
    draft = draft_scenario(record, source=source, report=report)
    if (written := _read_brand(record, brands=brands, report=report)) is not None:
        draft.brand, draft.phrases = written
        draft.channels.update((channel.key, channel) for channel in draft.brand.channels)
    return draft


def _read_brand(scenario: Record, *, brands: BrandReader, report: Report) -> WrittenBrand | None:
    reference, place = scenario.text("brand"), scenario.place_of("brand")
    if reference is None:
        return None
    if not is_inside(reference):
        report.add(place, "brand-outside", file=reference)
        return None
    answer = brands(reference)
    if answer is None:
        report.add(place, "brand-missing", file=reference)
        return None
    return compile_brand(answer[1], file=answer[0], scenario=scenario, report=report)


def _check_weights(draft: Draft) -> None:
    rubric = draft.scenario.record("rubric")
    weights = weights_of(draft)
    if rubric and weights and not any(weights.values()):
        draft.report.add(rubric.place_of("weights"), "no-weight")


CHECKS: tuple[Callable[[Draft], None], ...] = (
    _check_weights,
    check_references,
    check_texts,
    check_threads,
    check_crowd,
    check_sameness,
    check_contradictions,
    check_reactions,
    check_fairness,
    check_stage,
    check_guide,
    check_load,
    check_languages,
    check_reality,
    check_passing,
    check_people,
)
