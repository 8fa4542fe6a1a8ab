"""Bad weather: whatever becomes of line, server, tab, sign-in or clock is said calmly, and no text is lost over it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run
from tests.e2e.axe import find_violations

HALF = "Guten Abend, das Warten ohne jede"
TEXT = f"{HALF} Ansage tut mir leid."
Visit = Callable[..., Page]


def trouble(page: Page):
    return page.locator("gp-trouble [role=status]")


def own_posts(page: Page):
    return page.locator(".post-mine .post-text")


def open_beside(page: Page) -> Page:
    """The same run in a second tab, at the same thread."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".thread-log .post").first).to_be_visible()
    return other


def test_of_two_tabs_one_writes_and_the_other_offers_to_take_over(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    page.keyboard.type(HALF)

    other = open_beside(page)
    expect(trouble(other)).to_contain_text("in einem anderen Fenster offen")
    expect(other.locator("textarea")).to_be_disabled()
    page.keyboard.type(" Ansage tut mir leid.")
    expect(other.locator("textarea")).to_have_value(TEXT)
    assert find_violations(other) == []

    other.get_by_role("button", name="Hier weiterschreiben").click()
    expect(other.locator("textarea")).to_be_focused()
    expect(trouble(page)).to_contain_text("in einem anderen Fenster offen")
    expect(page.locator("textarea")).to_be_disabled()
    other.keyboard.press("Control+Enter")

    for each in (page, other):
        expect(own_posts(each)).to_have_text([f"{TEXT} ^TB"])
        expect(each.locator("textarea")).to_have_value("")


def test_a_tab_that_is_closed_lets_the_other_one_write(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    page.keyboard.type(HALF)
    other = open_beside(page)
    expect(trouble(other)).to_be_visible()

    page.close()

    expect(trouble(other)).to_have_count(0)
    expect(other.locator("textarea")).to_be_enabled()
    expect(other.locator("textarea")).to_have_value(HALF)
