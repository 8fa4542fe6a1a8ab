"""Forms and the time line: what is typed stays in its field, and posts are moved by hand and by keys."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.axe import find_violations
from tests.e2e.forms import begin, body, box, fill, go_to, open_entry, read_text, settle
from tests.e2e.site import Site
from tests.scenarios.samples import generate_scenario

Visit = Callable[..., Page]


def look_at_panes(page: Page) -> list[object]:
    """What axe objects to but for the text, which tests of its own look at."""
    return [found for found in find_violations(page) if "cm-scroller" not in str(found)]


def copy_scenario(page: Page, url: str, title: str) -> None:
    page.goto(f"{url}/editor/")
    value = page.locator("#copy-version option").filter(has_text=title).first.get_attribute("value")
    page.locator("#copy-version").select_option(value)
    page.get_by_role("button", name="Kopieren und öffnen").click()
    page.wait_for_url("**/editor/*/")
    body(page).locator(".form-title").wait_for()
    settle(page)


HOSTILE = "\"><img src=x onerror=alert(1)> # no: {name} ' \\ - & *x !!t"


def test_whatever_is_typed_is_text_and_stays_in_its_field(visit: Visit, site: Site):
    page = visit("carla", width=1366)
    copy_scenario(page, site.url, "Drei auf einmal (de")
    before = read_text(page)
    go_to(page, "Gespräche")
    open_entry(page, "dog")
    open_entry(page, "dog-1")
    fill(page, "Text", f"{HOSTILE}\n\n {HOSTILE} ")
    fill(page, "Erscheint um", "bald")

    assert read_text(page).count("onerror") == 2
    expect(box(page, "Text")).to_have_value(f"{HOSTILE}\n\n {HOSTILE} ")
    expect(body(page).locator(".form-wrong")).to_contain_text("«bald»")
    fill(page, "Erscheint um", "0:05")
    fill(page, "Text", "Hallo, darf mein Labrador heute Mittag mit in den RE 4, und was kostet er?")
    after = read_text(page)
    changed = [pair for pair in zip(before.split("\n"), after.split("\n"), strict=False) if pair[0] != pair[1]]
    assert changed[0] == (
        "        text: Hallo, darf mein Labrador heute Mittag mit in den RE 4, und was kostet er?",
        "        text: |-",
    )
    assert look_at_panes(page) == []
    body(page).get_by_text("Schlüssel: dog-1").click()
    body(page).get_by_role("textbox", name="Schlüssel").fill("wifi-1")
    body(page).get_by_role("button", name="Umbenennen").click()
    expect(page.locator("gp-editor-forms").get_by_role("alert")).to_have_text("„wifi-1“ gibt es schon.")
    page.set_viewport_size({"width": 768, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == 768


def test_posts_are_moved_along_the_time_line_by_hand_and_by_keys(visit: Visit, site: Site):
    page = visit("carla", width=1366)
    copy_scenario(page, site.url, "Drei auf einmal (de")
    page.get_by_role("button", name="Zeitleiste").click()
    card = page.locator("[data-post=dog-1]")
    expect(card).to_contain_text("0:05")
    assert look_at_panes(page) == []
    spot = card.bounding_box()
    assert spot is not None
    page.mouse.move(spot["x"] + 20, spot["y"] + 20)
    page.mouse.down()
    page.mouse.move(spot["x"] + 60, spot["y"] + 20, steps=4)
    page.mouse.move(spot["x"] + 140, spot["y"] + 20, steps=4)
    page.mouse.up()
    settle(page)
    expect(card).to_contain_text("0:35")
    assert "      dog-1:\n        at: 0:35\n" in read_text(page)

    card.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator(".line-said")).to_have_text("dog-1 erscheint um 0:10.")
    settle(page)
    assert "      dog-1:\n        at: 0:10\n" in read_text(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-post=dog-2]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(body(page).locator(".form-title")).to_have_text("Reaktion: dog-thanks")


LARGE = 130_000


def test_of_four_hundred_posts_the_time_line_draws_only_those_in_sight(visit: Visit, site: Site):
    page = visit("carla", width=1366)
    begin(page, site.url)
    text = generate_scenario(bytes_wanted=LARGE)
    page.evaluate("(text) => document.querySelector('gp-editor-forms').store.replace(text)", text)
    settle(page)
    page.get_by_role("button", name="Zeitleiste").click()
    page.locator(".line-card").first.wait_for()

    posts = page.evaluate("document.querySelector('gp-editor-timeline').line.posts.length")
    assert posts >= 400
    assert 0 < page.locator(".line-card").count() < 100
