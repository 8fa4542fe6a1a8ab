"""A shipped scenario in the clothes of one's own house: chosen, fitted, looked at, published."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from people.models import User
from scenarios.core.house.dressing import Fitting, guess_fitting
from scenarios.core.problems import ERROR, HINT
from scenarios.core.timeline import Brand
from scenarios.core.variables import fill
from scenarios.models import ProfileVersion
from scenarios.problem_texts import explain
from scenarios.queries import load_timeline, tell_about, versions_visible_to
from scenarios.services.linting import lint_profile
from scenarios.services.profiles import FILE, Dressed, dress_version, publish_dressed
from scenarios.services.publish import NotPublishable
from trainer_ui.looking import user_of
from trainer_ui.profile_views import find_profile
from trainer_ui.shelves import make_offer

POSTS_SHOWN = 4


@require_GET
@never_cache
@login_required
def show_choice(request: HttpRequest, profile_id: int) -> HttpResponse:
    """What the profile can be put on: every shipped scenario in its language."""
    profile, last = find_profile(request, profile_id)
    language = get_language() or "de"
    versions = list(_list_shipped(user_of(request), language=profile.language))
    abouts = tell_about(versions)
    offers = sorted(
        (make_offer(each, abouts[each.pk], language=language) for each in versions if not abouts[each.pk].is_guided),
        key=lambda offer: (bool(offer.about.drill), offer.title.casefold()),
    )
    worn = set(profile.cohort.scenarios.filter(trial=None, language=profile.language).values_list("key", flat=True))
    shown = [{"offer": offer, "is_worn": offer.version.scenario.key in worn} for offer in offers]
    return render(request, "trainer_ui/profile_use.html", {"profile": profile, "last": last, "offers": shown})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def dress(request: HttpRequest, profile_id: int, version_id: int) -> HttpResponse:
    """How the scenario would be: which channel and desk becomes which, what lint says; posting publishes it."""
    profile, last = find_profile(request, profile_id)
    version = get_object_or_404(_list_shipped(user_of(request), language=profile.language).defer(None), pk=version_id)
    house = _read_house(last)
    timeline = load_timeline(version)
    fitting = _read_fitting(request, guess_fitting(timeline, house), house)
    if request.method == "POST" and "publish" in request.POST:
        note = gettext("In the clothes of %(name)s, version %(number)s") % {"name": profile.name, "number": last.number}
        try:
            published = publish_dressed(last, version=version, fitting=fitting, by=user_of(request), note=note)
            messages.success(request, gettext("Your edition is published: your cohort finds it among the scenarios."))
            return redirect(reverse("trainer_ui:brief", args=[published.pk]))
        except NotPublishable:
            pass  # The page says what is wrong.
    dressed = dress_version(last, version=version, fitting=fitting)
    language = get_language() or "de"
    told = [each for each in dressed.problems if each.severity != HINT or each.code == "model-weak"]
    context = {
        "profile": profile,
        "last": last,
        "offer": make_offer(version, tell_about([version])[version.pk], language=language),
        "errors": [explain(each, language=language) for each in told if each.severity == ERROR],
        "warnings": [
            {"line": each.line, "text": explain(each, language=language)} for each in told if each.severity != ERROR
        ],
        "house": house,
        "rows": _list_rows(fitting, timeline.brand, house),
        "posts": _list_posts(dressed),
        "changes_address": timeline.brand.address != house.address,
        "worn": timeline.brand,
    }
    return render(request, "trainer_ui/profile_dress.html", context)


def _list_shipped(user: User, *, language: str):  # type: ignore[no-untyped-def]  # a QuerySet of versions
    return versions_visible_to(user).filter(scenario__cohort=None, scenario__language=language)


def _read_house(last: ProfileVersion) -> Brand:
    brand, _ = lint_profile(last.text.encode(), file=FILE)
    if brand is None:
        raise ValueError(f"{last} cannot be read any more")
    return brand


def _read_fitting(request: HttpRequest, guessed: Fitting, house: Brand) -> Fitting:
    """What was chosen, where it is one of the house's; else the guess."""
    channels, desks = {each.key for each in house.channels}, {"", *(each.key for each in house.desks)}
    chosen_channels = {key: request.POST.get(f"channel-{key}", guess) for key, guess in guessed.channels.items()}
    chosen_desks = {key: request.POST.get(f"desk-{key}", guess) for key, guess in guessed.desks.items()}
    return Fitting(
        {key: name if name in channels else guessed.channels[key] for key, name in chosen_channels.items()},
        {key: name if name in desks else guessed.desks[key] for key, name in chosen_desks.items()},
    )


def _list_rows(fitting: Fitting, worn: Brand, house: Brand) -> dict[str, list[dict[str, object]]]:
    return {
        "channels": [
            {
                "field": f"channel-{each.key}",
                "worn": each,
                "chosen": fitting.channels[each.key],
                "options": house.channels,
            }
            for each in worn.channels
        ],
        "desks": [
            {"field": f"desk-{each.key}", "worn": each, "chosen": fitting.desks[each.key], "options": house.desks}
            for each in worn.desks
        ],
    }


def _list_posts(dressed: Dressed) -> list[dict[str, str]]:
    """The first posts as they read now, each with its channel's new name."""
    timeline = dressed.timeline
    if timeline is None:
        return []
    names = {each.key: each.name for each in timeline.brand.channels}
    threads = {each.key: names[each.channel] for each in timeline.threads}
    values = {"brand": timeline.brand.name}
    shown = [each for each in timeline.posts if each.at_ms is not None and each.thread in threads]
    shown.sort(key=lambda each: each.at_ms or 0)
    return [{"channel": threads[each.thread], "text": fill(each.text, values)} for each in shown[:POSTS_SHOWN]]
