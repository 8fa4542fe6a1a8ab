"""The page of one's own templates: written here or brought in a table, taken along, deleted. Nobody sees another's."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from scenarios.core.vocabulary import LANGUAGES
from simulator.queries import list_own_templates
from simulator.services import BadTemplate, change_template, delete_template, delete_templates, keep_templates
from simulator.services.own_templates import LONGEST_TEMPLATE, LONGEST_TITLE, Written, find_fault
from trainer_ui.core.template_files import LARGEST_FILE, Problem, read_file, write_file
from trainer_ui.core.template_parts import cut_template
from trainer_ui.looking import user_of
from trainer_ui.template_texts import explain_fault, explain_problem

PROBLEMS_SHOWN = 30


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_templates(request: HttpRequest) -> HttpResponse:
    """The templates in one language. Posting adds one, or brings in a table; what is wrong stands beside the field."""
    language = _read_language(request)
    if request.method == "GET":
        return _render(request, language)
    if "file" in request.POST:
        return _take_table(request, language)
    title, text = request.POST.get("title", ""), request.POST.get("text", "")
    try:
        # A browser sends lines as forms do, and they are kept as everybody else writes them.
        is_new = keep_templates(user_of(request), [Written(language, title, _unify(text))])
    except BadTemplate as fault:
        return _render(request, language, added={"title": title, "text": text, "fault": explain_fault(fault.code)})
    messages.success(request, gettext("The template is kept.") if is_new else gettext("The template is replaced."))
    return redirect(_address(language))


@require_POST
@login_required
def change_one(request: HttpRequest, template_id: int) -> HttpResponse:
    """One template gets other words, or goes."""
    user, language = user_of(request), _read_language(request)
    if "delete" in request.POST:
        delete_template(template_id, owner=user)
        messages.success(request, gettext("The template is deleted."))
        return redirect(_address(language))
    title, text = request.POST.get("title", ""), _unify(request.POST.get("text", ""))
    try:
        change_template(template_id, owner=user, title=title, text=text)
    except BadTemplate as fault:
        if fault.code == "unknown":
            raise Http404 from None
        changed = {"pk": template_id, "title": title, "text": text, "fault": explain_fault(fault.code)}
        return _render(request, language, changed=changed)
    messages.success(request, gettext("The template is changed."))
    return redirect(_address(language))


@require_POST
@login_required
def delete_all(request: HttpRequest) -> HttpResponse:
    """All in one language."""
    language = _read_language(request)
    delete_templates(user_of(request), language=language)
    messages.success(request, gettext("The templates are deleted."))
    return redirect(_address(language))


@require_GET
@login_required
def send_templates(request: HttpRequest) -> HttpResponse:
    """All one's templates as the table that can be brought in again."""
    rows = [(each.language, each.title, each.text) for each in list_own_templates(user_of(request))]
    response = HttpResponse(write_file(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="templates.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def _take_table(request: HttpRequest, language: str) -> HttpResponse:
    """All rows of it, or none."""
    sent = request.FILES.get("table")
    if sent is None:
        return _render(request, language, problems=[Problem(0, "no_file")])
    rows, problems = read_file(sent.read(LARGEST_FILE + 1), language=language)
    written = [Written(row.language, row.title, row.text) for row in rows]
    faults = ((row.line, find_fault(each)) for row, each in zip(rows, written, strict=True))
    problems = sorted(
        [*problems, *(Problem(line, fault) for line, fault in faults if fault)], key=lambda each: each.line
    )
    if not problems and not rows:
        problems = [Problem(0, "no_rows")]
    if problems:
        return _render(request, language, problems=problems)
    try:
        keep_templates(user_of(request), written)
    except BadTemplate as fault:
        return _render(request, language, problems=[Problem(0, fault.code)])
    count = len(rows)
    said = ngettext("%(count)s template is taken over.", "%(count)s templates are taken over.", count)
    messages.success(request, said % {"count": count})
    return redirect(_address(language if any(row.language == language for row in rows) else rows[0].language))


def _render(
    request: HttpRequest,
    language: str,
    *,
    added: Mapping[str, Any] | None = None,
    changed: Mapping[str, Any] | None = None,
    problems: list[Problem] | None = None,
) -> HttpResponse:
    kept = list_own_templates(user_of(request), language=language)
    problems = problems or []
    context = {
        "language": language,
        "languages": LANGUAGES,
        "templates": [
            {
                "pk": each.pk,
                "title": each.title,
                "text": each.text,
                "parts": cut_template(each.text),
                "edited": changed if changed and changed["pk"] == each.pk else None,
            }
            for each in kept
        ],
        "added": added,
        "problems": [explain_problem(each) for each in problems[:PROBLEMS_SHOWN]],
        "more_problems": max(0, len(problems) - PROBLEMS_SHOWN),
        "longest_title": LONGEST_TITLE,
        "longest_text": LONGEST_TEMPLATE,
    }
    return render(request, "trainer_ui/templates.html", context)


def _read_language(request: HttpRequest) -> str:
    asked = request.POST.get("language") or request.GET.get("language") or get_language() or LANGUAGES[0]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _address(language: str) -> str:
    return f"{reverse('trainer_ui:templates')}?language={language}"


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
