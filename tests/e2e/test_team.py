"""Two at work in one run, as the desk would show it: prepared for team runs, so the other one's frames are played."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import start_run
from tests.e2e.axe import find_violations
from tests.e2e.played_line import PlayedLine

Visit = Callable[..., Page]


def test_who_else_has_a_thread_open_and_whose_it_is(visit: Visit):
    page = visit("tia")
    start_run(page)
    pack = json.loads(page.locator("#pack").text_content() or "")
    line = PlayedLine(pack, threads=2)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    page.locator("[data-thread=t0]").click()
    team = page.locator(".team")
    # Alone, there is nothing of it, and nobody is told where one looks.
    expect(page.locator("gp-team")).to_be_attached()
    expect(team).to_have_count(0)
    assert "look" not in {message["type"] for message in line.heard}

    theo = {"type": "presence", "actor": "u99", "name": "Theo Lindner"}
    line.send({**theo, "thread": "t0"})
    expect(team.get_by_role("status")).to_have_text("Theo Lindner hat dieses Gespräch auch offen.")
    expect(team).to_contain_text("Niemandem zugewiesen")
    assert find_violations(page) == []
    team.get_by_role("button", name="Übernehmen").press("Enter")
    sent = line.accept("assign", "Assigned", to=pack["actor"])
    assert (sent["thread"], sent["to"]) == ("t0", pack["actor"])
    expect(team).to_contain_text("Ihnen zugewiesen")

    line.tell("Assigned", {"thread": "t0", "to": "u99"}, at_ms=61_000)
    line.send({**theo, "thread": "t1"})
    expect(team).to_contain_text("Zugewiesen an Theo Lindner")
    expect(team.get_by_role("status")).to_be_empty()
