"""The composer's ways cannot be mistaken for one another, and a call or a mail is open only where it can be made."""

import json
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.acts import start_run
from tests.e2e.axe import find_violations
from tests.e2e.played_line import PlayedLine

Visit = Callable[..., Page]
LOOKS = "look.borderTopStyle, look.backgroundColor, look.borderLeftWidth"
RECORD = {"phone": "030 23125 664", "mail": "kunde@post.example"}


def play(page: Page) -> PlayedLine:
    """Person 0 has written in private; what the company knows of them is still to come."""
    start_run(page)
    line = PlayedLine(json.loads(page.locator("#pack").text_content() or ""), threads=2)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    expect(page.locator("[data-thread=t0]")).to_be_visible()
    line.post(0, at_ms=61_000, visibility="private", text="Rufen Sie mich an.")
    page.locator("[data-thread=t0]").click()
    return line


def look_of(form: Locator) -> tuple[str, str, str]:
    style, colour, edge = form.evaluate(f"one => (look => [{LOOKS}])(getComputedStyle(one))")
    return style, colour, edge


def test_every_way_has_its_own_look_and_says_who_reads_it(visit: Visit):
    page = visit("tia", color_scheme="dark", width=900)
    line = play(page)
    expect(page.locator(".post-private")).to_be_visible()
    form, hint = page.locator(".composer"), page.locator(".composer-hint")
    ways = form.get_by_role("radiogroup", name="Sichtbarkeit").get_by_role("radio")
    names = ways.evaluate_all("all => all.map((one) => one.closest('label').innerText.trim())")
    assert names == ["Öffentlich", "Privat", "Anruf", "Interne Notiz"]

    # Nobody knows a number yet: a call can be offered, with a time.
    page.get_by_role("radio", name="Anruf").check(force=True)
    expect(hint).to_contain_text("Sie rufen zur genannten Zeit an")
    expect(form).to_contain_text("Zum Anrufen ist noch keine Nummer bekannt.")
    expect(form.get_by_label("Telefonat führen und festhalten")).to_be_disabled()
    form.get_by_label("Uhrzeit").fill("18:30")
    form.get_by_role("button", name="Einfügen").click()
    expect(form.get_by_role("textbox", name="Rückruf anbieten")).to_have_value("Ich rufe Sie um 18:30 Uhr an.")
    assert find_violations(page) == []
    form.get_by_role("button", name="Rückruf anbieten").click()
    sent = line.accept_reply()
    assert (sent["visibility"], sent["way"]) == ("private", "callback")
    expect(page.locator(".post-mine .post-badge")).to_have_text("Rückruf angeboten")

    line.post(0, at_ms=62_000, visibility="private", way="call", text="Ja, hallo?")
    line.tell("CustomerIdentified", {"persona": "who0", "thread": "t0", "record": RECORD}, at_ms=62_001)
    # On the phone by now: so goes the answer, by itself.
    expect(hint).to_contain_text("Das Protokoll liest nur das Haus")
    looks, words = set(), []
    for name in ("Öffentlich", "Privat", "Anruf", "Mail", "Interne Notiz"):
        page.get_by_role("radio", name=name, exact=True).check(force=True)
        expect(hint).to_have_attribute("role", "status")
        looks.add(look_of(form))
        words.append(
            (hint.inner_text(), form.get_attribute("aria-label"), form.locator(".composer-end .button").inner_text())
        )
    assert len(looks) == 5
    assert len(set(words)) == 5

    # A mail, by keyboard: its subject first; the words of another way come along.
    page.get_by_role("radio", name="Mail").check(force=True)
    subject = form.get_by_label("Betreff")
    subject.focus()
    page.keyboard.type("Ihr Anruf")
    expect(form.get_by_role("button", name="Mail senden")).to_be_disabled()
    assert find_violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.type("Guten Tag, wie besprochen.")
    page.reload()
    expect(page.locator("[data-thread=t0]")).to_be_visible()
    line.post(0, at_ms=61_000, visibility="private", text="Rufen Sie mich an.")
    line.accept_reply()
    # What the mail was begun for comes late, and what opens its way later still.
    line.post(0, at_ms=62_000, visibility="private", way="call", text="Ja, hallo?")
    expect(form.get_by_label("Betreff")).to_have_count(0)
    line.tell("CustomerIdentified", {"persona": "who0", "thread": "t0", "record": RECORD}, at_ms=62_001)
    expect(form.get_by_label("Betreff")).to_have_value("Ihr Anruf")
    page.get_by_role("textbox", name="Mail schreiben").press("Control+Enter")
    sent = line.accept_reply()
    assert (sent["way"], sent["text"]) == ("mail", "Ihr Anruf\nGuten Tag, wie besprochen. ^TB")
    expect(page.locator(".post-mail .post-subject")).to_contain_text("Ihr Anruf")
    assert find_violations(page) == []
