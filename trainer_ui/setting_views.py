"""What somebody sets at the desk for themselves, on its way to their account. The desk alone knows what it means."""

import json
from typing import Annotated

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST
from pydantic import AfterValidator, Field, ValidationError

from people.services import TooMuch, keep_desk_setting
from simulator.core.events import actor_of
from simulator.messages import Message, Name
from trainer_ui.beside import may_ask
from trainer_ui.draft_views import find_allowance
from trainer_ui.looking import user_of

LONGEST_VALUE = 16_000


def _refuse_odd(text: str) -> str:
    """Raises ValueError for what is no JSON, is nested without end, or cannot be written down as one's own data."""
    try:
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return text


Value = Annotated[str, Field(max_length=LONGEST_VALUE), AfterValidator(_refuse_odd)]


class SentSetting(Message):
    """`value` is JSON as text, None to forget it. `owner` is whose desk it is, as the page was told."""

    owner: Name
    name: Annotated[str, Field(pattern=r"^(keys|single-keys-off|prefer:[a-z]{1,16}|macro:[a-z0-9-]{1,64})$")]
    value: Value | None


@require_POST
@login_required
def keep_setting(request: HttpRequest) -> HttpResponse:
    """204: kept. 409: it is somebody else who is signed in by now, or there is no room for more."""
    user = user_of(request)
    if not may_ask(find_allowance(user.pk)):
        return HttpResponse(status=429)
    try:
        sent = SentSetting.model_validate_json(request.body)
    except ValidationError:
        return HttpResponse(status=400)
    if sent.owner != actor_of(user.pk):
        return HttpResponse(status=409)
    try:
        keep_desk_setting(user, name=sent.name, value=sent.value)
    except TooMuch:
        return HttpResponse(status=409)
    return HttpResponse(status=204)
