"""A scenario of one company in another one's clothes."""

from dataclasses import replace

from scenarios.core.brands import check_brand
from scenarios.core.house.dressing import Fitting, dress, free_templates, guess_fitting
from scenarios.core.house.sheets import read_sheet, write_sheet
from tests.scenarios.samples import SCENARIO, compile_text
from tests.scenarios.shipped import LIBRARY

HOUSE = """\
format: 1
key: kiesel
language: de
name: Kiesel
handle: "@kiesel"
address: du
sign_off: service_name
service_name: Team Kiesel
channels:
  seite: {name: Unsere Seite, kind: page, first_target: 5:00, next_target: 5:00}
  kurz: {name: Kurz, kind: microblog, limit: 500, first_target: 3:00, next_target: 3:00}
desks:
  presse: {name: Presse, about: Fragen von Redaktionen}
  technik: {name: Technik, about: Störungen}
templates:
  dank: {title: Danke, text: "Danke, {name}! {agent}"}
"""


def read_house():
    return check_brand(HOUSE.encode(), file="house")[0].brand


def test_channels_are_guessed_by_kind_and_desks_by_what_they_are_for():
    worn = check_brand((LIBRARY / "brands/kanapee.de.yaml").read_bytes(), file="k")[0].brand
    timeline = compile_text(SCENARIO)[0]
    fitting = guess_fitting(replace(timeline, brand=worn), read_house())

    assert fitting.channels == {"microblog": "kurz", "page": "seite", "forum": "seite", "homepage": "seite"}
    assert fitting.desks == {"control": "technik", "pubs": "", "billing": "", "security": "", "press": "presse"}


def test_the_house_takes_the_names_that_the_scenario_uses():
    worn = check_brand((LIBRARY / "brands/kanapee.de.yaml").read_bytes(), file="k")[0].brand
    fitting = Fitting({"microblog": "kurz", "forum": "kurz"}, {"press": "presse", "pubs": ""})

    dressed = check_brand(write_sheet(dress(read_sheet(HOUSE), fitting, worn=worn)).encode(), file="d")[0].brand

    assert {each.key: (each.name, each.limit) for each in dressed.channels} == {
        "microblog": ("Kurz", 500), "forum": ("Kurz", 500), "seite": ("Unsere Seite", None),
    }  # fmt: skip
    assert {each.key: each.name for each in dressed.desks} == {
        "press": "Presse", "pubs": "Kanapee Gastro", "technik": "Technik",
    }  # fmt: skip


def test_a_template_of_the_house_gives_way_to_the_scenarios_own():
    sheet = free_templates(read_sheet(HOUSE), ["dank"])

    assert list(sheet["templates"]) == ["dank-2"]
