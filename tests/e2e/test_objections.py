"""A trainee says that a finding is wrong, by keyboard, and the coach reads it: axe finds nothing on the way."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import end_run, open_first, start_run, write_reply
from tests.e2e.axe import find_violations_in_both

Visit = Callable[..., Page]


def test_saying_that_a_finding_is_wrong(visit: Visit):
    page = visit("theo")
    start_run(page)
    open_first(page)
    write_reply(page, "Guten Tag! Das tut mir leid, ich frage nach. Bitte nennen Sie mir Ihre Kundennummer.")
    expect(page.locator(".post-mine")).to_have_count(1)
    end_run(page)
    found = page.locator(".finding-critical").first
    found.locator("summary", has_text="Dieser Befund ist falsch").focus()
    page.keyboard.press("Enter")
    expect(found.get_by_label("Warum? (freiwillig)")).to_be_visible()
    violations = {"asked": find_violations_in_both(page)}
    page.keyboard.press("Tab")
    page.keyboard.type("Das war anders gemeint.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(found.get_by_text("Sie haben gesagt, dass dieser Befund falsch ist.")).to_be_visible()
    violations["said"] = find_violations_in_both(page)

    coach = visit("carla")
    coach.get_by_role("link", name="Was Trainees für falsch halten").click()
    expect(coach.get_by_text("Das war anders gemeint.")).to_be_visible()
    expect(coach.locator("blockquote").first).to_have_text("Kundennummer")
    violations["read"] = find_violations_in_both(coach)

    assert {name: found for name, found in violations.items() if found} == {}
