"""Pages on which coaches mark replies."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from people.models import User
from scoring.queries.queue import PostGroup, list_queue
from scoring.services import NoSuchFinding, NotYours
from scoring.services.marking import BadMark, give_mark
from trainer_ui.looking import find_cohorts, user_of
from trainer_ui.marking_forms import NoForm, explain, read_wish, refill
from trainer_ui.markings import (
    Filled,
    count_reasons,
    find_next,
    find_reply,
    is_undecided,
    list_scenarios,
    name_reply,
    show_cards,
)
from trainer_ui.rubrics import show_rubric
from trainer_ui.shelves import pick

BEFORE = "before"
"""The score's findings are shown before the coach has marked."""


@require_GET
@never_cache
@login_required
def show_queue(request: HttpRequest) -> HttpResponse:
    """What is to be marked, post by post; for who coaches nobody, there is no such page."""
    coach, language = user_of(request), get_language() or "de"
    find_cohorts(coach)
    groups = list_queue(coach)
    context = {
        "scenarios": list_scenarios(groups, coach=coach, language=language),
        "reasons": count_reasons(groups),
        "open": sum(len(group.list_open(coach)) for group in groups),
    }
    return render(request, "trainer_ui/marking.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def mark_post(request: HttpRequest, group_id: str) -> HttpResponse:
    """All replies to one post. Posting keeps one mark, and goes to the next reply; what is not taken stays typed."""
    coach = user_of(request)
    return answer(request, coach, list_queue(coach), group_id, base=reverse("trainer_ui:marking"))


def answer(
    request: HttpRequest, coach: User, groups: list[PostGroup], group_id: str, *, base: str, name: str = ""
) -> HttpResponse:
    """The page of one of `groups`; `base` is the address of the list that they stand in, `name` what it is called
    where it is not the queue."""
    group = next((each for each in groups if each.id == group_id), None)
    if group is None:
        raise Http404
    shows_findings = (request.POST.get("findings") or request.GET.get("findings")) == BEFORE
    sent: dict[str, Filled] = {}
    if request.method == "POST":
        token = request.POST.get("reply", "")
        reply = find_reply(group, token, coach=coach)
        if reply is None:
            raise Http404
        try:
            wish = read_wish(request.POST)
            give_mark(reply, wish, coach=coach, saw_findings=shows_findings)
        except (NoForm, NotYours, NoSuchFinding):
            raise Http404 from None
        except BadMark as problem:
            sent[token] = refill(wish, explain(problem, language=get_language() or "de"))
        else:
            query = {"saved": token, **({"findings": BEFORE} if shows_findings else {})}
            stays = not shows_findings and is_undecided(reply, group, coach=coach)
            place = (group, reply) if stays else find_next(groups, group, reply, coach=coach)
            if place is None:
                return redirect(f"{base}?{urlencode(query)}")
            anchor = f"#r-{name_reply(place[1], coach=coach)}"
            return redirect(f"{base}{place[0].id}/?{urlencode(query)}{anchor}")
    return show_group(request, coach, group, groups, sent, shows_findings=shows_findings, base=base, name=name)


def show_group(
    request: HttpRequest,
    coach: User,
    group: PostGroup,
    groups: list[PostGroup],
    sent: dict[str, Filled],
    *,
    shows_findings: bool,
    base: str,
    name: str,
) -> HttpResponse:
    language = get_language() or "de"
    asked, cards = show_cards(group, coach=coach, language=language, shows_findings=shows_findings, sent=sent)
    context = {
        "group": group,
        "asked": asked,
        "cards": cards,
        "rubric": show_rubric(group.timeline.weights, language=language),
        "title": pick(group.timeline.title, language),
        "language": group.timeline.language,
        "shows_findings": shows_findings,
        "open": len(group.list_open(coach)),
        "next": next((each for each in groups if each.id != group.id and each.list_open(coach)), None),
        "base": base,
        "name": name,
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "trainer_ui/marking_post.html", context, status=422 if sent else 200)
