"""Several steps in one, by keyboard: what goes out, what a refusal leaves, and a macro of one's own."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import start_run
from tests.e2e.axe import find_violations
from tests.e2e.played_line import PlayedLine

Visit = Callable[..., Page]
TEXT = "Der nächste Zug fährt um 19:45 Uhr."
REFUSAL = "Der Lauf steht still."


def test_a_macro_is_run_stopped_gone_on_with_and_made(visit: Visit):
    page = visit("tia")
    start_run(page)
    line = PlayedLine(json.loads(page.locator("#pack").text_content() or ""), threads=2)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    page.locator("[data-thread=t0]").click()
    dialog, stopped = page.locator("dialog[open]"), page.locator(".macro-stopped")

    # Nothing is written yet: it says so, and does nothing.
    page.keyboard.press("x")
    expect(dialog.get_by_role("radio", name="Antworten und erledigen")).to_be_focused()
    expect(dialog).to_contain_text("Dafür muss im Eingabefeld ein Text stehen.")
    assert find_violations(page) == []
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")

    page.locator(".composer textarea").fill(TEXT)
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    expect(dialog.locator(".macro-words")).to_have_text(TEXT)
    page.keyboard.press("Enter")
    expect(page.locator(".macro-run")).to_contain_text("Schritt 1 von 2, Antwort senden")
    sent = line.accept_reply()
    assert (sent["thread"], sent["text"]) == ("t0", f"{TEXT} ^TB")
    expect(page.locator(".macro-run")).to_contain_text("Schritt 2 von 2, als erledigt markieren")

    line.refuse("resolve", REFUSAL)
    expect(stopped).to_have_attribute("role", "alert")
    for words in (REFUSAL, "Getan und gültig: Antwort senden.", "Unterblieben: als erledigt markieren."):
        expect(stopped).to_contain_text(words)
    expect(page.locator(".trouble")).to_have_count(0)
    assert find_violations(page) == []
    stopped.get_by_role("button", name="Ab hier noch einmal").press("Enter")
    line.accept("resolve", "Resolved")
    expect(page.locator(".macro-run")).to_have_count(0)
    assert [each["type"] for each in line.heard if "cmd_id" in each] == ["reply", "resolve", "resolve"]

    # One of one's own, which brings its words along; it is there again after a reload.
    page.locator("[data-thread=t1]").click()
    page.keyboard.press("x")
    dialog.get_by_role("button", name="Neues Makro").click()
    dialog.get_by_label("Name").fill("Später sehen")
    dialog.get_by_label("Schritt 1").select_option("note")
    dialog.get_by_label("Text (leer").fill("Um 19 Uhr noch einmal ansehen.")
    dialog.get_by_label("Schritt 2").select_option("aside")
    assert find_violations(page) == []
    with page.expect_response("**/own/desk/") as kept:
        dialog.get_by_role("button", name="Sichern").click()
    assert kept.value.status == 204
    # It lies with the account, and nowhere where the next person at this computer would find it.
    page.evaluate(
        "localStorage.setItem('gp:listing:' + JSON.parse(document.getElementById('pack').textContent).run, '{corrupt')"
    )
    assert "Später sehen" not in page.evaluate("JSON.stringify(localStorage)")
    page.reload()
    page.locator("[data-thread=t1]").click()
    page.keyboard.press("x")
    dialog.get_by_role("radio", name="Später sehen").check()
    page.keyboard.press("Enter")
    note = line.accept("note", "NoteWritten")
    assert (note["thread"], note["text"]) == ("t1", "Um 19 Uhr noch einmal ansehen.")
    expect(page.locator("[data-thread=t1]")).to_contain_text("zurückgestellt")
