"""A post is tagged and its author blocked, by keyboard, in words that stand in queue, thread and debrief."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import end_run, start_run
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]


def test_a_post_is_tagged_and_its_author_blocked(visit: Visit):
    page = visit("tia")
    start_run(page)
    page.keyboard.press("j")
    item = page.locator(".queue-item").first

    page.keyboard.press("t")
    expect(page.locator(".post-tag")).to_contain_text("Rückmeldung zum Produkt")
    expect(item).to_contain_text("Rückmeldung zum Produkt")
    expect(page.locator("gp-announcer")).to_contain_text("Für das Produkt markiert.")
    assert find_violations(page) == []
    page.keyboard.press("t")
    expect(page.locator(".post-tag")).to_have_count(0)
    page.keyboard.press("t")
    expect(page.locator(".post-tag")).to_have_count(1)

    page.keyboard.press("m")
    page.locator("[data-act=block]").press("Enter")
    dialog = page.get_by_role("dialog", name="Person sperren")
    expect(dialog).to_contain_text("Kritik ist kein Grund.")
    assert find_violations(page) == []
    dialog.get_by_label("Spam").check()
    dialog.get_by_role("button", name="Sperren").click()
    expect(page.locator(".post-treated")).to_contain_text("Person gesperrt: Spam")
    expect(page.locator("gp-customer")).to_contain_text("Von uns gesperrt")
    assert find_violations(page) == []

    # Taken back by the same way: they wait again, and the debrief tells of both.
    page.keyboard.press("m")
    page.locator("[data-act=unblock]").press("Enter")
    expect(page.locator(".post-treated")).to_have_count(0)
    expect(page.locator("gp-customer")).not_to_contain_text("Von uns gesperrt")
    expect(page.locator("gp-announcer")).to_contain_text("Sperre aufgehoben.")
    expect(page.locator("[data-act=block]")).to_be_attached()

    end_run(page)
    expect(page.get_by_text("Sperre der Person aufgehoben").first).to_be_attached()
    done = page.get_by_text("Person gesperrt: Spam")
    expect(done.first).to_be_attached()
    expect(page.get_by_text("Als Rückmeldung zum Produkt markiert").first).to_be_attached()
