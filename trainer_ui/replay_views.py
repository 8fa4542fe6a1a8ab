"""The run on a time line, with the desk as it was."""

import json

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from scenarios.queries import load_timeline
from trainer_ui.debriefs import read_played
from trainer_ui.looking import find_run, user_of
from trainer_ui.looks import note_run
from trainer_ui.packs import make_pack
from trainer_ui.replays import describe_replay, draw_replay, write_frames
from trainer_ui.settled import Settled, of_settled_run
from trainer_ui.shelves import pick


@require_GET
@of_settled_run
def show_replay(request: HttpRequest, settled: Settled) -> HttpResponse:
    """The tracks and the desk; its frames are asked for by the page."""
    run = settled.run
    timeline = load_timeline(run.version)
    title = pick(timeline.title, get_language() or "de")
    played = read_played(run, settled.card, settled.twins)
    context = {
        "run": run,
        "title": title,
        "tracks": draw_replay(played, json.loads(settled.twins.data)),
        "pack": make_pack(run, timeline, viewer=user_of(request), audience=settled.audience, title=title),
        "replay": describe_replay(played, frames_path=reverse("trainer_ui:frames", args=[run.pk])),
    }
    return render(request, "trainer_ui/replay.html", context)


@require_GET
@login_required
def send_frames(request: HttpRequest, run_id: int) -> HttpResponse:
    """What the trainee's desk was sent, whoever looks: a coach sees no more of a run than its desk showed."""
    run, _ = find_run(request, run_id)
    note_run(run, user_of(request), where="replay")
    response = HttpResponse(write_frames(run.pk), content_type="application/json")
    response["Cache-Control"] = "private, no-store"
    return response
