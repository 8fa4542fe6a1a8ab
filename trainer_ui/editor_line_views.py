"""What the editor asks while somebody writes: check, save, the pen."""

from typing import Any, Literal

from django.utils import timezone
from django.utils.translation import get_language

from people.models import User
from scenarios.core.outline import outline_of
from scenarios.models import Draft
from scenarios.services.draft_publishing import name_file
from scenarios.services.drafts import release_pen, save_draft, set_aside, take_pen
from scenarios.services.linting import lint_all, lint_quickly
from trainer_ui.editor_answers import Edition, Sent, SentText, answers
from trainer_ui.editors import describe_problems, describe_saved


class SentCheck(SentText):
    """`quick`: what can be said while somebody types, without model replies and outline."""

    quick: bool = False


class SentEdition(SentText):
    """`base` is the edition that it was written upon."""

    base: Edition


class SentPen(Sent):
    want: Literal["take", "look", "release"]
    base: Edition


@answers(SentCheck)
def check_text(draft: Draft, user: User, sent: SentCheck) -> dict[str, Any]:
    """The problems of a text that may not be saved yet, and what it is made of, unless it has to be quick."""
    text, file = sent.text.replace("\r\n", "\n"), name_file(draft)
    lint = lint_quickly if sent.quick else lint_all
    problems = describe_problems(
        lint(text, brand_source=draft.brand_source, file=file),
        text=text,
        file=file,
        language=get_language() or "de",
    )
    return {"problems": problems} if sent.quick else {"problems": problems, "outline": outline_of(text)}


@answers(SentEdition)
def save_text(draft: Draft, user: User, sent: SentEdition) -> dict[str, Any]:
    """Keeps what was written; of a conflict it says what stands there instead."""
    saved = save_draft(draft.pk, actor=user, text=sent.text, base=sent.base)
    return describe_saved(saved, viewer=user, now=timezone.now())


@answers(SentPen)
def hold_pen(draft: Draft, user: User, sent: SentPen) -> dict[str, Any]:
    """Who writes: takes the pen or keeps it, lets it go, or only looks; with what was saved since, as text."""
    if sent.want == "release":
        release_pen(draft.pk, actor=user)
    found = take_pen(draft.pk, actor=user) if sent.want == "take" else draft
    said = describe_saved(found, viewer=user, now=timezone.now())
    return said if found.edition == sent.base else {**said, "text": found.text}


@answers(SentText)
def keep_aside(draft: Draft, user: User, sent: SentText) -> dict[str, Any]:
    """Keeps in the history what was written beside another's text."""
    return {"number": set_aside(draft.pk, actor=user, text=sent.text).number}
