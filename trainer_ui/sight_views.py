"""What people read about who sees what, and who has looked at what is theirs."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from people.queries import list_looks
from trainer_ui.looking import user_of
from trainer_ui.looks import describe_looks
from trainer_ui.who_sees import explain_sheet, list_sights


@require_GET
@never_cache
@login_required
def show_sights(request: HttpRequest) -> HttpResponse:
    """Who sees what, for everybody who is signed in; and who has looked at what is theirs, for nobody else."""
    looks = describe_looks(list_looks(user_of(request)))
    context = {"sights": list_sights(), "about": explain_sheet(), "looks": looks}
    return render(request, "trainer_ui/who_sees.html", context)
