"""Something is looked up and put into the reply, with the keyboard alone."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run
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
