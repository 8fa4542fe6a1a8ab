"""A coach who knows no YAML writes the house's profile and puts it on a shipped scenario; a trainee plays it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, set_speed
from tests.e2e.axe import find_violations
from tests.e2e.site import Site

Visit = Callable[..., Page]


def test_a_house_plays_a_shipped_scenario_in_its_own_words(visit: Visit, site: Site):
    page = visit("cem")
    page.get_by_role("link", name="Hausprofile").click()
    page.get_by_role("button", name="Formular ausfüllen").click()
    page.get_by_label("Name", exact=True).first.fill("Kieselbahn")
    page.get_by_label("Konto").fill("@kieselbahn")
    page.get_by_label("Anrede").select_option(label="du")
    page.get_by_role("button", name="Als nächste Version sichern").click()
    expect(page.locator(".errorlist li")).to_have_count(1)  # the team has no name yet
    page.get_by_label("Name des Serviceteams").fill("Team Kieselbahn")
    page.get_by_label("Unterschreibt").select_option(value="service_name")
    page.get_by_role("button", name="Als nächste Version sichern").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kieselbahn")
    problems = {"profile": find_violations(page)}
    page.get_by_role("link", name="Als Text").click()
    problems["text"] = find_violations(page)
    page.go_back()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("link", name="Auf ein Szenario anwenden").click()
    problems["use"] = find_violations(page)
    page.locator("li", has_text="Signalstörung am Freitagabend").get_by_role("link").click()
    problems["dress"] = find_violations(page)
    page.get_by_role("button", name="Für die Gruppe veröffentlichen").click()
    page.wait_for_url("**/scenarios/*/")
    brief = page.url
    page.goto(f"{site.url}/library/?words=Kieselbahn")
    page.locator(".profile-offers a").click()
    problems["book"] = find_violations(page)

    trainee = visit("sam")
    trainee.goto(brief)
    trainee.get_by_role("button", name="Los geht's").click()
    trainee.wait_for_url("**/runs/*/")
    set_speed(trainee, "8000")
    expect(trainee.locator(".queue-item").first).to_be_visible()
    set_speed(trainee, "1000")
    open_first(trainee)

    expect(trainee.locator("body")).to_contain_text("Kieselbahn")
    assert {name: found for name, found in problems.items() if found} == {}
