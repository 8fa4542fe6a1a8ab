"""Every page, in the light and in the dark, in German and English: axe finds nothing, nothing overflows."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.acts import end_run, open_first, set_speed, start_run, write_reply
from tests.e2e.axe import find_violations, find_violations_in_both
from tests.e2e.site import Site
from tests.e2e.watch import watch_page

Visit = Callable[..., Page]


def test_nobody_is_shut_out_of_the_sign_in(visit: Visit, site: Site):
    page = visit("tia")
    page.context.clear_cookies()
    page.goto(f"{site.url}/accounts/login/")

    assert find_violations(page) == []


def test_nobody_is_shut_out_of_home_brief_desk_and_debrief(visit: Visit):
    page = visit("theo")
    found = {"home": find_violations_in_both(page)}
    page.get_by_role("link", name="Ein ruhiger Morgen", exact=True).first.click()
    found["brief"] = find_violations_in_both(page)
    page.goto("/".join(page.url.split("/")[:3]))
    start_run(page)
    found["desk"] = find_violations_in_both(page)
    open_first(page)
    page.keyboard.type("/")
    found["templates"] = find_violations_in_both(page)
    page.keyboard.press("Escape")
    page.get_by_text("Privat", exact=True).click()
    found["private"] = find_violations_in_both(page)
    page.get_by_text("Öffentlich", exact=True).click()
    page.locator("textarea").fill("")
    page.locator("textarea").focus()
    write_reply(page, "Guten Abend! Bitte nennen Sie mir Ihre Kundennummer. Das tut mir sehr leid.")
    expect(page.locator(".post-mine")).to_have_count(1)
    found["answered"] = find_violations_in_both(page)
    page.get_by_role("button", name="Hilfe zu Tasten").click()
    found["help"] = find_violations_in_both(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("Solange der Lauf steht")).to_be_visible()
    found["paused"] = find_violations_in_both(page)
    page.get_by_role("button", name="Weiter").click()
    end_run(page)
    found["debrief"] = find_violations_in_both(page)
    page.get_by_role("link", name="Handbuch").click()
    page.get_by_role("link", name="Tasten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tasten")
    found["handbook"] = find_violations_in_both(page)

    assert {name: violations for name, violations in found.items() if violations} == {}


@pytest.mark.parametrize("width", [360, 768, 1280, 2560])
def test_nothing_is_wider_than_the_screen(visit: Visit, width: int):
    page = visit("theo", width=width)
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    wider = {"home": page.evaluate(overflow)}
    page.get_by_role("link", name="Signalstörung am Freitagabend", exact=True).first.click()
    wider["brief"] = page.evaluate(overflow)
    page.goto("/".join(page.url.split("/")[:3]))
    start_run(page)
    page.locator(".queue-item").first.click()
    page.locator("textarea").fill("Hallo, ich schaue nach.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".post-mine")).to_have_count(1)
    wider["desk"] = page.evaluate(overflow)
    end_run(page)
    wider["debrief"] = page.evaluate(overflow)
    page.get_by_role("link", name="Handbuch").click()
    page.wait_for_url("**/handbook/")
    wider["handbook"] = page.evaluate(overflow)

    assert wider == {"home": 0, "brief": 0, "desk": 0, "debrief": 0, "handbook": 0}


def test_the_button_that_starts_is_in_sight_on_a_small_laptop(visit: Visit):
    page = visit("theo", width=1366, height=650)
    page.get_by_role("link", name="Signalstörung am Freitagabend", exact=True).first.click()

    expect(page.get_by_role("button", name="Los geht's")).to_be_in_viewport(ratio=1)


def test_the_english_pages_shut_nobody_out_either(visit: Visit):
    """In English, with the German edition: two languages on every page."""
    page = visit("cem", locale="en-GB", color_scheme="dark")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Choose a scenario")).to_be_visible()
    found = {"home": find_violations(page)}
    page.get_by_role("link", name=re.compile("Play it in German.*Signal failure")).click()
    found["brief"] = find_violations(page)
    page.get_by_role("button", name="Let's go").click()
    page.wait_for_url("**/runs/*/")
    set_speed(page, "8000")
    expect(page.locator(".queue-item").first).to_be_visible()
    set_speed(page, "1000")
    open_first(page)
    write_reply(page, "Guten Abend! Das tut mir leid, wir wissen noch nicht mehr.")
    expect(page.locator(".post-mine")).to_have_count(1)
    found["desk"] = find_violations(page)
    languages = page.locator(".post-text").evaluate_all("all => all.map((one) => one.lang)")
    page.get_by_role("button", name="End run").click()
    page.get_by_role("button", name="End the run").click()
    page.get_by_role("link", name="Go to the debrief").click()
    page.wait_for_url("**/debrief/")
    found["debrief"] = find_violations(page)

    assert {name: violations for name, violations in found.items() if violations} == {}
    assert set(languages) == {"de"}


def test_the_pages_speak_english_to_who_wants_it(visit: Visit):
    page = visit("sam", locale="en-GB")
    page.get_by_role("button", name="English").click()

    expect(page.get_by_role("heading", name="Choose a scenario")).to_be_visible()
    page.get_by_role("link", name="Signal failure on a Friday evening", exact=True).first.click()
    page.get_by_role("button", name="Let's go").click()
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()
    page.goto("/".join(page.url.split("/")[:3]))
    page.get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("heading", name="Wählen Sie ein Szenario")).to_be_visible()


def test_no_script_of_a_stranger_would_run(browser: Browser, site: Site):
    """The sabotage twin of the watch over violations: there is something that it would see."""
    page = browser.new_page()
    seen = watch_page(page, url=site.url)
    page.goto(f"{site.url}/accounts/login/")

    caught = page.evaluate(
        """() => new Promise((resolve) => {
            addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective), { once: true });
            const script = document.createElement("script");
            try { script.textContent = "window.wasHere = true"; } catch { resolve("trusted types"); }
            document.body.append(script);
        })"""
    )

    assert caught in ("require-trusted-types-for", "trusted types", "script-src-elem")
    assert page.evaluate("window.wasHere") is None
    assert seen != []
    page.close()
