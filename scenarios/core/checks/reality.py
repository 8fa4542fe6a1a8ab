"""Checks that everything in a scenario is invented."""

from scenarios.core.checks.real_data import check_real_data
from scenarios.core.checks.real_names import check_real_names
from scenarios.core.draft import Draft
from scenarios.core.schema.scenario import SCENARIO
from scenarios.core.vocabulary import LANGUAGES
from scenarios.core.walking import list_texts


def check_reality(draft: Draft) -> None:
    texts = list(list_texts(draft.scenario, SCENARIO))
    language = draft.scenario.text("language") or LANGUAGES[0]
    check_real_data(texts, language=language, source=draft.source, report=draft.report)
    check_real_names(texts, source=draft.source, report=draft.report)
