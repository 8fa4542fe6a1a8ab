"""The queue in a browser: looked through, sorted, listened in, worked in bulk; of 500 threads few are drawn."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.axe import find_violations
from tests.e2e.played_line import PlayedLine
from tests.e2e.storm import TITLE

Visit = Callable[..., Page]


def start_storm(page: Page) -> None:
    page.get_by_role("link", name=TITLE["de"], exact=True).first.click()
    page.get_by_role("button", name="Los geht's").click()
    expect(page.locator("[data-thread=park]")).to_be_visible()


def play_line(page: Page, *, threads: int) -> PlayedLine:
    """The same desk, on a line that brings `threads` threads."""
    line = PlayedLine(json.loads(page.locator("#pack").text_content() or ""), threads=threads)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    expect(page.locator(".count-badge").first).to_have_text(f"{threads} warten")
    return line


def names(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".queue-name").all_inner_texts()]


def test_the_queue_is_searched_filtered_and_sorted(visit: Visit):
    page = visit("tia")
    start_storm(page)

    page.get_by_role("searchbox").fill("SAFTLADEN")
    expect(page.locator(".queue-item")).to_have_count(1)
    expect(page.locator(".count-badge").first).to_contain_text("1 von ")
    page.keyboard.press("Escape")
    expect(page.locator(".queue-item")).to_be_focused()
    page.get_by_role("button", name="Alles zeigen").click()
    page.get_by_text("Sortieren, filtern").click()
    page.locator("select[name=order]").select_option("reach")
    expect(page.locator(".queue-item").first).to_have_attribute("data-thread", "rechnung")
    expect(page.locator(".queue-item").first).to_contain_text("12.400")
    page.locator("select[name=channel]").select_option("seite")
    expect(page.locator(".queue-item")).to_have_count(1)
    assert find_violations(page) == []

    page.reload()
    expect(page.locator(".queue-item").first).to_have_attribute("data-thread", "rechnung")


def test_a_word_of_ones_own_finds_voices_of_the_crowd(visit: Visit):
    page = visit("theo")
    start_storm(page)
    page.locator(".speed select").select_option("8000")
    expect(page.locator(".crowd")).to_contain_text("Weitere Stimmen (1", timeout=20_000)
    page.locator(".speed select").select_option("500")
    page.get_by_text("Wonach wir suchen").click()

    page.get_by_label("Eigenes Suchwort").fill("e")
    page.get_by_role("button", name="Suchen", exact=True).click()
    expect(page.locator("gp-queue .left-crowd").first).to_be_visible()
    page.get_by_label("Suche des Hauses").uncheck()

    expect(page.get_by_text("Was Ihre Wörter nicht treffen")).to_be_visible()
    assert find_violations(page) == []


def test_several_threads_are_resolved_at_once(visit: Visit):
    page = visit("tia")
    start_storm(page)
    page.get_by_text("Sortieren, filtern").click()
    page.get_by_role("button", name="Mehrere auswählen").press("Enter")
    expect(page.locator(".queue-tick input").first).to_be_focused()
    for thread in ("wut", "park"):
        page.locator(f".queue-entry:has([data-thread={thread}]) input").check()

    expect(page.locator(".bulk")).to_contain_text("2 ausgewählt · 2 davon warten noch auf ein Wort")
    assert find_violations(page) == []
    page.get_by_role("button", name="Als erledigt markieren").last.click()

    for thread in ("wut", "park"):
        expect(page.locator(f"[data-thread={thread}]")).to_contain_text("erledigt")


def test_of_five_hundred_threads_few_are_drawn_and_all_can_be_reached(visit: Visit):
    page = visit("tia")
    start_storm(page)
    play_line(page, threads=500)

    assert page.locator(".queue-item").count() <= 100
    expect(page.locator(".queue-entry").first).to_have_attribute("aria-setsize", "500")
    height = page.locator(".desk-queue").evaluate("panel => panel.scrollHeight")
    assert height > 500 * 60
    page.locator(".desk-queue").evaluate("panel => { panel.scrollTop = panel.scrollHeight; }")
    expect(page.locator(".queue-entry[aria-posinset='500']")).to_be_visible()
    assert page.locator(".queue-item").count() <= 100

    page.locator(".desk-queue").evaluate("panel => { panel.scrollTop = 0; }")
    expect(page.locator(".queue-entry[aria-posinset='1']")).to_be_visible()
    for _ in range(30):
        page.keyboard.press("j")
    expect(page.locator(".queue-entry[aria-posinset='30'] .queue-item")).to_be_focused()


def test_nothing_moves_under_the_pointer_until_it_leaves(visit: Visit):
    page = visit("theo")
    start_storm(page)
    line = play_line(page, threads=30)
    before = names(page)[:5]
    page.locator(".queue-item").nth(2).hover()

    line.post("dringend", at_ms=0)
    expect(page.get_by_role("button", name="1 neu – neu ordnen")).to_be_visible()
    assert names(page)[:5] == before
    page.mouse.move(900, 400)

    expect(page.get_by_role("button", name="neu ordnen")).to_have_count(0)
    assert names(page)[:5] == ["Person dringend", *before[:4]]


def test_the_sabotaged_list_moves_under_the_pointer(visit: Visit):
    page = visit("theo")
    start_storm(page)
    line = play_line(page, threads=30)
    page.evaluate("document.querySelector('gp-desk').store.listing.hold = () => {}")
    before = names(page)[:5]
    page.locator(".queue-item").nth(2).hover()

    line.post("dringend", at_ms=0)

    expect(page.locator(".queue-name").first).to_have_text("Person dringend")
    assert names(page)[1:5] == before[:4]
