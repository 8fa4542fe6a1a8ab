"""How the editor's questions are answered: a message is read, a verb of the draft is done, and what came of it or
why not is said. JSON both ways; a refusal says why in its reader's words and changes nothing.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from typing import Annotated, Any, TypeVar, cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from people.models import User
from scenarios.models import Draft
from scenarios.services.drafts import DraftRefused, holder_of
from scenarios.services.publish import NotPublishable
from simulator.allowance import Allowance
from trainer_ui.beside import fill_allowance, may_ask
from trainer_ui.editor_views import find_draft
from trainer_ui.editors import describe_saved, explain_draft
from trainer_ui.looking import user_of

PER_SECOND, BURST = 6.0, 40.0
"""Of a person, in each process: a check, a save and a patch a second are nobody's hurry."""
STATUS = {
    "held": 409,
    "conflict": 409,
    "forbidden": 404,
    "unknown_revision": 404,
    "too_large": 413,
    "not_rehearsed": 409,
}

Asked = TypeVar("Asked", bound=BaseModel)
Verb = Callable[[Draft, User, Asked], Mapping[str, Any]]
"""What `answers` makes a view of."""
Edition = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Sent(BaseModel):
    """A message of the editor."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SentText(Sent):
    """A whole text, as it stands in the browser."""

    text: str


@lru_cache(maxsize=4_096)
def find_allowance(user_id: int) -> Allowance:
    return fill_allowance(per_second=PER_SECOND, burst=BURST)


def answers(
    message: type[Asked], *, allow: Callable[[int], Allowance] = find_allowance
) -> Callable[[Verb[Asked]], Callable[[HttpRequest, int], JsonResponse]]:
    """Makes a view of a verb of a draft of the coach's, which says something to `message`; what cannot be read or may
    not be is refused."""

    def make_view(verb: Verb[Asked]) -> Callable[[HttpRequest, int], JsonResponse]:
        @require_POST
        @never_cache
        @login_required
        @wraps(verb)
        def view(request: HttpRequest, draft_id: int) -> JsonResponse:
            draft, user = find_draft(request, draft_id), user_of(request)
            if not may_ask(allow(user.pk)):
                return JsonResponse({"code": "too_often", "message": explain_draft("too_often")}, status=429)
            try:
                return JsonResponse(verb(draft, user, message.model_validate_json(request.body)))
            except ValidationError:
                return JsonResponse({"code": "bad_text", "message": explain_draft("bad_text")}, status=400)
            except DraftRefused as refused:
                return _refuse(draft, refused.code, viewer=user)
            except NotPublishable:
                return _refuse(draft, "not_publishable", viewer=user)

        return cast(Callable[[HttpRequest, int], JsonResponse], view)

    return make_view


def _refuse(draft: Draft, code: str, *, viewer: User) -> JsonResponse:
    """With what stands there now, where that is why."""
    draft.refresh_from_db()
    now = timezone.now()
    said: dict[str, Any] = {"code": code, "message": explain_draft(code, holder=holder_of(draft, now=now))}
    if code in ("conflict", "held"):
        said |= describe_saved(draft, viewer=viewer, now=now) | {"text": draft.text}
    return JsonResponse(said, status=STATUS.get(code, 400))
