"""An internal note cannot be mistaken for a reply: not in the composer, not on its button, not in the thread."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import start_run
from tests.e2e.axe import find_violations_in_both

NOTE = "Frau Vogt ruft um zwölf zurück, noch nichts zugesagt."
Visit = Callable[..., Page]


def test_a_note_is_filed_with_the_keyboard_and_answers_nobody(visit: Visit):
    page = visit("tia")
    start_run(page)
    page.keyboard.press("j")
    page.keyboard.press("i")
    field = page.get_by_role("textbox", name="Interne Notiz schreiben")
    expect(field).to_be_focused()
    page.keyboard.type(NOTE)

    form = page.get_by_role("form", name="Interne Notiz schreiben")
    expect(form).to_contain_text("Nur Ihr Team und Ihr Coach lesen das.")
    assert find_violations_in_both(page) == []
    # Who is picked changes nothing: it stays a note.
    page.locator(".post").first.click()
    expect(form.get_by_role("button", name="Notiz ablegen")).to_be_enabled()
    looks = [one.evaluate("one => getComputedStyle(one).borderTopStyle") for one in (form, field)]
    assert looks == ["double", "double"]
    field.press("Control+Enter")

    expect(page.locator(".internal-note")).to_contain_text(NOTE)
    expect(page.locator(".internal-note")).to_contain_text("nur intern")
    expect(page.locator(".post-mine")).to_have_count(0)
    expect(page.locator(".post-open")).not_to_have_count(0)
    assert find_violations_in_both(page) == []
