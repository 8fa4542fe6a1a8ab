"""The first visit: found first, played by keyboard alone, led by what is done; a reload keeps the place."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.acts import write_reply
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]
SHOWN = ("queue", *["composer"] * 3, "thread", "composer", "queue", "composer", *["clock"] * 3)
"""What each step points at."""
PATIENCE_MS = 15_000
"""For what the server has to say first. The run goes at its own speed: hurried, its people come by themselves, and its
time runs out, where a busy machine takes longer than a person would."""


def tab_to(page: Page, wanted: Locator) -> None:
    """With the tab key, and no pointer; fails where it cannot be reached."""
    for _ in range(60):
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} cannot be reached by the tab key")


def expect_step(page: Page, nth: int, *, focus: str | None = None) -> None:
    """The step that is shown, what it points at, and that it has not taken the focus from the element `focus`."""
    expect(page.locator(".guide-count")).to_have_text(f"Schritt {nth} von {len(SHOWN)}", timeout=PATIENCE_MS)
    expect(page.locator(f'gp-desk[data-guide="{SHOWN[nth - 1]}"]')).to_have_count(1, timeout=PATIENCE_MS)
    if focus:
        expect(page.locator(focus)).to_be_focused()


def open_waiting(page: Page, name: str) -> None:
    """Down the queue, as the step says, until `name` is the one who is open."""
    chosen = page.locator('.queue-item[aria-current="true"]')
    page.keyboard.press("Escape")
    for _ in range(8):
        page.keyboard.press("j")
        expect(chosen).to_be_focused()
        if name in (chosen.text_content() or ""):
            return
    raise AssertionError(f"{name} is not in the queue")


def test_a_new_trainee_is_led_through_the_desk_by_keyboard(visit: Visit):
    page = visit("cem")
    offer = page.locator(".welcome").get_by_role("link", name="Der erste Besuch")
    assert find_violations(page) == []
    tab_to(page, offer)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Los geht's"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/runs/*/")

    expect(page.locator(".queue-item")).to_have_count(1, timeout=PATIENCE_MS)
    expect_step(page, 1)
    assert find_violations(page) == []
    open_waiting(page, "Nora")
    expect_step(page, 2, focus='.queue-item[aria-current="true"]')
    page.keyboard.press("r")
    write_reply(page, "Hallo Nora, keine Sorge: Zehn Minuten ins Wasser, und in zwei Tagen steht er wieder.")

    # The next person writes because somebody was answered; who is writing keeps the focus.
    expect_step(page, 3, focus="textarea")
    page.reload()
    expect_step(page, 3)
    open_waiting(page, "Emil")
    page.keyboard.press("/")
    expect_step(page, 4)
    page.keyboard.press("Enter")
    write_reply(page, " Ihre Palme reist am Dienstag und ist am Tag danach da.")

    expect_step(page, 5)
    open_waiting(page, "Jasper")
    page.keyboard.press("e")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    write_reply(page, "Olivenbaum von Jasper Uhl, seit vier Tagen unterwegs. Bitte heute suchen, Antwort bis 17 Uhr.")
    expect_step(page, 6)
    page.keyboard.press("r")
    write_reply(page, "Hallo Jasper, das tut mir leid. Der Versand sucht Ihren Baum, bis 17 Uhr melde ich mich.")

    expect_step(page, 7)
    open_waiting(page, "Mila")
    page.keyboard.press("a")
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect_step(page, 8)
    open_waiting(page, "Tom")
    page.keyboard.press("r")
    expect(page.locator(".composer-private")).to_be_visible()
    write_reply(page, "Hallo Tom, das geht noch: Ich habe den Lindenweg eingetragen, gepackt wird erst am Abend.")

    expect_step(page, 9)
    page.keyboard.press("Escape")
    tab_to(page, page.get_by_role("button", name="Pause"))
    page.keyboard.press("Enter")
    expect_step(page, 10)
    assert find_violations(page) == []
    tab_to(page, page.get_by_role("button", name="Weiter"))
    page.keyboard.press("Enter")
    expect_step(page, 11)
    tab_to(page, page.get_by_role("button", name="Beenden"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Lauf beenden"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Zur Auswertung"))
    expect(page.locator(".guide-count")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('gp:guide'))") == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/debrief/")
    expect(page.get_by_text("Er zählt nirgends mit.")).to_be_visible()


def test_the_guide_can_be_skipped_for_good_on_a_dark_tablet_in_english(visit: Visit):
    page = visit("ada", width=768, height=1024, color_scheme="dark")
    page.get_by_role("button", name="English").click()
    page.get_by_role("link", name="First visit", exact=True).first.click()
    page.get_by_role("button", name="Let's go").click()
    expect(page.locator(".guide-count")).to_have_text("Step 1 of 11")
    expect(page.locator(".queue-item")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert find_violations(page) == []
    page.get_by_role("button", name="Skip the guide").click()
    expect(page.locator(".queue-item")).to_be_focused()
    expect(page.locator(".guide")).to_have_count(0)
    page.reload()
    expect(page.locator(".queue-item")).to_have_count(1)
    expect(page.locator(".guide")).to_have_count(0)
