"""The lexicons of each language, compiled once when this module is imported."""

from collections.abc import Mapping

from scoring.core.lexicon import (
    acts_de,
    acts_en,
    against_de,
    against_en,
    cues_de,
    cues_en,
    hearing_de,
    hearing_en,
    privacy_de,
    privacy_en,
)
from scoring.core.patterns import Index, compile_rules

TONE: Mapping[str, Index] = {
    "de": compile_rules({**acts_de.ACTS, **against_de.AGAINST, **against_de.HEDGES}),
    "en": compile_rules({**acts_en.ACTS, **against_en.AGAINST, **against_en.HEDGES}),
}
PRIVACY: Mapping[str, Index] = {
    "de": compile_rules(privacy_de.PRIVACY),
    "en": compile_rules(privacy_en.PRIVACY),
}
CUES: Mapping[str, Index] = {
    "de": compile_rules(cues_de.CUES),
    "en": compile_rules(cues_en.CUES),
}
HEARING: Mapping[str, Index] = {
    "de": compile_rules({**hearing_de.PROMISES, **hearing_de.HEARD}),
    "en": compile_rules({**hearing_en.PROMISES, **hearing_en.HEARD}),
}
