"""Bad weather: whatever becomes of line, server, tab, sign-in or clock is said calmly, and no text is lost over it."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from tests.e2e.acts import open_first, start_run, write_reply
from tests.e2e.axe import find_violations
from tests.e2e.line import Line
from tests.e2e.site import Site

HALF = "Guten Abend, das Warten ohne jede"
TEXT = f"{HALF} Ansage tut mir leid."
PASSWORD = "Gleis drei, Altenried"
FIRST_MINUTE = re.compile(r"^0:\d\d$")
Visit = Callable[..., Page]


def trouble(page: Page) -> Locator:
    return page.locator("gp-trouble [role=status]")


def own_posts(page: Page) -> Locator:
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


def sign_out_elsewhere(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/".join(page.url.split("/")[:3]))
    other.get_by_role("button", name="Abmelden").click()
    other.wait_for_url("**/accounts/login/**")
    other.close()
    # The server looks at the sessions behind open sockets every few seconds.
    expect(trouble(page)).to_contain_text("Sie sind abgemeldet", timeout=20_000)


@contextmanager
def give_password(site: Site, person: str) -> Iterator[None]:
    """Who has one is not offered for one click, so it is taken away again."""
    words = f"from people.models import User; user = User.objects.get(username={person!r}); user.{{}}; user.save()"
    site.manage("shell", "-c", words.format(f"set_password({PASSWORD!r})"))
    try:
        yield
    finally:
        site.manage("shell", "-c", words.format("set_unusable_password()"))


def test_who_was_signed_out_signs_in_again_in_place_and_the_same_run_goes_on(visit: Visit, site: Site):
    page = visit("theo")
    start_run(page)
    open_first(page)
    page.evaluate("document.documentElement.dataset.stays = 'yes'")

    sign_out_elsewhere(page)
    write_reply(page, TEXT)
    expect(page.locator(".post-status")).to_contain_text("Noch nicht gesendet")
    page.keyboard.type("Und noch etwas")
    assert find_violations(page) == []
    trouble(page).get_by_role("button", name="Wieder anmelden").click()
    expect(page.get_by_label("Passwort")).to_be_focused()
    assert find_violations(page) == []
    with give_password(site, "theo"):
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect_sent_once(page, f"{TEXT} ^TL")

    expect(page.locator("textarea")).to_be_focused()
    expect(page.locator("textarea")).to_have_value("Und noch etwas")
    expect(page.locator("html")).to_have_attribute("data-stays", "yes")


def test_in_the_demo_one_click_signs_in_again(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    sign_out_elsewhere(page)

    trouble(page).get_by_role("button", name="Wieder anmelden").click()
    page.get_by_role("button", name="weiter als Tia Brandt").click()

    expect(trouble(page)).to_have_count(0)
    write_reply(page, TEXT)
    expect_sent_once(page)


def test_what_was_written_is_not_sent_as_somebody_else(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    sign_out_elsewhere(page)
    write_reply(page, TEXT)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("button[value=carla]").click()
    other.wait_for_url("**/")

    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(trouble(page)).to_contain_text("dürfen Sie nicht (mehr) sehen")
    expect(page.locator(".post-status")).to_contain_text("Noch nicht gesendet")


def test_after_an_hour_with_the_laptop_closed_the_run_is_where_the_server_says(visit: Visit):
    page = visit("tia")
    page.clock.install()
    start_run(page)
    open_first(page)
    page.keyboard.type(HALF)

    page.clock.fast_forward("01:00:00")

    expect(trouble(page)).to_contain_text("Dieses Gerät hat geschlafen")
    expect(trouble(page)).to_contain_text(re.compile(r"stand bei 0:\d\d und steht jetzt bei 0:\d\d\."))
    expect(page.locator(".clock-now")).to_have_text(FIRST_MINUTE)
    expect(page.locator("textarea")).to_have_value(HALF)
    assert find_violations(page) == []
    page.get_by_role("button", name="Verstanden").click()
    expect(page.locator("textarea")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect_sent_once(page, f"{HALF} ^TB")


def test_who_sets_the_clock_changes_nothing_about_the_run(visit: Visit):
    page = visit("tia")
    page.clock.install()
    start_run(page)
    open_first(page)

    for hours in (2, -2):
        page.clock.set_system_time((time.time() + 3600 * hours) * 1000)
        expect(trouble(page)).to_contain_text("Die Uhr dieses Geräts wurde verstellt")
        expect(page.locator(".clock-now")).to_have_text(FIRST_MINUTE)
        page.get_by_role("button", name="Verstanden").click()

    write_reply(page, TEXT)
    expect_sent_once(page)


def read_out(page: Page) -> str:
    """Everything that Chromium tells a screen reader about the page."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return " ".join(str(node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"])


def test_while_paused_the_thread_is_covered_for_everybody_and_the_composer_locked(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    page.keyboard.type("Angefangen")
    words = page.locator(".thread-log .post-text").first.inner_text()
    assert words in read_out(page)

    page.get_by_role("button", name="Pause").click()

    expect(page.get_by_text("Solange der Lauf steht")).to_be_visible()
    expect(page.locator("textarea")).to_be_disabled()
    assert words not in read_out(page)
    expect(page.locator("gp-announcer [aria-live]")).to_contain_text("Der Lauf ist angehalten")
    assert find_violations(page) == []
    page.get_by_role("button", name="Weiter").click()
    expect(page.locator("textarea")).to_be_enabled()
    expect(page.locator("textarea")).to_have_value("Angefangen")
