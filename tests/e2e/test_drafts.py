"""A draft on another device: there when the desk is opened, newest wins, and nobody loses a word."""

from collections.abc import Callable

from playwright.sync_api import Page, Response, expect

from tests.e2e.acts import open_first, start_run
from tests.e2e.axe import find_violations, find_violations_in_both

FIRST = "Guten Abend, wir fragen gerade"
SECOND = "Guten Abend, wir fragen gerade bei der Leitstelle nach."
Visit = Callable[..., Page]


def is_kept(answer: Response) -> bool:
    return answer.url.endswith("/drafts/") and answer.request.method == "POST" and answer.status == 200


def type_and_wait(page: Page, text: str) -> None:
    with page.expect_response(is_kept):
        page.locator("textarea").first.fill(text)


def come_back(page: Page) -> None:
    """As after having looked at something else."""
    with page.expect_response(lambda answer: answer.url.endswith("/drafts/") and answer.request.method == "GET"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_draft_goes_on_on_another_device_and_is_gone_when_it_was_sent(visit: Visit):
    desk = visit("tia")
    start_run(desk)
    open_first(desk)
    type_and_wait(desk, FIRST)

    phone = visit("tia", width=768, height=1024)
    phone.goto(desk.url)
    expect(phone.locator(".queue-item").first).to_be_visible()
    phone.locator(".queue-item").first.click()
    field = phone.locator("textarea").first
    expect(field).to_have_value(FIRST)
    expect(phone.locator(".composer-other")).to_contain_text("von einem anderen Gerät")
    assert find_violations_in_both(phone) == []
    type_and_wait(phone, SECOND)

    come_back(desk)
    expect(desk.locator("textarea").first).to_have_value(SECOND)

    with phone.expect_response(is_kept):
        field.press("Control+Enter")
    expect(phone.locator(".post-mine")).to_contain_text(SECOND)
    expect(desk.locator(".post-mine")).to_contain_text(SECOND)
    come_back(desk)
    expect(desk.locator("textarea").first).to_have_value("")


def test_what_another_device_wrote_over_is_offered_again(visit: Visit):
    desk = visit("tia")
    start_run(desk)
    open_first(desk)
    desk.route("**/drafts/", lambda route: route.abort("connectionrefused"))
    desk.locator("textarea").first.fill("Mein Text ohne Leitung")
    expect(desk.locator("gp-status")).to_contain_text("nur in diesem Browser gesichert")

    phone = visit("tia")
    phone.goto(desk.url)
    phone.locator(".queue-item").first.click()
    type_and_wait(phone, FIRST)

    desk.unroute("**/drafts/")
    come_back(desk)
    expect(desk.locator("textarea").first).to_have_value(FIRST)
    other = desk.locator(".composer-other")
    other.get_by_text("Den anderen Text zeigen").click()
    expect(other).to_contain_text("Mein Text ohne Leitung")
    assert find_violations(desk) == []
    other.get_by_role("button", name="Den anderen nehmen").click()
    expect(desk.locator("textarea").first).to_have_value("Mein Text ohne Leitung")
    other.get_by_role("button", name="Verstanden").click()
    expect(other).to_have_count(0)
