"""What nobody has filled in is marked before it goes out, and can still be sent."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run
from tests.e2e.axe import find_violations_in_both

TEXT = "Hallo {vorname}, der nächste Zug fährt um XXX."
Visit = Callable[..., Page]


def test_a_gap_is_marked_leads_to_its_place_and_holds_a_reply_back_once(visit: Visit):
    page = visit("tia", width=768, height=1024)
    start_run(page)
    open_first(page)
    field = page.locator("textarea").first
    page.keyboard.type(TEXT)
    gaps = page.locator(".composer-gaps")
    expect(gaps).to_contain_text("2 Stellen noch nicht ausgefüllt")

    gaps.get_by_role("button", name="XXX im Text zeigen").press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("18:20 Uhr")
    expect(field).to_have_value(TEXT.replace("XXX", "18:20 Uhr"))
    expect(gaps.get_by_role("button")).to_have_count(1)

    field.press("Control+Enter")
    expect(gaps).to_contain_text("Noch nicht gesendet")
    expect(page.get_by_role("button", name="So senden")).to_be_enabled()
    expect(page.locator(".post-mine")).to_have_count(0)
    assert find_violations_in_both(page) == []

    field.press("Control+Enter")
    expect(page.locator(".post-mine")).to_contain_text("{vorname}")
    expect(gaps).to_have_count(0)
