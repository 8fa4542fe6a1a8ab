"""A reply can be taken back for three seconds where the scenario allows it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run, write_reply
from tests.e2e.axe import find_violations_in_both

TEXT = "Guten Morgen, das schaue ich gleich für Sie nach."
Visit = Callable[..., Page]


def test_a_reply_is_held_taken_back_with_the_keyboard_and_sent_in_the_end(visit: Visit):
    page = visit("tia")
    start_run(page, scenario="Ein ruhiger Morgen")
    open_first(page)
    write_reply(page, TEXT)
    held = page.locator(".status-held")
    expect(held).to_contain_text("Geht in drei Sekunden hinaus")
    page.keyboard.press("Control+z")
    expect(held).to_have_count(0)
    field = page.locator("textarea").first
    expect(field).to_have_value(TEXT)
    expect(field).to_be_focused()

    page.keyboard.press("Control+Enter")
    held.get_by_role("button", name="Zurückholen").click()
    expect(field).to_have_value(TEXT)
    page.keyboard.press("Control+Enter")
    expect(held).to_be_visible()
    assert find_violations_in_both(page) == []
    expect(held).to_have_count(0)
    expect(page.locator(".post-mine")).to_contain_text(TEXT)
    expect(page.locator("[data-unsent='0']")).to_be_visible()
