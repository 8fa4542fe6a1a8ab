"""Checks that everything in a scenario is invented, and that it is told in both languages."""

from scenarios.core.checks.real_data import check_real_data
from scenarios.core.checks.real_names import check_real_names
from scenarios.core.draft import Draft
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.vocabulary import LANGUAGES
from scenarios.core.walking import list_texts

LEAST_WORDS = 3
"""A title of one name may be the same in both languages."""


def check_reality(draft: Draft) -> None:
    texts = list(list_texts(draft.scenario, SCENARIO))
    language = draft.scenario.text("language") or LANGUAGES[0]
    check_real_data(texts, language=language, source=draft.source, report=draft.report)
    check_real_names(texts, source=draft.source, report=draft.report)


def check_languages(draft: Draft) -> None:
    """What is the same in both languages was not written in one of them."""
    for name in ("title", "brief", "goal"):
        both = draft.scenario.record(name)
        texts = [both.text(language) for language in LANGUAGES] if both else []
        if both and texts[0] and texts[0] == texts[1] and len(texts[0].split()) >= LEAST_WORDS:
            draft.report.warn(both.place_of(LANGUAGES[1]), "same-in-both-languages", field=name)
