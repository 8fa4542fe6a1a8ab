"""Who asks for a page, and which run and cohort of theirs it is about."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest

from people.models import Cohort, Role, User
from people.queries import cohorts_of
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


def find_cohorts(coach: User) -> list[Cohort]:
    """The cohorts that somebody coaches; for who coaches none, there is no such page."""
    cohorts = list(cohorts_of(coach, role=Role.COACH).order_by("name"))
    if not cohorts:
        raise Http404
    return cohorts


def choose_cohort(request: HttpRequest, cohorts: Sequence[Cohort]) -> Cohort:
    """The one of `cohorts` that is asked for, the first where none is; 404 for one that is not among them."""
    asked = request.POST.get("cohort") or request.GET.get("cohort", "")
    if not asked:
        return cohorts[0]
    found = next((each for each in cohorts if str(each.pk) == asked), None)
    if found is None:
        raise Http404
    return found


def read_id(text: str) -> int | None:
    """The id that `text` names; None for what can be none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
