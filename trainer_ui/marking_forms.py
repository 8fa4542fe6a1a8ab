"""What the form of a mark brings, and what is said when it is not taken."""

import json
from collections.abc import Mapping

from django.http import QueryDict
from django.utils.translation import gettext

from scoring.core.rubric import OVERALL
from scoring.queries.replies import Named
from scoring.services.marking import LONGEST_NOTE, LONGEST_REMARK, MOST_NOTES, BadMark, Wish
from trainer_ui.markings import VERDICTS, Filled
from trainer_ui.rubrics import TEXTS, name_marked

STEP = "step-"


class NoForm(Exception):  # noqa: N818  an answer, not an error
    """Nothing that our form sends."""


def read_wish(sent: QueryDict) -> Wish:
    """What a coach says of a reply; notes without words are taken away. Raises NoForm."""
    steps = {
        name.removeprefix(STEP): _read_number(value)
        for name, value in sent.items()
        if name.startswith(STEP) and name.removeprefix(STEP) in TEXTS and value
    }
    starts, ends, texts = (sent.getlist(f"note-{name}") for name in ("start", "end", "text"))
    if not len(starts) == len(ends) == len(texts):
        raise NoForm
    notes = [
        (_read_number(start), _read_number(end), _unfold(text))
        for start, end, text in zip(starts, ends, texts, strict=True)
        if text.strip()
    ]
    return Wish(steps, _unfold(sent.get("remark", "")), notes, _read_verdicts(sent))


def refill(wish: Wish, error: str) -> Filled:
    return Filled(wish.steps, wish.remark, wish.notes, wish.verdicts, error)


def explain(problem: BadMark, *, language: str) -> str:
    """Why a mark was not taken, and what to do."""
    place = name_marked(problem.place, language=language) if problem.place in TEXTS else problem.place
    match problem.code:
        case "unmarked":
            return gettext("%(criterion)s is missing: choose a step, or “cannot be judged”.") % {"criterion": place}
        case "no_overall":
            return gettext("%(criterion)s is missing: choose a step.") % {
                "criterion": name_marked(OVERALL, language=language)
            }
        case "no_reason":
            return gettext("Whoever calls a finding wrong says why: the trainee reads it.")
        case "too_many":
            return gettext("At most %(count)d notes stand beside a reply.") % {"count": MOST_NOTES}
        case "too_long" if problem.place == "remark":
            return gettext("The remark is too long: at most %(limit)d characters.") % {"limit": LONGEST_REMARK}
        case "too_long":
            return gettext("Note or reason %(number)s is too long: at most %(limit)d characters.") % {
                "number": place,
                "limit": LONGEST_NOTE,
            }
        case "erased":
            return gettext("The trainee has erased this text. It cannot be marked any more.")
        case "bad_text":
            return gettext("There is a character in this text that cannot be stored.")
    return gettext("This was not understood. Please load the page anew; what you typed is kept.")


def _read_verdicts(sent: QueryDict) -> Mapping[Named, tuple[str, str]]:
    verdicts: dict[Named, tuple[str, str]] = {}
    for name, value in sent.items():
        number = name.removeprefix("finding-")
        verdict = sent.get(f"verdict-{number}", "")
        if name.startswith("finding-") and verdict in VERDICTS:
            verdicts[_read_name(value)] = (verdict, _unfold(sent.get(f"reason-{number}", "")))
    return verdicts


def _read_name(text: str) -> Named:
    try:
        wording, rule, params = json.loads(text)
    except (ValueError, TypeError):
        raise NoForm from None
    if type(wording) is not int or not isinstance(rule, str) or not isinstance(params, str):
        raise NoForm
    return wording, rule, params


def _read_number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise NoForm
    return int(text)


def _unfold(text: str) -> str:
    """A form sends line feeds in pairs."""
    return text.replace("\r\n", "\n")
