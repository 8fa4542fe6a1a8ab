"""Variables in the texts of a scenario: fixed names in braces, replaced once.

Rules kept here: never `str.format`, which would hand out attributes of our objects; what is filled in is not looked at
again, so a customer who calls herself `{agent}` stays `{agent}`.
"""

import re
from collections.abc import Mapping

NAMES = ("name", "handle", "brand", "agent")
"""{name} and {handle} of the customer (who writes the post, or who is answered), {brand}, {agent} (the sign-off)."""

VARIABLE = re.compile(r"\{([^{}\n]{1,60})\}")


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with each `{name}` that `values` knows replaced; all others stay as they are."""
    if "{" not in text:
        return text
    return VARIABLE.sub(lambda match: values.get(match[1], match[0]), text)


def find_unknown(text: str, *, allowed: tuple[str, ...] = NAMES) -> list[str]:
    """What stands in braces in `text` and is none of the `allowed` names, in order, as often as it occurs."""
    return [match[1] for match in VARIABLE.finditer(text) if match[1] not in allowed]
