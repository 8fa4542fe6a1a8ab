"""The lexicons of each language, compiled once when this module is imported."""

from collections.abc import Mapping

from scenarios.core.vocabulary import LANGUAGES
from scoring.core.lexicon.compiling import compile_rules
from scoring.core.lexicon.files import read_forms, read_rules
from scoring.core.patterns import Index
from scoring.core.spelling import Spelling

FORMS: Mapping[str, Mapping[str, frozenset[str]]] = {language: read_forms(language) for language in LANGUAGES}


def _compile_files(*groups: str) -> Mapping[str, Index]:
    return {
        language: compile_rules(
            {rule: lines for group in groups for rule, lines in read_rules(language, group).items()},
            forms=FORMS[language],
        )
        for language in LANGUAGES
    }


TONE = _compile_files("acts", "against", "hedges", "cues")
SPELLING: Mapping[str, Spelling] = {language: Spelling(index) for language, index in TONE.items()}
NOTES = _compile_files("notes")
PRIVACY = _compile_files("privacy")
HEARING = _compile_files("promises", "heard", "strategy", "internal")
