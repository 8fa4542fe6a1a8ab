"""The customer card: what somebody wrote elsewhere, what was before, and what of it is private."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import start_run
from tests.e2e.axe import find_violations
from tests.e2e.played_line import PlayedLine

Visit = Callable[..., Page]


def test_the_card_leads_to_what_somebody_wrote_elsewhere(visit: Visit):
    page = visit("tia", color_scheme="dark", width=1280)
    start_run(page)
    line = PlayedLine(json.loads(page.locator("#pack").text_content() or ""), threads=2)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    expect(page.locator("[data-thread=t0]")).to_be_visible()
    line.post(0, at_ms=61_000, thread="t1", text="Und hier steht auch niemand.", visibility="private")
    page.locator("[data-thread=t0]").click()

    card = page.locator("gp-customer")
    expect(card).to_contain_text("Schrieb in diesem Lauf noch 2 Beiträge")
    post = card.get_by_role("button", name="Und hier steht auch niemand.")
    expect(post).to_contain_text("privat")
    line.tell(
        "CustomerIdentified",
        {"persona": "who0", "thread": "t0", "record": {}, "history": ["März: <b>Fundbüro</b>, geklärt"]},
        at_ms=62_000,
    )
    expect(card).to_contain_text("Früher bei uns")
    expect(card).to_contain_text("März: <b>Fundbüro</b>, geklärt")
    assert find_violations(page) == []

    post.press("Enter")
    expect(page.locator("[data-thread=t1]")).to_have_attribute("aria-current", "true")
    expect(page.locator(".composer-to")).to_contain_text("Person 0")
    expect(page.locator("textarea")).to_be_focused()
    assert find_violations(page) == []
