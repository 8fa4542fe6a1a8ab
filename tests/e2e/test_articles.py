"""Something is looked up and put into the reply, with the keyboard alone; what was solved is proposed in turn."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run, write_reply
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]


def test_an_article_is_found_and_stands_where_the_cursor_was(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    page.keyboard.type("Hallo,  Viele Grüße")
    for _ in range(len(" Viele Grüße")):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    page.keyboard.press("w")
    search = page.get_by_role("searchbox", name="Artikel suchen")
    expect(search).to_be_focused()

    page.keyboard.type("gepackstuck")
    expect(page.locator("gp-articles").get_by_role("status")).to_have_text("1 Artikel gefunden.")
    assert find_violations(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("gp-articles").get_by_role("button", name="Einfügen")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("textarea")).to_be_focused()
    expect(page.locator("textarea")).to_have_value(re.compile("^Hallo, Ein vergessenes .* nachsehen. Viele Grüße$"))
    search.fill("nichtsdergleichen")
    expect(page.locator("gp-articles")).to_contain_text("Kein Artikel zu")
    assert find_violations(page) == []


def test_what_was_solved_is_proposed_as_an_article(visit: Visit):
    page = visit("theo")
    start_run(page)
    open_first(page)
    write_reply(page, "Guten Abend, Frau Lang, die Weiche ist frei, um 18:10 Uhr geht es weiter.")
    expect(page.locator(".post-mine")).to_have_count(1)
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    page.locator("[data-act=resolve]").press("Enter")
    expect(page.locator(".thread-state")).to_contain_text("Erledigt")

    page.keyboard.press("m")
    page.locator("[data-act=propose]").press("Enter")
    dialog = page.get_by_role("dialog", name="Gelöstes als Artikel vorschlagen")
    expect(dialog.get_by_label("Was sollten andere wissen?")).to_have_value(re.compile("^Die Weiche ist frei"))
    assert find_violations(page) == []
    expect(dialog.get_by_label("Worum geht es?")).to_be_focused()
    page.keyboard.type("Weichen im Winter")
    page.keyboard.press("Control+Enter")

    expect(dialog).to_have_count(0)
    expect(page.locator(".internal-proposal")).to_contain_text("Weichen im Winter")
    assert find_violations(page) == []
    page.goto("/".join(page.url.split("/")[:3]) + "/own/articles/")
    expect(page.get_by_role("heading", name="Weichen im Winter")).to_be_visible()
    assert find_violations(page) == []
