"""Second thoughts at the desk: an own reply is corrected, then deleted, and everybody can see it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, start_run, write_reply
from tests.e2e.axe import find_violations

FIRST = "Guten Abend, wir schauen gleich nach."
BETTER = "Guten Abend, das Warten tut mir leid. Wir fragen bei der Leitstelle nach und melden uns."
Visit = Callable[..., Page]


def test_a_reply_is_corrected_and_deleted_visibly_with_the_keyboard(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    write_reply(page, FIRST)
    mine = page.locator(".post-mine")
    expect(mine).to_contain_text(FIRST)

    mine.get_by_role("button", name="Korrigieren").press("Enter")
    dialog = page.locator("dialog[open]")
    field = dialog.get_by_label("Ihre Antwort")
    expect(field).to_be_focused()
    expect(dialog.get_by_role("button", name="Korrigieren")).to_be_disabled()
    field.fill(BETTER)
    assert find_violations(page) == []

    # What was begun is there again after a reload, and the reply stands as it was.
    page.reload()
    expect(mine.locator(".post-text")).to_contain_text(FIRST)
    mine.get_by_role("button", name="Korrigieren").press("Enter")
    expect(field).to_have_value(BETTER)
    expect(field).to_be_focused()
    field.press("Control+Enter")
    expect(dialog).to_have_count(0)

    expect(mine.locator(".post-text")).to_have_text(BETTER)
    expect(mine.locator("summary")).to_contain_text("Korrigiert bei")
    mine.locator("summary").press("Enter")
    expect(mine.locator(".post-earlier")).to_contain_text(FIRST)
    assert find_violations(page) == []

    mine.get_by_role("button", name="Löschen").press("Enter")
    dialog.get_by_role("button", name="Löschen").press("Enter")
    expect(dialog).to_have_count(0)
    expect(mine.locator(".post-gone")).to_contain_text("Gelöscht bei")
    expect(page.locator("gp-thread .post-open")).not_to_have_count(0)
    assert find_violations(page) == []
