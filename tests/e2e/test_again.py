"""After the debrief: a moment is tried again with both futures side by side, then weights and progress, and at last the
run is deleted; at 360 px as on a wide page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.acts import end_run, open_first, start_run, write_reply
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
COLD = "Das steht in den AGB!!!"
WARM = "Guten Abend, das Warten tut mir leid. Ich frage nach und melde mich bis 19:30 Uhr."


def find_faults(page: Page) -> tuple[list[str], int]:
    return find_violations(page), page.evaluate(OVERFLOW)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_moment_is_tried_again_and_its_run_deleted(visit: Visit, width: int):
    page = visit("tia", width=width)
    start_run(page)
    open_first(page)
    write_reply(page, COLD)
    expect(page.locator(".post-mine")).to_have_count(1)
    end_run(page)
    first = page.url

    page.locator(".pick-retry").get_by_role("button", name="Diesen Augenblick noch einmal versuchen").press("Enter")
    expect(page.locator("textarea, .queue-item").first).to_be_visible()
    expect(page.locator(".post-mine")).to_have_count(0)
    # The thread that the moment is about is open.
    expect(page.locator(".thread-head")).to_be_visible()
    page.keyboard.press("r")
    expect(page.locator(".composer textarea")).to_be_focused()
    write_reply(page, WARM)
    expect(page.locator(".post-mine")).to_have_count(1)
    end_run(page)

    futures = page.get_by_role("region", name="Beide Verläufe", exact=True)
    expect(futures.locator(".post-text")).to_have_text([f"{COLD} ^TB", f"{WARM} ^TB"])
    assert find_faults(page) == ([], 0)

    page.get_by_role("link", name="Bis zu den Gewichten").click()
    expect(page.get_by_role("table").first).to_be_visible()
    assert find_faults(page) == ([], 0)

    page.goto(first.split("/runs/")[0] + "/progress/")
    expect(page.locator(".progress-picture").first).to_be_visible()
    page.locator("details summary").first.press("Enter")
    assert find_faults(page) == ([], 0)

    page.goto(first)
    page.get_by_text("Jetzt löschen").press("Enter")
    page.get_by_role("button", name="Diesen Lauf endgültig löschen").press("Enter")
    expect(page.locator(".messages")).to_contain_text("Der Lauf ist gelöscht.")
    assert page.request.get(first).status == 404
