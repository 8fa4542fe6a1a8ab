"""A coach writes in the editor: a problem is seen and mended, nothing is lost, and what is published can be played."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import find_violations
from tests.e2e.line import Line
from tests.e2e.site import Site

Visit = Callable[..., Page]


def begin(page: Page, site: Site, *, url: str = "") -> None:
    """A new scenario of the first company there is."""
    page.goto(f"{url or site.url}/editor/")
    page.get_by_role("button", name="Beginnen").click()
    expect(page.locator("gp-editor-problems")).to_contain_text("Keine Fehler")
    expect(page.locator(".cm-content")).to_have_attribute("contenteditable", "true")


def write_at(page: Page, words: str, *, before: str) -> None:
    """Puts `words` at the beginning of the line that begins with `before`."""
    page.locator(".cm-line", has_text=re.compile(rf"^\s*{re.escape(before)}")).first.click()
    page.keyboard.press("Home")
    page.keyboard.type(words)


def go_to(page: Page, words: str) -> None:
    """Puts the cursor into the first line that holds `words`, which may not be drawn yet."""
    page.evaluate(
        """(words) => {
          const { store } = document.querySelector("gp-editor-problems");
          store.goTo({ line: store.text.split("\\n").findIndex((line) => line.includes(words)) + 1, column: 1 });
        }""",
        words,
    )


def status_of(page: Page) -> str:
    return page.locator("gp-editor-status [role=status]").inner_text()


def test_a_coach_writes_sees_a_problem_mends_it_and_publishes(visit: Visit, site: Site):
    page = visit("carla")
    begin(page, site)
    write_at(page, "x", before="situation: normal")

    listed = page.locator(".problem-error")
    expect(listed.first).to_contain_text("xsituation")
    expect(page.locator(".cm-lintRange-error").first).to_be_visible()
    page.get_by_role("button", name="Proben und veröffentlichen").click()
    expect(page.get_by_role("button", name="Zum Üben veröffentlichen")).to_be_disabled()
    page.locator(".cm-content").press("Control+End")
    listed.first.click()
    page.keyboard.press("Delete")
    expect(page.locator("gp-editor-problems")).to_contain_text("Keine Fehler")
    write_at(page, "# <img src=x onerror=alert(1)>\n", before="situation: normal")
    page.get_by_label("Was an dieser Fassung neu ist").fill("<b>Erste</b> Fassung")
    page.get_by_role("button", name="Zum Üben veröffentlichen").click()
    expect(page.locator(".versions")).to_contain_text("<b>Erste</b> Fassung")
    assert status_of(page) == "Gespeichert."
    assert find_violations(page) == []

    page.get_by_role("button", name="Verlauf").click()
    expect(page.locator(".revision").first).to_contain_text("veröffentlicht als Fassung 1")
    page.locator(".revision").last.get_by_role("button", name="Was seither anders ist").click()
    expect(page.locator(".line-added code")).to_have_text("# <img src=x onerror=alert(1)>")
    assert find_violations(page) == []


def test_the_desk_opens_at_the_cursors_post(visit: Visit, site: Site):
    page = visit("carla")
    begin(page, site)
    go_to(page, "erster-post:")
    play = page.locator("[data-do=play]")
    expect(play).to_contain_text("Ab 0:20 spielen (erster-post)")

    with page.expect_popup() as opened:
        play.click()

    opened.value.wait_for_url("**/runs/*/")
    expect(opened.value.locator(".queue-item")).to_have_count(1)
    page.get_by_label("Es spielt").select_option(label="ein Roboter")
    play.click()
    opened.value.wait_for_url("**/debrief/replay/#t=17000")
    expect(opened.value.get_by_role("slider", name="Laufzeit")).to_have_value("17000")


def test_without_a_line_the_text_stays_and_goes_when_it_is_back(visit: Visit, site: Site, line: Line):
    page = visit("carla", url=site.proxied_url)
    begin(page, site, url=site.proxied_url)
    line.cut()
    write_at(page, "# ohne Netz\n", before="situation: normal")
    expect(page.locator(".save-offline")).to_be_visible()

    line.mend()
    expect(page.locator(".save-saved")).to_be_visible(timeout=30_000)
    page.reload()

    expect(page.locator(".cm-content")).to_contain_text("# ohne Netz")


@pytest.mark.parametrize(("width", "scheme"), [(768, "dark"), (1366, "light")])
def test_the_editor_shuts_nobody_out(visit: Visit, site: Site, width: int, scheme: str):
    page = visit("carla", width=width, color_scheme=scheme)
    begin(page, site)
    found = {}
    for name in ("Text", "Formulare", "Proben und veröffentlichen", "Verlauf"):
        page.get_by_role("button", name=name, exact=True).click()
        found[name] = find_violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{page.url}delete/")
    found["delete"] = find_violations(page)

    assert {name: problems for name, problems in found.items() if problems} == {}


def test_words_of_the_format_are_completed_and_fields_explained(visit: Visit, site: Site):
    page = visit("carla")
    begin(page, site)
    page.locator(".cm-line", has_text=re.compile("^situation:")).first.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    for typed, offered in (("dril", re.compile("^drill")), ("to", re.compile("^tone"))):
        page.keyboard.type(typed)
        expect(page.locator(".cm-tooltip-autocomplete li").first).to_have_text(offered)
        page.wait_for_timeout(200)  # CodeMirror takes no Enter that was on its way when the list came
        page.keyboard.press("Enter")

    line = page.locator(".cm-line", has_text=re.compile("^drill: tone$"))
    expect(line).to_be_visible()
    line.locator("span").first.hover()
    expect(page.locator(".cm-tooltip-hover")).to_contain_text("Kriterium")
