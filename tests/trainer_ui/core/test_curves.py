"""Heat over time: steps in a picture, and the same in a table."""

import re
from pathlib import Path

from trainer_ui.core.curves import LEVELS, Curve, draw_heat, name_level

JS = Path(__file__).resolve().parents[3] / "trainer_ui/static/trainer_ui/js/run/heat.js"
OWN = Curve("own", [(0, 0), (30_000, 50), (60_000, 100)])


def test_heat_holds_until_it_moves():
    picture = draw_heat([OWN], ended_ms=120_000)

    assert [curve.path for curve in picture.curves] == ["M90 200H312V107H535V14H980"]


def test_the_table_says_the_heat_of_every_curve_in_words():
    twin = Curve("absent", [(0, 90)])
    picture = draw_heat([OWN, twin], ended_ms=120_000)

    assert [(row.at_ms, row.values) for row in picture.rows] == [
        (0, [(0, "calm"), (90, "storm")]),
        (60_000, [(100, "storm"), (90, "storm")]),
        (120_000, [(100, "storm"), (90, "storm")]),
    ]


def test_a_curve_that_ended_earlier_goes_no_further():
    picture = draw_heat([Curve("own", [(0, 0), (30_000, 50)], 60_000), OWN], ended_ms=120_000)

    assert picture.curves[0].path == "M90 200H312V107H535"
    assert [row.values[0] for row in picture.rows] == [(0, "calm"), (50, "heated"), None]


def test_what_all_could_see_is_marked_at_its_time():
    assert draw_heat([OWN], ended_ms=120_000, marks=[(60_000, "notice")]).marks == [(535, "notice")]


def test_a_run_that_ended_at_once_has_a_picture_too():
    assert draw_heat([Curve("own", [(0, 20)])], ended_ms=0).curves[0].path == "M90 163H980"


def test_the_words_are_those_of_the_desk():
    found = re.findall(r'\["(\w+)", (\d+)\]', JS.read_text(encoding="utf-8"))

    assert [(word, int(points)) for word, points in found] == list(LEVELS)
    assert [name_level(heat) for heat in (0, 19, 20, 79, 100)] == ["calm", "calm", "tense", "boiling", "storm"]
