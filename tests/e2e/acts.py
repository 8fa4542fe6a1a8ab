"""What people do at the desk, in the words of the tests."""

from playwright.sync_api import Page, expect


def start_run(page: Page, *, scenario: str = "Signalstörung am Freitagabend") -> None:
    """From the home page to the desk, where the first post has come."""
    page.get_by_role("link", name=scenario, exact=True).first.click()
    page.get_by_role("button", name="Los geht's").click()
    page.wait_for_url("**/runs/*/")
    set_speed(page, "8000")
    expect(page.locator(".queue-item").first).to_be_visible()
    set_speed(page, "1000")


def set_speed(page: Page, per_mille: str) -> None:
    expect(page.locator(".speed select")).to_be_enabled()
    page.locator(".speed select").select_option(per_mille)


def open_first(page: Page) -> None:
    """Keyboard only: to the first thread of the queue, and into its composer."""
    page.keyboard.press("j")
    expect(page.locator(".queue-item").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("textarea")).to_be_focused()


def write_reply(page: Page, text: str) -> None:
    page.keyboard.type(text)
    page.keyboard.press("Control+Enter")


def end_run(page: Page) -> None:
    """Ends the run and goes to its debrief."""
    page.get_by_role("button", name="Beenden").click()
    page.get_by_role("button", name="Lauf beenden").click()
    page.get_by_role("link", name="Zur Auswertung").click()
    page.wait_for_url("**/debrief/")
