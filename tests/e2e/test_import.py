"""A coach brings a table of conversations, decides what may be somebody's, and stands in the editor with a draft."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.axe import find_violations
from tests.scenarios.import_samples import row, write_csv

ROWS = [
    row(1, "905712", "@AcmeHelp my parcel from Zorpington is lost, see zorping.com/me"),
    row(2, "AcmeHelp", "@905712 Hi there, which one?", to=1, at="10:01:00"),
]


def test_a_table_becomes_a_draft_whose_doubts_are_decided(visit: Callable[..., Page], tmp_path: Path):
    table = tmp_path / "threads.csv"
    table.write_bytes(write_csv(ROWS))
    page = visit("carla")
    page.get_by_role("link", name="Bibliothek").click()
    page.get_by_role("link", name="Gespräche importieren").click()
    page.get_by_label("Datei", exact=True).set_input_files(table)
    page.get_by_label("Titel des Szenarios").fill("Verlorenes Paket")
    page.get_by_role("button", name="Importieren").click()

    expect(page.locator("mark")).to_have_text("Zorpington")
    problems = find_violations(page)
    page.get_by_label("Ersetzen durch").check()
    page.get_by_label("Worte an seiner Stelle").fill("Weihmann")
    page.get_by_role("button", name="Ich habe alles gelesen").click()

    expect(page.locator("main")).to_contain_text("Bestätigt von Carla")
    page.get_by_role("link", name="Zum Editor").click()
    expect(page.locator(".cm-content")).to_contain_text("Verlorenes Paket")
    assert not problems
