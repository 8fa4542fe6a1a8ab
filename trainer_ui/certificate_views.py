"""Certificates: their file, their check page for anybody, what their holder shows, and revocation."""

import json
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from people.services.auditing import record
from scoring.core.sealing import seal
from scoring.models import Certificate
from scoring.queries.certification import certificates_visible_to, find_certificate, is_good
from scoring.services.certificates import revoke_certificate, set_shown
from scoring.services.declining import Declined
from scoring.services.sealing import NoKey, load_key
from trainer_ui.certification_texts import explain_declined
from trainer_ui.certifications import name_standing
from trainer_ui.looking import user_of
from trainer_ui.printing import NotPrinted, print_page


@require_GET
@never_cache
@login_required
def send_certificate(request: HttpRequest, certificate_id: int) -> HttpResponse:
    """The sealed PDF; where none can be made, a page that says so."""
    user, language = user_of(request), get_language() or "de"
    certificate = get_object_or_404(certificates_visible_to(user), pk=certificate_id)
    address = request.build_absolute_uri(reverse("trainer_ui:check", args=[certificate.public_id]))
    try:
        key = load_key()
        file = seal(print_page(_write_page(certificate, address)), payload=certificate.payload, key=key)
    except (NoKey, NotPrinted):
        return render(request, "trainer_ui/no_certificate_file.html", {"certificate": certificate}, status=503)
    record("certificate.sent", actor=user, about=certificate.holder, certificate=certificate.pk)
    response = HttpResponse(file, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="generalprobe-{certificate.pk}-{language}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
@never_cache
def check(request: HttpRequest, public_id: str) -> HttpResponse:
    """Whether a certificate is good, for whoever has its address; beyond that what its holder shows."""
    certificate = find_certificate(public_id)
    if certificate is None:
        raise Http404
    language = request.GET.get("language") or get_language()
    payload = json.loads(certificate.payload or "{}")
    context = {
        "certificate": certificate,
        "is_good": is_good(certificate),
        "name": payload.get("holder", "") if certificate.shows_name else "",
        "programme": payload.get("programme", "") if certificate.shows_programme else "",
    }
    with translation.override("en" if language == "en" else "de"):
        response = render(request, "trainer_ui/check.html", context)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


@require_POST
@login_required
def show_more(request: HttpRequest, certificate_id: int) -> HttpResponse:
    """Its holder says what the check page shows."""
    user = user_of(request)
    certificate = get_object_or_404(Certificate, pk=certificate_id, holder=user)
    set_shown(certificate, holder=user, name="name" in request.POST, programme="programme" in request.POST)
    messages.success(request, gettext("The check page shows what you chose."))
    return redirect("trainer_ui:own_certifications")


@require_POST
@login_required
def revoke(request: HttpRequest, certificate_id: int) -> HttpResponse:
    """A manager of the cohort revokes it, with a reason that the holder reads."""
    user = user_of(request)
    certificate = get_object_or_404(certificates_visible_to(user), pk=certificate_id)
    try:
        revoke_certificate(certificate, reason=request.POST.get("reason", ""), manager=user)
    except Declined as declined:
        if declined.code == "forbidden":
            raise Http404 from None
        messages.error(request, explain_declined(declined))
    else:
        messages.success(request, gettext("The certificate is revoked."))
    return redirect("trainer_ui:certifications")


def _write_page(certificate: Certificate, address: str) -> str:
    payload = json.loads(certificate.payload)
    context = {
        "certificate": certificate,
        "payload": payload,
        "issued": datetime.fromisoformat(payload["issued"]),
        "expires": datetime.fromisoformat(payload["expires"]),
        "standing": name_standing(certificate),
        "address": address,
    }
    return render_to_string("trainer_ui/certificate_print.html", context)
