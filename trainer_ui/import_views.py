"""Import in the browser: a file becomes a draft, and what may be somebody's is decided before it is published.

Rule kept here: the file is read while the request lasts and then forgotten; sync views have a thread of their own.
"""

import re
from collections.abc import Mapping, Sequence

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from people.models import Cohort
from scenarios.core.importing.convert import Imported, Makers, convert_sources
from scenarios.core.importing.exercise import FIELDS, MOST_COLUMNS, NEEDED, Columns, show_column
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.table import LARGEST_FILE
from scenarios.core.importing.wishes import Wishes
from scenarios.core.scalars import is_key
from scenarios.importing.fake_people import FakePeople, name_company
from scenarios.importing.sentences import explain_refusal, report_import
from scenarios.importing.source_files import make_source
from scenarios.services.drafts import DraftRefused, holder_of
from scenarios.services.imports import decide_doubts, forget_mapping, keep_import, read_mapping, review_of
from scenarios.services.review import NotReviewable
from trainer_ui.editor_views import find_draft
from trainer_ui.editors import explain_draft
from trainer_ui.import_texts import explain_why, list_contexts, name_columns
from trainer_ui.looking import choose_cohort, find_cohorts, read_id, user_of

MOST_THREADS, USUAL_THREADS = 200, 20
REPORT = "import-report-{}"
MOST_LINES = 60


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_import(request: HttpRequest) -> HttpResponse:
    """The form; posting makes a draft of the file."""
    cohorts = find_cohorts(user_of(request))
    cohort, refused = choose_cohort(request, cohorts), ""
    if request.method == "POST" and "forget" in request.POST:
        forget_mapping(cohort, by=user_of(request))
        return redirect("trainer_ui:import")
    if request.method == "POST":
        language = get_language() or "de"
        try:
            columns = _read_columns(request, cohort) or read_mapping(cohort)
            imported = _convert(request, columns=columns)
            draft = keep_import(imported, cohort=cohort, by=user_of(request))
            chosen = bool(request.POST.get("brand", "").strip())
            lines = report_import(imported.ledger, brand_was_chosen=chosen, skip=0, language=language)
            request.session[REPORT.format(draft.pk)] = lines[:MOST_LINES]
            return redirect("trainer_ui:import_review", draft.pk)
        except ImportRefused as reason:
            refused = explain_refusal(reason, language=language)
    return render(request, "trainer_ui/import.html", _describe_form(request, cohort, cohorts, refused=refused))


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show_review(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What may be somebody's, each with where it stands; posting decides."""
    draft = find_draft(request, draft_id)
    language = get_language() or "de"
    try:
        found = review_of(draft)
    except NotReviewable as nothing:
        if all(problem.code == "no-review" for problem in nothing.problems):
            raise Http404 from None
        messages.error(request, gettext("The draft has errors. Please mend them in the editor first."))
        return redirect("trainer_ui:editor", draft.pk)
    if request.method == "POST":
        numbers = [number for number, _ in found.open_doubts]
        replaced = {
            number: request.POST.get(f"words-{number}", "").strip()[:200]
            for number in numbers
            if request.POST.get(f"doubt-{number}") == "replace" and request.POST.get(f"words-{number}", "").strip()
        }
        kept = [number for number in numbers if request.POST.get(f"doubt-{number}") == "keep"]
        is_all = "all" in request.POST and len(replaced) + len(kept) == len(numbers)
        if request.POST.get("edition") != str(draft.edition):
            messages.error(request, explain_draft("conflict"))
        elif "all" in request.POST and not is_all:
            messages.error(request, gettext("Please decide on every place first."))
            return _render_review(request, draft_id, language=language)
        else:
            try:
                decide_doubts(draft, by=user_of(request), replaced=replaced, kept=kept, is_all=is_all)
                messages.success(request, gettext("Decided, and saved in the draft."))
            except DraftRefused as refused:
                messages.error(request, explain_draft(refused.code, holder=holder_of(draft, now=timezone.now())))
        return redirect("trainer_ui:import_review", draft.pk)
    return _render_review(request, draft_id, language=language)


def _render_review(request: HttpRequest, draft_id: int, *, language: str) -> HttpResponse:
    draft = find_draft(request, draft_id)
    found = review_of(draft)
    doubts = [
        {
            "number": number,
            "words": doubt.words,
            "why": explain_why(doubt.why, language=language),
            "suggestion": request.POST.get(f"words-{number}", doubt.suggestion),
            "chosen": request.POST.get(f"doubt-{number}", ""),
            "contexts": list_contexts(draft.text, doubt.words),
        }
        for number, doubt in found.open_doubts
    ]
    context = {
        "draft": draft,
        "doubts": doubts,
        "review": found.review,
        "is_confirmed": found.is_confirmed,
        "lines": request.session.get(REPORT.format(draft.pk), []),
    }
    return render(request, "trainer_ui/import_review.html", context)


def _convert(request: HttpRequest, *, columns: Columns | None) -> Imported:
    given: Mapping[str, str] = request.POST
    files = request.FILES.getlist("file")
    if not files or len(files) > 3:
        raise ImportRefused("file_missing", file="")
    sources = [
        make_source(re.sub(r"[^\w.-]", "_", each.name or "")[-60:], each.read(LARGEST_FILE + 1)) for each in files
    ]
    title = given.get("title", "").strip()[:120]
    key = re.sub(r"[^a-z0-9]+", "-", f"imported {title}".lower()).strip("-")[:50].strip("-")
    wishes = Wishes(
        key=key if is_key(key) else "imported",
        brand=given.get("brand", "").strip()[:80] or None,
        brand_name=given.get("brand_name", "").strip()[:60] or None,
        aliases=tuple(line.strip() for line in given.get("aliases", "")[:2_000].splitlines() if line.strip()),
        limit=min(read_id(given.get("limit", "")) or USUAL_THREADS, MOST_THREADS),
        language=given["spoken"] if given.get("spoken") in ("de", "en") else None,
        title=title or None,
    )
    return convert_sources(
        sources,
        kind=None,
        columns=columns if any(each.sheets for each in sources) else None,
        wishes=wishes,
        brand_file="brand.yaml",
        makers=Makers(
            stand_ins_for=lambda spoken: FakePeople(seed=wishes.seed, language=spoken),
            name_company=lambda name, spoken: name_company(name, language=spoken),
        ),
    )


def _read_columns(request: HttpRequest, cohort: Cohort) -> Columns | None:
    """What was chosen by hand; None where nothing was, so that it is guessed or was kept."""
    given: Mapping[str, str] = request.POST
    letters = {name: given.get(f"column-{name}", "").strip().upper() for name in FIELDS}
    header = given.get("header", "")
    if not any(letters.values()):
        return None
    known = {show_column(at): at for at in range(MOST_COLUMNS)}
    columns = {name: known[letter] for name, letter in letters.items() if letter in known}
    missing = [name for name in NEEDED if name not in columns]
    if missing or not (header.isascii() and header.isdecimal() and len(header) < 5):
        raise ImportRefused("bad_mapping", file="", what=", ".join(missing) or "header")
    kept = read_mapping(cohort)
    return Columns(given.get("sheet", "").strip()[:100], int(header), columns, kept.channels if kept else {})


def _describe_form(
    request: HttpRequest, cohort: Cohort, cohorts: Sequence[Cohort], *, refused: str
) -> dict[str, object]:
    kept, posted = read_mapping(cohort), request.POST
    letters = {name: show_column(at) for name, at in kept.columns.items()} if kept else {}
    return {
        "cohort": cohort,
        "cohorts": cohorts,
        "refused": refused.splitlines(),
        "kept": kept,
        "columns": [
            {"name": name, "label": label, "value": posted.get(f"column-{name}", letters.get(name, ""))}
            for name, label in name_columns().items()
        ],
        "letters": [show_column(at) for at in range(MOST_COLUMNS)],
        "sheet": posted.get("sheet", kept.sheet if kept else ""),
        "header": posted.get("header", kept.header if kept else ""),
        "given": {
            name: posted.get(name, "") for name in ("brand", "brand_name", "aliases", "title", "limit", "spoken")
        },
        "kilobytes": min(LARGEST_FILE, settings.DATA_UPLOAD_MAX_MEMORY_SIZE) // 1000,
    }
