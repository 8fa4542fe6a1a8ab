"""What the desk needs to know before the first event arrives, as one JSON-able value in the page."""

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language

from people.models import User
from people.queries import read_desk_settings
from scenarios.core.timeline import Template, Timeline
from scenarios.core.vocabulary import PERSONAL_DATA, REASONS, WAY_ENTRIES
from simulator.core.events import TRAINEE, actor_of
from simulator.core.own_templates import OWN, read_beside
from simulator.core.rows import Row
from simulator.models import Run
from simulator.queries import rows_after
from trainer_ui.shelves import pick


def make_pack(run: Run, timeline: Timeline, *, viewer: User, audience: str, title: str) -> dict[str, Any]:
    """Times are milliseconds of run time; limits count graphemes, None is no limit."""
    brand, notice = timeline.brand, timeline.public.notice
    begun = rows_after(run.pk, 0, 1)[0]
    own = read_own(begun) if audience == TRAINEE else ()
    templates = {template.key: template for template in (*brand.templates, *timeline.templates, *own)}
    return {
        "run": run.pk,
        "audience": audience,
        "mode": run.mode,
        "title": title,
        "language": timeline.language,
        "duration_ms": timeline.duration_ms,
        "agent": json.loads(begun.data_text)["agent"],
        "help": json.loads(begun.data_text).get("help", "alone"),
        "actor": actor_of(viewer.pk),
        # One trainee plays a run today: nobody is told where they look.
        "team": False,
        "hints_path": reverse("trainer_ui:hints", args=[run.pk]),
        "brand": {"name": brand.name, "handle": brand.handle, "address": brand.address, "sign_off": brand.sign_off},
        "channels": describe_channels(timeline),
        "templates": [
            {"key": one.key, "title": one.title, "text": one.text, "own": one.key.startswith(OWN)}
            for one in templates.values()
        ],
        "articles": [{"key": one.key, "title": one.title, "text": one.text} for one in brand.articles],
        "stage": list(timeline.stage),
        "undo": timeline.undo,
        "guide": describe_guide(run, timeline),
        "desks": [{"key": desk.key, "name": desk.name, "about": desk.about} for desk in brand.desks],
        "notice": {"topics": list(notice.topics)} if notice is not None else None,
        "reasons": {act: list(reasons) for act, reasons in REASONS.items()},
        "record_fields": list(PERSONAL_DATA),
        "way_entries": {way: list(entries) for way, entries in WAY_ENTRIES.items()},
        "pictures_path": reverse("trainer_ui:picture", args=[run.pk, 0]).removesuffix("0.svg"),
        "ws_path": "/ws/",
        "drafts_path": reverse("trainer_ui:drafts", args=[run.pk]),
        "settings": read_desk_settings(viewer),
        "settings_path": reverse("trainer_ui:keep_setting"),
        "home_path": reverse("trainer_ui:home"),
        "handbook_path": reverse("trainer_ui:handbook_start"),
        "debrief_path": reverse("trainer_ui:debrief", args=[run.pk]),
        "sign_in": describe_sign_in(viewer),
    }


def describe_channels(timeline: Timeline) -> dict[str, Any]:
    """Where people write, by key; `limit` None is no limit."""
    return {
        channel.key: {
            "name": channel.name,
            "kind": channel.kind,
            "limit": channel.limit,
            "first_target_ms": channel.first_target_ms,
            "next_target_ms": channel.next_target_ms,
        }
        for channel in timeline.brand.channels
    }


def describe_guide(run: Run, timeline: Timeline) -> list[dict[str, Any]]:
    """The steps in the language of the page. Whoever tries a moment again has been led through it before."""
    language = get_language() or "de"
    return [
        {
            "text": pick(step.text, language),
            "until": step.until,
            "post": step.post,
            "place": step.place,
            "keys": list(step.keys),
        }
        for step in timeline.guide
        if run.parent_id is None
    ]


def describe_sign_in(viewer: User) -> dict[str, Any]:
    """How `viewer` signs in again without leaving the page; `demo_path` is None outside the demo."""
    return {
        "page": reverse("account_login"),
        "login": viewer.username,
        "name": viewer.get_full_name() or viewer.username,
        "demo_path": reverse("demo_sign_in") if settings.DEMO else None,
    }


def read_own(begun: Row) -> tuple[Template, ...]:
    """The own templates that the run began with, as its first event has them: those the score knows, and no others."""
    return read_beside(begun.words, json.loads(begun.data_text))[1]
