"""Templates of one's own, from a table to a reply: brought in, mended, and used at the desk by keyboard."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]
TABLE = "Titel;Text\r\nWeichenstörung;Hallo {name}, die Weiche {nummer} klemmt. {agent}\r\n"


def test_a_table_is_brought_in_and_its_template_used(visit: Visit, tmp_path: Path):
    table = tmp_path / "vorlagen.csv"
    page = visit("tia")
    page.get_by_role("link", name="Eigene Vorlagen").click()
    assert find_violations(page) == []

    table.write_bytes((TABLE + "Leer;\r\n").encode("cp1252"))
    page.get_by_label("Datei").set_input_files(table)
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_role("alert")).to_contain_text("Zeile 3: Der Text fehlt.")
    assert find_violations(page) == []
    table.write_bytes(TABLE.encode("cp1252"))
    page.get_by_label("Datei").set_input_files(table)
    page.get_by_role("button", name="Übernehmen").click()

    expect(page.get_by_role("status")).to_contain_text("1 Vorlage ist übernommen.")
    expect(page.locator(".part-gap")).to_contain_text("{nummer}")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert find_violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/".join(page.url.split("/")[:3]))
    start_run(page)
    open_first(page)
    page.keyboard.type("/weiche")
    option = page.get_by_role("option", name="Weichenstörung")
    expect(option).to_contain_text("eigene")
    expect(option.locator(".template-gap")).to_contain_text("{nummer}")
    assert find_violations(page) == []
    page.keyboard.press("Enter")
    # What stays open is selected: typing goes on there.
    page.keyboard.type("12")

    expect(page.locator("textarea")).to_have_value(f"Hallo {read_name(page)}, die Weiche 12 klemmt. ^TB")


def read_name(page: Page) -> str:
    return page.locator(".customer strong").inner_text()
