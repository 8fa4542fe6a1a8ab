"""The control room of an exercise: what its page needs to know, and what is said of each trainee again and again."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from people.models import User
from scenarios.queries import load_timeline
from simulator.models import Contact, Exercise
from simulator.services.sharing import read_now
from trainer_ui.exercises import list_members
from trainer_ui.packs import describe_channels, describe_sign_in


def make_room(exercise: Exercise, *, title: str, viewer: User) -> dict[str, Any]:
    """Times are milliseconds of run time."""
    timeline = load_timeline(exercise.version)
    return {
        "title": title,
        "language": timeline.language,
        "mode": exercise.mode,
        "duration_ms": timeline.duration_ms,
        "channels": describe_channels(timeline),
        "personas": [{"key": one.key, "name": one.name} for one in timeline.personas],
        "facts": [{"key": one.key, "text": one.text} for one in timeline.facts],
        "crowd": timeline.public.crowd is not None,
        "whisper": settings.WHISPER,
        "ws_path": "/ws/",
        "state_path": reverse("trainer_ui:room_state", args=[exercise.pk]),
        "desk_path": reverse("trainer_ui:desk", args=[0]),
        "debrief_path": reverse("trainer_ui:debrief", args=[0]),
        "sign_in": describe_sign_in(viewer),
        **describe_state(exercise),
    }


def describe_state(exercise: Exercise) -> dict[str, Any]:
    """Who it is for, who of them waits, and the run of who plays; `seen_ms` is for how long nothing was heard of their
    desk, None where nothing ever was."""
    members = list_members(exercise)
    runs = [member.run.pk for member in members if member.run is not None]
    now, seen = read_now(), dict(Contact.objects.filter(run__in=runs).values_list("run", "seen_at"))
    return {
        "waits": exercise.begins_together and exercise.began_at is None,
        "members": [
            {
                "person": member.person.pk,
                "name": member.name,
                "state": member.state,
                "run": run.pk if (run := member.run) is not None else None,
                "seen_ms": round((now - seen[run.pk]).total_seconds() * 1000)
                if run is not None and run.pk in seen
                else None,
            }
            for member in members
        ],
    }
