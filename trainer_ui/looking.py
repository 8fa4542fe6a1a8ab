"""Who asks for a page, and which run they may see."""

from django.http import Http404, HttpRequest

from people.models import User
from simulator.models import Run
from simulator.queries import run_for


def find_run(request: HttpRequest, run_id: int) -> tuple[Run, str]:
    try:
        return run_for(user_of(request), run_id)
    except Run.DoesNotExist:
        raise Http404 from None


def user_of(request: HttpRequest) -> User:
    """Who asks; views behind `login_required` have somebody."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user
