"""Bad weather: whatever becomes of line, server, tab, sign-in or clock is said calmly, and no text is lost over it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run, write_reply
from tests.e2e.axe import find_violations
from tests.e2e.line import Line
from tests.e2e.site import Site

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


def expect_sent_once(page: Page, text: str = f"{TEXT} ^TB") -> None:
    """The line is there again, and with it the reply that was written meanwhile."""
    expect(page.locator("[data-line=live]")).to_be_visible(timeout=40_000)
    expect(trouble(page)).to_have_count(0)
    expect(page.locator("[data-unsent='0']")).to_be_visible()
    expect(own_posts(page)).to_have_text([text])


def test_a_device_without_a_network_says_so_and_sends_later(visit: Visit, site: Site, line: Line):
    page = visit("tia", url=site.proxied_url)
    start_run(page)
    open_first(page)

    line.cut()
    page.context.set_offline(True)
    expect(trouble(page)).to_contain_text("Dieses Gerät ist offline")
    write_reply(page, TEXT)
    expect(page.locator(".post-status")).to_contain_text("Noch nicht gesendet")
    assert find_violations(page) == []

    line.mend()
    page.context.set_offline(False)
    expect_sent_once(page)


def test_a_server_that_does_not_answer_is_said_to_be_silent(visit: Visit, site: Site, line: Line):
    page = visit("tia", url=site.proxied_url)
    start_run(page)
    open_first(page)

    line.stall()
    write_reply(page, TEXT)
    expect(trouble(page)).to_contain_text("Der Server antwortet gerade nicht")
    expect(page.locator(".post-status")).to_contain_text("Wird gesendet")
    page.keyboard.type("Und noch etwas")
    assert find_violations(page) == []

    line.mend()
    expect_sent_once(page)
    expect(page.locator("textarea")).to_have_value("Und noch etwas")


def test_a_slow_line_is_slow_and_nothing_else(visit: Visit, site: Site, line: Line):
    page = visit("tia", url=site.proxied_url)
    start_run(page)
    open_first(page)

    line.slow(bytes_per_s=1_000)
    write_reply(page, TEXT)

    expect_sent_once(page)


def test_a_server_that_restarts_is_waited_for(visit: Visit, site: Site):
    page = visit("tia")
    start_run(page)
    open_first(page)

    site.stop()
    try:
        expect(trouble(page)).to_contain_text("Der Server startet neu")
        write_reply(page, TEXT)
        expect(page.locator(".post-status")).to_contain_text("Noch nicht gesendet")
        assert find_violations(page) == []
    finally:
        site.start()

    expect_sent_once(page)


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
