"""What forms and the time line ask beside a draft's text: how an edit changes it, and what the forms look like."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from pydantic import StringConstraints

from people.models import User
from scenarios.core.brands import check_brand
from scenarios.core.decoding import MOST_BYTES
from scenarios.core.patching.making import make_patch, to_utf16
from scenarios.core.patching.refusals import PatchRefused
from scenarios.form_texts import describe_in_words
from scenarios.models import Draft
from trainer_ui.beside import Allowance, fill_allowance
from trainer_ui.editor_answers import Sent, answers
from trainer_ui.editor_views import find_draft

PER_SECOND, BURST = 10.0, 60.0
"""Edits of one person."""


class SentEdit(Sent):
    """A text as it stands in the browser, and what is to be done to it (scenarios.core.patching.making)."""

    text: Annotated[str, StringConstraints(max_length=MOST_BYTES)]
    edit: dict[str, Any]


@lru_cache(maxsize=4_096)
def find_allowance(user_id: int) -> Allowance:
    """Of its own: whoever fills in fields quickly is checked and saved all the same."""
    return fill_allowance(per_second=PER_SECOND, burst=BURST)


@answers(SentEdit, allow=find_allowance)
def patch_text(draft: Draft, user: User, sent: SentEdit) -> dict[str, Any]:
    """{patches: [{from, to, insert}], path}, in UTF-16 code units of the text, or {refused: why}. Nothing is stored."""
    try:
        made = make_patch(sent.text, sent.edit)
    except PatchRefused as refused:
        return {"refused": explain_refusal(refused.code, refused.params)}
    hunks = to_utf16(sent.text, made.hunks)
    return {
        "patches": [{"from": start, "to": end, "insert": insert} for start, end, insert in hunks],
        "path": made.path,
    }


@require_GET
@never_cache
@login_required
def send_forms(request: HttpRequest, draft_id: int) -> JsonResponse:
    """The format as forms in the page's language, with the channels and desks of the draft's brand as `house`."""
    draft = find_draft(request, draft_id)
    language = get_language() or "de"
    written, _ = check_brand(draft.brand_source.encode(), file="")
    brand = written.brand if written else None
    house = {
        "channels": {each.key: {"name": each.name, "limit": each.limit} for each in (brand.channels if brand else ())},
        "desks": {each.key: {"name": each.name} for each in (brand.desks if brand else ())},
    }
    return JsonResponse({**describe_in_words(language), "house": house})


def explain_refusal(code: str, params: Mapping[str, str | int]) -> str:
    """Why the text was left as it is, in the page's language."""
    sentences = {
        "unreadable": gettext("Line %(line)s cannot be read. Mend it in the text first; nothing was changed."),
        "no-place": gettext("The text has no such place any more. Nothing was changed."),
        "taken": gettext("There is something called “%(key)s” already."),
        "not-a-key": gettext(
            "“%(value)s” is no key: lower-case letters, digits and hyphens, not starting with a hyphen."
        ),
        "not-writable": gettext("This cannot be written at that place of the text. Please change the text itself."),
        "not-an-edit": gettext("That was not understood. Nothing was changed."),
    }
    return sentences[code] % params
