"""The debrief in a browser: folded, readable at 360 px, and with everything where a link leads."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.acts import end_run, open_first, start_run, write_reply
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TEXTS = (
    "Guten Abend, das tut mir leid. Ich frage nach und melde mich bis 19:30 Uhr.",
    "Schicken Sie mir hier Ihre Kundennummer.",
    "Das steht in den AGB!!!",
    "Ihr Anliegen wurde aufgenommen und wird an die Fachabteilung weitergeleitet.",
    "Dazu kann ich nichts sagen.",
    "Ich verstehe den Ärger gut, das Warten zehrt.",
    "Bitte haben Sie etwas Geduld.",
)


def play_long(page: Page) -> None:
    """A run with as many replies as TEXTS has, to its debrief."""
    start_run(page)
    open_first(page)
    for count, text in enumerate(TEXTS, start=1):
        write_reply(page, text)
        expect(page.locator(".post-mine")).to_have_count(count)
    end_run(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_folded_reply_opens_where_it_stands(visit: Visit, width: int):
    page = visit("tia", width=width)
    play_long(page)
    folded = page.locator("details.moment[data-page]")
    assert folded.count() >= 2
    mark = folded.last.locator(".mark-box").inner_text()

    folded.last.locator("summary").focus()
    page.keyboard.press("Enter")

    opened = page.locator("details.moment[id^=reply-]").filter(has=page.locator(f".mark-box:text-is('{mark}')"))
    expect(opened.locator(".findings")).to_be_visible()
    expect(opened.locator(".post-mine")).to_have_count(1)
    assert (find_violations(page), page.evaluate(OVERFLOW)) == ([], 0)


def test_a_link_to_a_folded_reply_opens_it(visit: Visit):
    page = visit("tia")
    play_long(page)
    target = page.locator("details.moment[data-page]").last.get_attribute("id")

    page.goto(f"{page.url.split('#')[0]}#{target}")

    expect(page.locator(f"#{target} .findings")).to_be_visible()
    expect(page.locator(f"#{target}")).to_be_in_viewport()


def test_without_scripts_a_folded_reply_is_a_link_to_its_page(visit: Visit):
    page = visit("tia")
    play_long(page)
    link = page.locator("details.moment[data-page] a").last.get_attribute("href")

    page.goto(re.sub(r"(//[^/]+)/.*", r"\1", page.url) + link)

    expect(page.locator(".findings")).to_be_visible()
    assert find_violations(page) == []
    page.get_by_role("link", name="Zurück zur Auswertung").click()
    expect(page.locator(".picks")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_run_is_scrubbed_and_played_by_keyboard(visit: Visit, width: int):
    page = visit("tia", width=width)
    play_long(page)
    page.get_by_role("link", name="Den Lauf abspielen").click()
    slider = page.get_by_role("slider", name="Laufzeit")
    slider.focus()

    page.keyboard.press("End")
    expect(page.locator(".post-mine")).to_have_count(len(TEXTS))
    at_end = slider.get_attribute("aria-valuetext")
    page.keyboard.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^0:00 von "))
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", re.compile(r"^0:01 von "))
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Anhalten")).to_be_visible()
    expect(slider).to_have_attribute("aria-valuetext", at_end, timeout=60_000)
    expect(page.get_by_role("button", name="Abspielen")).to_be_visible()

    page.get_by_role("button", name="Vorige Antwort").click()
    expect(page.locator(".post-mine")).to_have_count(len(TEXTS))
    page.get_by_role("button", name="Vorige Antwort").click()
    expect(page.locator(".post-mine")).to_have_count(len(TEXTS) - 1)
    assert (find_violations(page), page.evaluate(OVERFLOW)) == ([], 0)
    assert page.locator("textarea").count() == 0
