"""What the import's pages say: columns by name, why something may be somebody's, and where it stands."""

import re

from django.utils.translation import gettext

from scenarios.importing.sentences import say_review

MOST_CONTEXTS = 3
AROUND = 60


def name_columns() -> dict[str, str]:
    return {
        "time": gettext("Time"),
        "from": gettext("From whom"),
        "to": gettext("To whom"),
        "channel": gettext("Channel"),
        "text": gettext("Text"),
        "expected": gettext("Expected reaction"),
        "thread": gettext("Thread"),
    }


def explain_why(code: str, *, language: str) -> str:
    return say_review(code, language=language)


def list_contexts(text: str, words: str) -> list[tuple[str, str, str]]:
    """Up to MOST_CONTEXTS places of `words` in the texts of a draft: before, the words, behind."""
    body = text.partition("\nreview:")[0] if "\nreview:" in text else text
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", body)
    contexts = []
    for match, _ in zip(found, range(MOST_CONTEXTS), strict=False):
        start = max(body.rfind("\n", 0, match.start()) + 1, match.start() - AROUND)
        end = body.find("\n", match.end())
        stop = min(end if end >= 0 else len(body), match.end() + AROUND)
        contexts.append((body[start : match.start()].lstrip(), match[0], body[match.end() : stop]))
    return contexts
