"""Every part in every state: as somebody has looked at it, readable for everybody, and with nothing to complain of."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e import pictures
from tests.e2e.axe import find_violations
from tests.e2e.site import Site
from tests.e2e.watch import watch_page
from trainer_ui.modules import STATIC

pytestmark = pytest.mark.computes
"""The page asks no database (tests/trainer_ui/test_components.py): what was seen on one stands for the other."""

SILENT = {"gp-announcer", "gp-signals"}
"""Elements that draw nothing that could be seen."""
SEVERAL = "landmark-unique"
"""What axe says of a page that shows the same part more than once."""
OURS = "color-contrast"
"""What axe reads from our colours also where the system puts its own in their place."""
TRIES = 3
TAGS = """() => {
  const found = new Set();
  const walk = (root) => root.querySelectorAll("*").forEach((each) => {
    if (each.localName.startsWith("gp-")) found.add(each.localName);
    if (each.shadowRoot) walk(each.shadowRoot);
  });
  walk(document);
  return [...found];
}"""
EYES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "locale": "de-DE"},
    "dark": {"color_scheme": "dark", "locale": "de-DE"},
    "forced colours": {"forced_colors": "active", "color_scheme": "dark", "locale": "en-GB"},
    "touch": {"has_touch": True, "viewport": {"width": 820, "height": 1180}, "locale": "de-DE"},
}
"""How somebody looks at the page and works on it."""
GERMAN = frozenset({"und", "nicht", "wir", "ist", "das", "sie", "mit", "kundennummer", "guten", "ein", "uhr", "bitte"})
SABOTAGE = {
    "another colour": "root => root.style.setProperty('--late-soft', '#e0f0ff')",
    "a box that has moved": "root => root.style.setProperty('--space-3', '1rem')",
}


@pytest.fixture(scope="module")
def steady(browser: Browser) -> Iterator[Browser]:
    """A browser that draws letters in one way."""
    started = pictures.launch(browser.browser_type)
    yield started
    started.close()


@pytest.fixture
def page(steady: Browser, site: Site) -> Iterator[Page]:
    opened = pictures.open_components(steady, site.url, language="de")
    yield opened
    opened.context.close()


@pytest.mark.long
def test_everything_looks_as_it_did_when_somebody_looked(browser: Browser, site: Site, tmp_path: Path):
    """On a busy machine a browser now and then smooths all letters of a page in another way, from its start to its end.
    What really looks otherwise does so in each of several browsers."""
    off: dict[str, int] = {}

    def hold(name: str, drawn: pictures.Image.Image) -> None:
        count, where = pictures.compare(drawn, pictures.read_kept(name))
        if count > pictures.MOST:
            off[name] = min(count, off.get(name, count))
            drawn.save(tmp_path / f"{name}.png")
            where.save(tmp_path / f"{name}-off.png")
        else:
            seen.add(name)

    seen: set[str] = set()
    for _ in range(TRIES):
        started = pictures.launch(browser.browser_type)
        pictures.draw_all(started, site.url, hold)
        started.close()
        if not off.keys() - seen:
            break

    assert {name: count for name, count in off.items() if name not in seen} == {}, (
        f"drawn otherwise, see {tmp_path}; if it is meant: python -m tests.e2e.pictures"
    )


@pytest.mark.parametrize("change", SABOTAGE)
def test_what_looks_otherwise_is_seen(page: Page, change: str):
    page.locator("html").evaluate(SABOTAGE[change])

    count, _ = pictures.compare(pictures.draw_page(page), pictures.read_kept("de-light-1440"))

    assert count > pictures.MOST


@pytest.mark.parametrize("eyes", EYES)
def test_no_state_of_any_part_shuts_anybody_out(browser: Browser, site: Site, eyes: str):
    context = browser.new_context(reduced_motion="reduce", **EYES[eyes])
    page = context.new_page()
    complaints = watch_page(page, url=site.url)
    page.goto(f"{site.url}/components/")
    page.locator("html[data-drawn]").wait_for(state="attached")
    violations = find_violations(page, touch=EYES[eyes].get("has_touch", False))
    left_out = {SEVERAL, *([OURS] if "forced_colors" in EYES[eyes] else [])}
    found = [(rule, html) for rule, html in violations if rule not in left_out]
    is_wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()

    assert (found, complaints, is_wider) == ([], [], False)


def test_no_english_part_says_anything_in_german(browser: Browser, site: Site):
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{site.url}/components/")
    page.locator("html[data-drawn]").wait_for(state="attached")
    words = set(re.findall(r"\w+", page.locator("body").inner_text().casefold()))
    context.close()

    assert words & GERMAN == set()


def test_every_element_of_the_desk_is_there(page: Page):
    sources = (STATIC / "trainer_ui/js/desk").glob("*.js")
    defined = {tag for path in sources for tag in re.findall(r'define\("(gp-[a-z-]+)"', path.read_text("utf-8"))}

    assert defined - set(page.evaluate(TAGS)) == SILENT & defined - set(page.evaluate(TAGS))
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
