"""What the page of components is drawn from on the server's side: values that never change, so that pictures can be
compared. None of it is of a run."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from django.urls import reverse

from scenarios.core.timeline import Channel
from scenarios.core.vocabulary import PERSONAL_DATA, REASONS, WAY_ENTRIES
from scoring.sentences import Explanation
from trainer_ui.comparing import ParWait
from trainer_ui.core.curves import Curve, draw_heat
from trainer_ui.criteria import CriterionRow, name_criterion
from trainer_ui.findings import ShownFinding
from trainer_ui.shown import MarkedPiece, Moment, MomentLine, OtherAnswer, Reaction, ShownPost, Wording
from trainer_ui.shown_picks import ShownPick

RUN = 0
"""No run has this number, so nothing on the page leads anywhere."""
PICTURE = {
    "kind": "board",
    "title": "Altenried",
    "alt": "",
    "rows": [["RE 4", "17:42", "–"], ["RB 21", "17:55", "–"]],
}

TEXTS: Mapping[str, tuple[str, str]] = {
    "channel": ("Kurzmeldungen", "Short posts"),
    "asked": ("Wann geht es weiter?", "When will we move on?"),
    "greeting": ("Guten Abend, ", "Good evening, "),
    "demand": ("senden Sie uns Ihre Kundennummer", "send us your customer number"),
    "between": (". Wir bitten um ", ". We ask for your "),
    "phrase": ("Verständnis", "understanding"),
    "moment": ("Moment.", "One moment."),
    "other": (
        "Guten Abend Frau Vogt, um 18:20 Uhr melden wir uns wieder. ^TB",
        "Good evening Ms Vogt, we will be back at 6:20 p.m. ^TB",
    ),
    "then": ("Bitte warten.", "Please wait."),
    "reaction": ("Im Ernst?", "Seriously?"),
    "number": ("Kundennummer", "Customer number"),
    "why": ("Alle lesen mit.", "Everybody reads along."),
    "advice": ("Privat fragen.", "Ask in private."),
    "source": ("DSGVO Art. 5", "GDPR Art. 5"),
    "named": ("Guten Abend Frau Vogt", "Good evening Ms Vogt"),
    "address": ("Anrede", "Form of address"),
    "name_helps": ("Ein Name hilft.", "A name helps."),
    "began": ("Hier begann es.", "Here it began."),
}
"""What people and the score say in the debrief's parts: German, English."""


def _read_texts(language: str) -> dict[str, str]:
    return {key: german if language == "de" else english for key, (german, english) in TEXTS.items()}


def make_fixture_pack(language: str) -> dict[str, Any]:
    """The pack of a desk that has no run (trainer_ui.packs), in one `language` for page and posts."""
    names = {"micro": "Kurzmeldungen", "page": "Seite", "forum": "Forum", "home": "Chat"}
    if language == "en":
        names = {"micro": "Short posts", "page": "Page", "forum": "Forum", "home": "Chat"}
    kinds = {"micro": "microblog", "page": "page", "forum": "forum", "home": "homepage"}
    desk = "Leitstelle" if language == "de" else "Operations"
    press = "Pressestelle" if language == "de" else "Press office"
    return {
        "run": RUN, "audience": "trainee", "mode": "practice", "language": language, "duration_ms": 720_000,
        "title": "Signalstörung am Freitagabend" if language == "de" else "Signal failure on a Friday evening",
        "agent": "^TB",
        "brand": {"name": "Rheinbahn", "handle": "@rheinbahn", "address": "Sie", "sign_off": "initials"},
        "channels": {
            key: {"name": name, "kind": kinds[key], "limit": 280 if key == "micro" else None,
                  "first_target_ms": 300_000, "next_target_ms": 240_000}
            for key, name in names.items()
        },
        "templates": make_fixture_templates(language),
        "stage": [], "undo": False, "guide": [],
        "desks": [{"key": "ops", "name": desk, "about": ""}, {"key": "press", "name": press, "about": ""}],
        "notice": {"topics": ["Altenried", "Heimbach"]},
        "reasons": {act: list(reasons) for act, reasons in REASONS.items()},
        "record_fields": list(PERSONAL_DATA),
        "way_entries": {way: list(entries) for way, entries in WAY_ENTRIES.items()},
        "pictures_path": reverse("trainer_ui:component_picture", args=[0]).removesuffix("0.svg"),
        "ws_path": "/ws/", "drafts_path": "", "home_path": "#", "debrief_path": "#",
        "sign_in": {
            "page": reverse("account_login"), "login": "tia", "name": "Tia", "demo_path": "#",
        },
    }  # fmt: skip


def make_fixture_templates(language: str) -> list[dict[str, Any]]:
    if language == "de":
        sorry = ("Entschuldigung", "Guten Tag {name}, das tut uns leid.")
        own = ("Rückmeldung", "Wir melden uns um XXX Uhr. {agent}")
    else:
        sorry = ("Apology", "Good morning {name}, we are sorry about that.")
        own = ("Coming back", "We will be back at XXX. {agent}")
    return [
        {"key": key, "title": title, "text": text, "own": key == "own"}
        for key, (title, text) in (("sorry", sorry), ("own", own))
    ]


def make_fixture_debrief(language: str) -> dict[str, Any]:
    """The context of a debrief's parts."""
    values = {"speed": 930, "tone": 640, "individuality": 385, "substance": 0, "privacy": None, "triage": 710}
    rows = [
        CriterionRow(key, name_criterion(key), f"{name_criterion(key)}?", value, 850, 1, key != "triage", "Σ 3 / 4")
        for key, value in values.items()
    ]
    return {
        "run": SimpleNamespace(pk=RUN), "card": SimpleNamespace(revision=1), "may_object": True, "may_fork": True,
        "debrief": SimpleNamespace(
            score=612, how="(930 + 640 + 385) / 3", criteria=rows, language=language,
            compared=SimpleNamespace(par=850),
        ),
        "moment": make_moment(language), "picks": make_picks(language),
        "heat": draw_heat(
            [Curve("own", [(0, 40), (180_000, 62), (420_000, 48)]), Curve("absent", [(0, 40), (200_000, 88)]),
             Curve("expert", [(0, 40), (150_000, 31)])],
            ended_ms=720_000, marks=[(260_000, "notice")],
        ),
    }  # fmt: skip


def make_moment(language: str) -> Moment:
    """A reply with findings of every kind, a correction, what else could have been said, and what followed."""
    texts = _read_texts(language)
    channel = Channel("micro", texts["channel"], "microblog", 280, 300_000, 240_000)
    asked = ShownPost("Jana Vogt", "@janav", texts["asked"], 60_000)
    pieces = [
        MarkedPiece(texts["greeting"], "good", [3]),
        MarkedPiece(texts["demand"], "critical", [1]),
        MarkedPiece(texts["between"], "", []),
        MarkedPiece(texts["phrase"], "bad", [2]),
        MarkedPiece(".", "", []),
    ]
    reply = ShownPost(
        "Rheinbahn", "@rheinbahn", "".join(piece.text for piece in pieces), 90_000, is_mine=True, pieces=pieces,
        earlier=[Wording(texts["moment"], 100_000, ["–"])],
    )  # fmt: skip
    line = MomentLine(
        "A", 5, "Jana Vogt", channel, 90_000, reply.text, {"speed": 930, "tone": 410}, ParWait(42_000, 980)
    )
    return Moment(
        mark="A", seq=5, wording=5, channel=channel, asked=[asked], reply=reply, findings=make_findings(language),
        criteria=line.criteria, line=line, asked_seq=2, counts_zero=True,
        other=OtherAnswer(texts["other"], [], texts["then"]),
        reaction=Reaction([ShownPost("Omar", "@omar_y", texts["reaction"], 140_000)], 3, (55, 71), (40, 52)),
    )  # fmt: skip


def make_findings(language: str) -> list[ShownFinding]:
    texts = _read_texts(language)
    words = Explanation(texts["number"], texts["why"], texts["advice"], texts["source"])
    return [
        ShownFinding(1, "privacy", "critical", [(13, 45)], None, words, rule="ask"),
        ShownFinding(2, "tone", "bad", [(60, 71)], "−8", words, rule="phrase", is_disputed=True),
        ShownFinding(3, "tone", "good", [(0, 12)], "+6", words),
    ]


def make_picks(language: str) -> list[ShownPick]:
    texts = _read_texts(language)
    said, why, advice = texts["named"], texts["why"], texts["advice"]
    return [
        ShownPick("keep", texts["address"], said, texts["name_helps"], "", "reply-5", "A", 5),
        ShownPick("change", texts["number"], None, why, advice, "reply-5", "A", 5),
        ShownPick("retry", "Jana Vogt", said, texts["began"], "", "reply-5", "", 5, 2),
    ]
