"""Pictures of the page of components, held against those that somebody has looked at.

    python -m tests.e2e.pictures          writes them anew, after a change of look that is meant; look at each of them
    python -m tests.e2e.pictures FOLDER   puts them there in full besides

What is kept and compared are the mean colours of cells of 8 by 8 points of the page: the edge of a letter that is drawn
a little differently does not count; a box that has moved, or another colour, does.
"""

import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
KEPT = Path(__file__).parent / "pictures"
SCALE = 0.5
CELL = 4
"""Of a picture as it is drawn: 8 points of the page."""
PATIENCE = 8
BITS = 5
"""Of each colour of a cell that are kept."""
FAR = 20
"""Of 255, in any of the three colours of a cell."""
MOST = 6
"""So many cells may be far off: an eighth of a word."""
SHIFTS = (0, 1, -1)
"""Pixels by which now and then a whole picture of a page that is longer than the window is drawn lower or higher."""
STEADY = ("--disable-lcd-text", "--disable-font-subpixel-positioning", "--font-render-hinting=none")
LOCALES = {"de": "de-DE", "en": "en-GB"}
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
WIDTHS = (1440, 360)
HEIGHT = 900


def open_components(browser: Browser, url: str, *, language: str) -> Page:
    """The page with everything on it drawn, before anything was touched: light and wide."""
    context = browser.new_context(
        locale=LOCALES[language],
        color_scheme=SCHEMES[0],
        viewport={"width": WIDTHS[0], "height": HEIGHT},
        device_scale_factor=SCALE,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{url}/components/")
    page.locator("html[data-drawn]").wait_for(state="attached")
    return page


def launch(chromium: BrowserType) -> Browser:
    """Letters are drawn in one way, which otherwise depends on what the browser did before."""
    return chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *STEADY])


def draw_page(page: Page) -> Image.Image:
    """Once it stands still: two pictures in a row are the same."""
    before, drawn = b"", page.screenshot(full_page=True)
    for _ in range(PATIENCE):
        before, drawn = drawn, page.screenshot(full_page=True)
        if drawn == before:
            break
    return Image.open(io.BytesIO(drawn)).convert("RGB")


def find_cells(drawn: Image.Image) -> Image.Image:
    return ImageOps.posterize(drawn.reduce(CELL), BITS)


def compare(drawn: Image.Image, kept: Image.Image) -> tuple[int, Image.Image]:
    """How many of the kept cells are far off (all, where the sizes differ), and a picture in which they are white."""
    tried = (compare_cells(find_cells(ImageChops.offset(drawn, 0, shift)), kept) for shift in SHIFTS)
    return min(tried, key=lambda found: found[0])


def compare_cells(cells: Image.Image, kept: Image.Image) -> tuple[int, Image.Image]:
    if cells.size != kept.size:
        return kept.width * kept.height, cells
    red, green, blue = ImageChops.difference(cells, kept).split()
    far = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda value: 255 if value > FAR else 0)
    return far.histogram()[255], far


def read_kept(name: str) -> Image.Image:
    return Image.open(KEPT / f"{name}.webp").convert("RGB")


def keep(name: str, drawn: Image.Image) -> None:
    find_cells(drawn).save(KEPT / f"{name}.webp", lossless=True, method=6)


def draw_all(browser: Browser, url: str, take: Callable[[str, Image.Image], None]) -> None:
    for language in LOCALES:
        page = open_components(browser, url, language=language)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                take(f"{language}-{scheme}-{width}", draw_page(page))
        page.context.close()


def main(look: str = "") -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings_for_tests")
    import django

    django.setup()
    # Only now can what needs the models be imported.
    from tests.e2e.site import open_site

    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_site(Path(folder)) as site, sync_playwright() as playwright:
        browser = launch(playwright.chromium)
        draw_all(browser, site.url, keep)
        if look:
            draw_all(browser, site.url, lambda name, drawn: drawn.save(Path(look) / f"{name}.png"))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
