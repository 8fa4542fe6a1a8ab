"""House profiles: the company's own guide as a form, and as the text that it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from people.models import Cohort
from scenarios.core.decoding import MOST_BYTES
from scenarios.core.house.comments import keep_comments
from scenarios.core.house.sheets import Sheet, find_paths, read_sheet, write_sheet
from scenarios.core.problems import ERROR, HINT, Problem
from scenarios.core.vocabulary import LANGUAGES
from scenarios.models import HouseProfile, ProfileVersion
from scenarios.problem_texts import explain
from scenarios.queries import list_last_profiles, list_profile_versions, profiles_of
from scenarios.services.linting import lint_profile
from scenarios.services.profiles import FILE, ProfileRefused, begin_profile, save_profile
from trainer_ui.core.template_files import LARGEST_FILE, read_file
from trainer_ui.looking import choose_cohort, find_cohorts, user_of
from trainer_ui.profile_sheets import (
    MOST_ROWS,
    SECTIONS,
    WORDS,
    make_first_sheet,
    make_rows,
    name_choices,
    name_field,
    read_posted,
)
from trainer_ui.template_texts import explain_problem

LIMITS = {"text": MOST_BYTES // 1024}


@require_GET
@never_cache
@login_required
def show_profiles(request: HttpRequest) -> HttpResponse:
    coach = user_of(request)
    cohorts = find_cohorts(coach)
    shown = [{"profile": each.profile, "last": each} for each in list_last_profiles(coach)]
    return render(request, "trainer_ui/profiles.html", {"profiles": shown, "cohorts": cohorts, "languages": LANGUAGES})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def add_profile(request: HttpRequest) -> HttpResponse:
    """The form of a profile that is not there yet."""
    cohort = choose_cohort(request, find_cohorts(user_of(request)))
    asked = request.POST.get("language") or request.GET.get("language") or get_language() or ""
    language = asked if asked in LANGUAGES else LANGUAGES[0]
    if request.method == "POST":
        return _take(request, cohort=cohort, profile=None, before={}, language=language)
    return _show(request, make_first_sheet(language), cohort=cohort, profile=None, language=language)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_profile(request: HttpRequest, profile_id: int) -> HttpResponse:
    """The form of a profile as it last was; posting makes its next version."""
    profile, last = find_profile(request, profile_id)
    before = read_sheet(last.text)
    if request.method == "POST":
        return _take(request, cohort=profile.cohort, profile=profile, before=before, language=profile.language)
    problems = lint_profile(last.text.encode(), file=FILE)[1]
    return _show(
        request,
        before,
        cohort=profile.cohort,
        profile=profile,
        language=profile.language,
        text=last.text,
        problems=problems,
    )


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_text(request: HttpRequest, profile_id: int | None = None) -> HttpResponse:
    """A profile as text: written here or brought as a file; what is wrong is told by its line."""
    profile, last = find_profile(request, profile_id) if profile_id else (None, None)
    cohort = profile.cohort if profile else choose_cohort(request, find_cohorts(user_of(request)))
    text, base, problems, refused = last.text if last else "", last.number if last else 0, list[Problem](), ""
    if request.method == "POST":
        sent = request.FILES.get("file")
        given = sent.read(MOST_BYTES + 1) if sent else request.POST.get("text", "").replace("\r\n", "\n").encode()
        text, base = given[:MOST_BYTES].decode("utf-8-sig", "replace"), _read_number(request.POST.get("base"))
        try:
            kept = _keep(request, profile, cohort=cohort, text=text, base=base)
            messages.success(request, gettext("Version %(number)s is kept.") % {"number": kept.number})
            return redirect("trainer_ui:profile", kept.profile_id)
        except ProfileRefused as fault:
            problems, refused = fault.problems, explain_profile(fault.code)
    language = get_language() or "de"
    said = [{"line": each.line, "text": explain(each, language=language)} for each in problems]
    context = {"profile": profile, "cohort": cohort, "text": text, "base": base, "problems": said, "refused": refused}
    return render(request, "trainer_ui/profile_text.html", context)


@require_GET
@login_required
def send_profile(request: HttpRequest, profile_id: int, number: int) -> HttpResponse:
    """One version as the file that it is."""
    profile, _ = find_profile(request, profile_id)
    version = get_object_or_404(profile.versions, number=number)
    response = HttpResponse(version.text, content_type="application/yaml; charset=utf-8")
    name = f"{read_sheet(version.text).get('key', 'profile')}.{profile.language}.v{number}.yaml"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def find_profile(request: HttpRequest, profile_id: int) -> tuple[HouseProfile, ProfileVersion]:
    """One of the coach's cohorts, with its newest version."""
    profile = get_object_or_404(profiles_of(user_of(request)), pk=profile_id)
    return profile, list_profile_versions(profile)[0]


def explain_profile(code: str) -> str:
    return {
        "forbidden": gettext("You cannot write this profile."),
        "conflict": gettext(
            "Somebody has saved this profile meanwhile. What you typed is still here; look at what they changed, "
            "then save again."
        ),
        "language": gettext("A profile keeps its language. Begin another one for the other language."),
        "bad_text": gettext("There is a character in what is new that cannot be stored."),
        "too_many": gettext("Your cohort has as many profiles as there can be."),
        "problems": gettext("Nothing is kept yet: please look at what is marked."),
    }[code]


def _take(
    request: HttpRequest, *, cohort: Cohort, profile: HouseProfile | None, before: Sheet, language: str
) -> HttpResponse:
    sheet = read_posted(request.POST, before=before, language=language)
    table = _take_table(request, sheet, language=language)
    try:
        text = write_sheet(sheet)
        text = keep_comments(list_profile_versions(profile)[0].text, text) if profile else text
    except ValueError:
        text, table = "", [*table, gettext("There is a character in it that cannot be stored.")]
    more = next((name for name in SECTIONS if f"more-{name}" in request.POST), "")
    base, problems, refused = _read_number(request.POST.get("base")), list[Problem](), ""
    if not table and not more:
        try:
            kept = _keep(request, profile, cohort=cohort, text=text, base=base)
            messages.success(request, gettext("Version %(number)s is kept.") % {"number": kept.number})
            return redirect("trainer_ui:profile", kept.profile_id)
        except ProfileRefused as fault:
            problems, refused = fault.problems, explain_profile(fault.code)
            if fault.code == "conflict" and profile is not None:
                base = list_profile_versions(profile)[0].number
    elif not more:
        problems = lint_profile(text.encode(), file=FILE)[1] if text else []
        refused = explain_profile("problems")
    return _show(
        request, sheet, cohort=cohort, profile=profile, language=language, text=text, problems=problems,
        refused=refused, table=table, more=more, base=base,
    )  # fmt: skip


def _keep(
    request: HttpRequest, profile: HouseProfile | None, *, cohort: Cohort, text: str, base: int
) -> ProfileVersion:
    notes, coach = request.POST.get("notes", ""), user_of(request)
    if profile is None:
        return begin_profile(cohort=cohort, by=coach, text=text, notes=notes)
    return save_profile(profile, by=coach, text=text, base=base, notes=notes)


def _take_table(request: HttpRequest, sheet: Sheet, *, language: str) -> list[str]:
    """Puts the templates of a table beside those of the form, or says what is wrong with it."""
    sent = request.FILES.get("table")
    if sent is None:
        return []
    rows, problems = read_file(sent.read(LARGEST_FILE + 1), language=language)
    if problems:
        return [explain_problem(each) for each in problems[:30]]
    templates: dict[str, Any] = dict(sheet.get("templates", {}))
    titles = {str(item["title"]).casefold(): key for key, item in templates.items()}
    for row in rows:
        if row.language == language:
            key = titles.get(row.title.casefold()) or f"t-{row.line}"
            while key in templates and row.title.casefold() not in titles:
                key += "-b"
            templates[key] = {"title": row.title, "text": row.text}
    if len(templates) > MOST_ROWS["templates"]:
        return [gettext("That is too many: at most %(most)s templates.") % {"most": MOST_ROWS["templates"]}]
    if templates:
        sheet["templates"] = templates
    return []


def _show(
    request: HttpRequest,
    sheet: Sheet,
    *,
    cohort: Cohort,
    profile: HouseProfile | None,
    language: str,
    text: str = "",
    problems: Sequence[Problem] = (),
    refused: str = "",
    table: Sequence[str] = (),
    more: str = "",
    base: int | None = None,
) -> HttpResponse:
    faults, others = _sort_problems(problems, text=text, is_about_errors=bool(refused))
    versions = list(list_profile_versions(profile)) if profile else []
    lexicon: Mapping[str, Any] = sheet.get("lexicon", {})
    context = {
        "profile": profile,
        "cohort": cohort,
        "language": language,
        "sheet": sheet,
        "faults": faults,
        "others": others,
        "refused": refused,
        "table": table,
        "base": base if base is not None else versions[0].number if versions else 0,
        "versions": versions,
        "choices": name_choices(language),
        "sections": {name: make_rows(sheet, name, faults=faults, more=name == more) for name in SECTIONS},
        "more": more,
        "private_addresses": "\n".join(sheet.get("private_addresses", ())),
        "words": {rule: "\n".join(lexicon.get(rule, ())) for rule in WORDS},
        "word_faults": {rule: faults.get(f"words-{rule}", ()) for rule in WORDS},
        "notes": request.POST.get("notes", ""),
    }
    return render(request, "trainer_ui/profile.html", context)


def _sort_problems(
    problems: Sequence[Problem], *, text: str, is_about_errors: bool
) -> tuple[dict[str, list[str]], list[str]]:
    """(field → sentences, sentences about the whole). Where something keeps the profile back, only that is told."""
    language, faults, others = get_language() or "de", defaultdict[str, list[str]](list), list[str]()
    told = [each for each in problems if each.severity == ERROR or (not is_about_errors and each.severity != HINT)]
    for problem, path in zip(told, find_paths(text, told), strict=True):
        field, said = name_field(path), explain(problem, language=language)
        (faults[field] if field else others).append(said)
    return dict(faults), others


def _read_number(given: str | None) -> int:
    return int(given) if given and given.isascii() and given.isdecimal() and len(given) < 9 else 0
