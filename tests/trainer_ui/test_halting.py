"""What stopped or moved a run is told with whose doing it was, and when."""

from django.utils.translation import override

from trainer_ui.halting import list_halts, name_kinds, place_halts

CARD = {
    "pauses": [
        {"at_ms": 4_000, "wall_ms": 100},
        {"at_ms": 9_000, "wall_ms": 100, "by": "coach", "reason": "device"},
        {"at_ms": 5_000, "wall_ms": 100, "by": "coach", "reason": ""},
    ],
    "interruptions": [{"at_ms": 2_000, "wall_ms": 100}],
    "skips": [{"at_ms": 60_000, "to_ms": 125_000}],
    "coached": {
        "waves": [{"at_ms": 30_000, "posts": 4, "seconds": 9}],
        "heat": [{"at_ms": 31_000, "milli": -9_000}],
    },
}


def test_what_stopped_or_moved_a_run_stands_in_its_order_with_whose_doing_it_was():
    with override("de"):
        told = [(halt.at_ms, halt.words) for halt in list_halts(CARD)]

    assert told == [
        (2_000, "Unterbrechung (lag nicht an Ihnen, zählt nicht als Laufzeit)"),
        (4_000, "Pause"),
        (5_000, "Pause durch den Coach"),
        (9_000, "Pause durch den Coach (technisch: der Arbeitsplatz)"),
        (30_000, "Welle der Menge, vom Coach ausgelöst"),
        (31_000, "Stimmung, vom Coach verändert"),
        (60_000, "Vom Coach vorgespult bis 2:05"),
    ]


def test_a_legend_names_each_kind_once():
    card = {**CARD, "interruptions": [], "skips": [], "coached": {}}

    with override("en"):
        assert name_kinds(place_halts(card)) == "Pause, Pause by the coach"


def test_a_scorecard_of_before_there_were_coaches_tells_its_pauses():
    card = {"pauses": [{"at_ms": 4_000, "wall_ms": None}], "interruptions": []}

    assert place_halts(card) == [(4_000, "pause")]
