"""What the desk asks beside the socket: a message of its own, answered with JSON; a refusal says why in its reader's
words.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http import HttpRequest, JsonResponse
from pydantic import ValidationError

from people.models import User
from simulator.allowance import Allowance
from simulator.messages import MAX_FRAME_BYTES, Message
from simulator.sentences import explain_refusal
from simulator.services import Refused, clock
from trainer_ui.looking import user_of

Asked = TypeVar("Asked", bound=Message)


def fill_allowance(*, per_second: float, burst: float) -> Allowance:
    """In memory, not in the cache: without Redis that is small, and what counts failed sign-ins is in it."""
    return Allowance(now=clock.process_ms() / 1000, per_second=per_second, burst=burst)


def may_ask(allowance: Allowance) -> bool:
    """Takes one message out of somebody's `allowance`."""
    return allowance.spend(now=clock.process_ms() / 1000)


def answer_message(
    request: HttpRequest,
    message: type[Asked],
    answer: Callable[[Asked], Mapping[str, Any]],
    *,
    allowance: Allowance,
    statuses: Mapping[str, int],
) -> JsonResponse:
    """What `answer` says to the request's message. `statuses` are those of codes that it refuses with, 400 for all
    others; too much or too often is refused before it is read."""
    user = user_of(request)
    if not may_ask(allowance):
        return JsonResponse({"code": "too_often"}, status=429)
    if len(request.body) > MAX_FRAME_BYTES:
        return _refuse(user, "bad_frame", status=413)
    try:
        return JsonResponse(answer(message.model_validate_json(request.body)))
    except ValidationError:
        return _refuse(user, "bad_frame", status=400)
    except Refused as refusal:
        return _refuse(user, refusal.code, status=statuses.get(refusal.code, 400), params=refusal.params)


def _refuse(user: User, code: str, *, status: int, params: Any = None) -> JsonResponse:
    message = explain_refusal(code, language=user.language, params=params)
    return JsonResponse({"code": code, "message": message}, status=status)
