"""Pages of an attempt: the briefing, its runs, the proposal, the decision, and what the trainee says to it."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from people.models import User
from people.queries import Look, list_looks
from people.services.auditing import record_look
from scoring.models import Attempt, Remark
from scoring.queries.certification import attempts_visible_to, certificates_visible_to, programmes_for
from scoring.services.attempts import (
    attempts_at,
    begin_attempt,
    check_open,
    is_played,
    repeat_run,
    role_in,
    start_next,
)
from scoring.services.deciding import remark_on, review_critical, rule_on, settle_proposal
from scoring.services.declining import Declined
from simulator.sentences import explain_refusal
from simulator.services import Refused
from trainer_ui.certification_texts import explain_declined
from trainer_ui.certifications import (
    name_person,
    name_standing,
    name_state,
    name_verdict,
    show_proposal,
    show_steps,
    show_terms,
)
from trainer_ui.looking import user_of
from trainer_ui.renewals import list_renewals


@require_GET
@never_cache
@login_required
def show_own(request: HttpRequest) -> HttpResponse:
    """What one can be certified for, what one tried, and what one has."""
    user = user_of(request)
    attempts = attempts_visible_to(user).filter(trainee=user).prefetch_related("runs__run", "rulings")
    certificates = certificates_visible_to(user).filter(holder=user)
    context = {
        "renewals": list_renewals(user),
        "programmes": list(programmes_for(user)),
        "attempts": [(each, name_state(each)) for each in attempts],
        "certificates": [(each, name_standing(each)) for each in certificates],
    }
    return render(request, "trainer_ui/own_certifications.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def begin(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The briefing: what is asked for, what is recorded and why. Posting it begins the attempt."""
    trainee, language = user_of(request), get_language() or "de"
    programme = get_object_or_404(programmes_for(trainee), pk=programme_id)
    error = ""
    if request.method == "POST":
        checked = {
            "socket": request.POST.get("socket") == "ok",
            "browser": request.META.get("HTTP_USER_AGENT", "")[:200],
        }
        try:
            attempt = begin_attempt(
                programme, trainee=trainee, acknowledged="acknowledged" in request.POST, checked=checked
            )
            return redirect("trainer_ui:attempt", attempt.pk)
        except Declined as declined:
            error = explain_declined(declined)
    earlier = list(attempts_at(programme, trainee=trainee))
    if earlier and not earlier[-1].verdict:
        return redirect("trainer_ui:attempt", earlier[-1].pk)
    closed = ""
    try:
        check_open(max(programme.versions.all(), key=lambda each: each.number), earlier)
    except Declined as declined:
        closed = explain_declined(declined)
    context = {
        "programme": programme,
        "shown": show_terms(programme, language=language),
        "error": error,
        "closed": closed,
        "number": len(earlier) + 1,
    }
    return render(request, "trainer_ui/attempt_begin.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_attempt(request: HttpRequest, attempt_id: int) -> HttpResponse:
    """An attempt, as its trainee or as somebody who decides or reads. Posting does one of ACTIONS."""
    user, language = user_of(request), get_language() or "de"
    attempt = get_object_or_404(attempts_visible_to(user), pk=attempt_id)
    error, typed = "", {}
    if request.method == "POST":
        action = ACTIONS.get(request.POST.get("do", ""))
        if action is None:
            raise Http404
        try:
            return action(request, attempt, user)
        except Declined as declined:
            if declined.code == "forbidden":
                raise Http404 from None
            error, typed = explain_declined(declined), request.POST
        except Refused as refused:
            error, typed = explain_refusal(refused.code, language=language, params=refused.params), request.POST
    record_look("attempt.looked_at", actor=user, about=attempt.trainee, attempt=attempt.pk)
    proposal = settle_proposal(attempt)
    rulings = attempt.rulings.select_related("by").order_by("pk")
    role = role_in(attempt, user)
    context = {
        "attempt": attempt,
        "person": name_person(attempt.trainee),
        "state": name_state(attempt),
        "is_own": attempt.trainee_id == user.pk,
        "role": role,
        "is_coach": attempt.version.programme.cohort.memberships.filter(user=user, role="coach").exists(),
        "may_rule": bool(role)
        and proposal is not None
        and not attempt.verdict
        and not rulings.filter(by=user).exists(),
        "is_whole": is_played(attempt),
        "steps": show_steps(attempt, language=language),
        "proposal": None if proposal is None else show_proposal(proposal, attempt),
        "rulings": [(each, name_person(each.by), name_verdict(each.verdict)) for each in rulings],
        "remarks": attempt.remarks.order_by("pk"),
        "looks": _list_looks(attempt) if attempt.trainee_id == user.pk else (),
        "error": error,
        "typed": typed,
    }
    return render(request, "trainer_ui/attempt.html", context, status=200 if not error else 409)


def _list_looks(attempt: Attempt) -> list[Look]:
    looks = list_looks(attempt.trainee, verb="attempt.looked_at")
    return [each for each in looks if each.data["attempt"] == attempt.pk]


def _play(request: HttpRequest, attempt: Attempt, user: User) -> HttpResponse:
    return redirect("trainer_ui:desk", start_next(attempt, trainee=user).pk)


def _repeat(request: HttpRequest, attempt: Attempt, user: User) -> HttpResponse:
    repeat_run(attempt, place=_number(request, "place"), actor=user)
    messages.success(request, gettext("The run counts no more and can be played again. The attempt is not lost."))
    return redirect("trainer_ui:attempt", attempt.pk)


def _review(request: HttpRequest, attempt: Attempt, user: User) -> HttpResponse:
    review_critical(
        attempt,
        place=_number(request, "place"),
        reply=_number(request, "reply"),
        rule=request.POST.get("rule", ""),
        upheld=request.POST.get("upheld") == "1",
        reason=request.POST.get("reason", ""),
        coach=user,
    )
    return redirect("trainer_ui:attempt", attempt.pk)


def _rule(request: HttpRequest, attempt: Attempt, user: User) -> HttpResponse:
    rule_on(attempt, verdict=request.POST.get("verdict", ""), reason=request.POST.get("reason", ""), by=user)
    if attempt.verdict:
        messages.success(request, gettext("Decided."))
    else:
        messages.success(request, gettext("Noted. A second person has to decide the same."))
    return redirect("trainer_ui:attempt", attempt.pk)


def _remark(request: HttpRequest, attempt: Attempt, user: User) -> HttpResponse:
    kind = Remark.APPEAL if "appeal" in request.POST else Remark.COMMENT
    remark_on(attempt, kind=kind, text=request.POST.get("text", ""), trainee=user)
    return redirect("trainer_ui:attempt", attempt.pk)


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    if not given.isascii() or not given.isdecimal() or len(given) > 9:
        raise Http404
    return int(given)


Action = Callable[[HttpRequest, Attempt, User], HttpResponse]
ACTIONS: dict[str, Action] = {"play": _play, "repeat": _repeat, "review": _review, "rule": _rule, "remark": _remark}
"""What the forms of an attempt's page do; the services say who may."""
