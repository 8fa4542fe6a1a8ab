"""What the page of components is drawn from on the server's side: values that never change, so that pictures can be
compared. None of it is of a run."""

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
CHANNEL = Channel("micro", "Kurzmeldungen", "microblog", 280, 300_000, 240_000)
PICTURE = {
    "kind": "board",
    "title": "Altenried",
    "alt": "",
    "rows": [["RE 4", "17:42", "–"], ["RB 21", "17:55", "–"]],
}


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
        "templates": [
            {"key": "sorry", "title": "Entschuldigung", "text": "Guten Tag {name}, das tut uns leid.", "own": False},
            {"key": "own", "title": "Rückmeldung", "text": "Wir melden uns um XXX Uhr. {agent}", "own": True},
        ],
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
        "moment": make_moment(), "picks": make_picks(),
        "heat": draw_heat(
            [Curve("own", [(0, 40), (180_000, 62), (420_000, 48)]), Curve("absent", [(0, 40), (200_000, 88)]),
             Curve("expert", [(0, 40), (150_000, 31)])],
            ended_ms=720_000, marks=[(260_000, "notice")],
        ),
    }  # fmt: skip


def make_moment() -> Moment:
    """A reply with findings of every kind, a correction, what else could have been said, and what followed."""
    asked = ShownPost("Jana Vogt", "@janav", "Wann geht es weiter?", 60_000)
    pieces = [
        MarkedPiece("Guten Abend, ", "good", [3]),
        MarkedPiece("senden Sie uns Ihre Kundennummer", "critical", [1]),
        MarkedPiece(". Wir bitten um ", "", []),
        MarkedPiece("Verständnis", "bad", [2]),
        MarkedPiece(".", "", []),
    ]
    reply = ShownPost(
        "Rheinbahn", "@rheinbahn", "".join(piece.text for piece in pieces), 90_000, is_mine=True, pieces=pieces,
        earlier=[Wording("Moment.", 100_000, ["–"])],
    )  # fmt: skip
    line = MomentLine(
        "A", 5, "Jana Vogt", CHANNEL, 90_000, reply.text, {"speed": 930, "tone": 410}, ParWait(42_000, 980)
    )
    return Moment(
        mark="A", seq=5, wording=5, channel=CHANNEL, asked=[asked], reply=reply, findings=make_findings(),
        criteria=line.criteria, line=line, asked_seq=2, counts_zero=True,
        other=OtherAnswer("Guten Abend Frau Vogt, um 18:20 Uhr melden wir uns wieder. ^TB", [], "Bitte warten."),
        reaction=Reaction([ShownPost("Omar", "@omar_y", "Im Ernst?", 140_000)], 3, (55, 71), (40, 52)),
    )  # fmt: skip


def make_findings() -> list[ShownFinding]:
    words = Explanation("Kundennummer", "Alle lesen mit.", "Privat fragen.", "DSGVO Art. 5")
    return [
        ShownFinding(1, "privacy", "critical", [(13, 45)], None, words, rule="ask"),
        ShownFinding(2, "tone", "bad", [(60, 71)], "−8", words, rule="phrase", is_disputed=True),
        ShownFinding(3, "tone", "good", [(0, 12)], "+6", words),
    ]


def make_picks() -> list[ShownPick]:
    said = "Guten Abend Frau Vogt"
    return [
        ShownPick("keep", "Anrede", said, "Ein Name hilft.", "", "reply-5", "A", 5),
        ShownPick("change", "Kundennummer", None, "Alle lesen mit.", "Privat fragen.", "reply-5", "A", 5),
        ShownPick("retry", "Jana Vogt", said, "Hier begann es.", "", "reply-5", "", 5, 2),
    ]
