"""Stock lines: what people say of themselves when they are ignored, copied, thanked, sent away. Written by hand.

`de` and `en` hold them by kind, and within a kind by who speaks: a role, a temper (mild, firm, angry) or anybody. The
general rules say which kind follows what (`scenarios.core.public_rules`). Variables: {brand}, {brand_handle}, {agent},
{first} (the speaker's first name); {desk} and {right} in what a desk says.
"""

from collections.abc import Mapping

from scenarios.core.stock import de, en

LINES: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]] = {"de": de.LINES, "en": en.LINES}

ANYBODY = "anybody"
TEMPERS = {1: "mild", 2: "mild", 3: "firm", 4: "angry", 5: "angry"}


def list_lines(language: str, kind: str, *, role: str, temper: int) -> tuple[str, ...]:
    """What somebody may say: the role's own words where it has some, else those of the temper and of anybody."""
    by_speaker = LINES[language][kind]
    if role in by_speaker:
        return by_speaker[role]
    return (*by_speaker.get(TEMPERS[temper], ()), *by_speaker.get(ANYBODY, ()))
