"""Help that fades: chosen on the brief, a line at the side, hints when somebody asks, and none of it alone."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import end_run, open_first, set_speed
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]
ASKS = "Guten Tag, schicken Sie mir bitte Ihre Kundennummer."


def begin(page: Page, help_: str) -> None:
    page.get_by_role("link", name="Signalstörung am Freitagabend", exact=True).first.click()
    page.get_by_label(help_).check()
    assert find_violations(page) == []
    page.get_by_role("button", name="Los geht's").click()
    page.wait_for_url("**/runs/*/")


def test_who_is_led_sees_who_comes_next_and_has_a_draft_looked_through(visit: Visit):
    page = visit("tia")
    begin(page, "Geführt")
    side = page.get_by_role("region", name="Als Nächstes")
    expect(side).to_contain_text("Gerade wartet niemand.")
    set_speed(page, "8000")
    expect(side.get_by_role("button", name="Öffnen")).to_be_visible()
    set_speed(page, "500")
    side.get_by_role("button", name="Öffnen").press("Enter")
    field = page.locator(".composer textarea")
    expect(field).to_be_focused()
    expect(side).to_contain_text("Der Kanal verspricht eine Antwort binnen")

    hints, ask = page.locator(".hints"), page.get_by_role("button", name="Hinweise", exact=True)
    expect(ask).to_be_disabled()
    field.fill(ASKS)
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    expect(hints).to_contain_text("vor dem Senden")
    expect(hints).to_have_attribute("role", "status")
    assert find_violations(page) == []
    hints.get_by_role("button", name="Kundennummer").click()
    assert field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)") == "Kundennummer"
    expect(field).to_have_value(ASKS)
    page.keyboard.type("Reisezeit")
    expect(hints).to_contain_text("(zum Stand von vorhin)")

    end_run(page)
    expect(page.locator("main header").first).to_contain_text("mit Hilfe: Geführt")
    expect(page.get_by_role("region", name="Was sonst noch geschah")).to_contain_text("Hinweis angefordert:")
    assert find_violations(page) == []


def test_alone_nobody_helps(visit: Visit):
    page = visit("theo")
    begin(page, "Allein")
    pack = json.loads(page.locator("#pack").text_content() or "")
    set_speed(page, "8000")
    expect(page.locator(".queue-item").first).to_be_visible()
    set_speed(page, "500")
    open_first(page)
    page.keyboard.type(ASKS)

    expect(page.locator(".side-line")).to_have_count(0)
    expect(page.get_by_role("button", name="Hinweise", exact=True)).to_have_count(0)
    assert pack["help"] == "alone"
