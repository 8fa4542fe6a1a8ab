"""Takes the pictures of the handbook, from the demo as it is: python -m tests.e2e.take_pictures

Six for each language, as WebP in docs/handbook/images. Names and crowds are drawn by each run's seed, so that a picture
taken again shows other people; take them again when what they show has changed.
"""

import os
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "handbook" / "images"
WIDTH, HEIGHT = 1280, 800
SIZE, QUALITY = (1024, 640), 62
"""As they are kept: read on a page, not studied."""
CHOSEN = '.queue-item[aria-current="true"]'
WORDS = {
    "de": {
        "scenario": "Ein ruhiger Morgen",
        "go": "Los geht's",
        "reply": "Guten Morgen, wie ärgerlich! Ich verstehe, dass Sie sich sorgen. Bitte melden Sie es unter "
        "querlandbahn.example/fund, dann hören Sie in 48 Stunden von uns.",
        "private": "Ihre Kundennummer, bitte",
        "note": "Rechnung 61,80 statt 39,99 Euro wegen Leistungen Dritter. Zugesagt: Antwort bis 12 Uhr. Bitte prüfen.",
    },
    "en": {
        "scenario": "A quiet morning",
        "go": "Let's go",
        "reply": "Good morning, how annoying! I understand why you are worried. Please report it at "
        "querlandrail.example/lost, and you will hear from us within 48 hours.",
        "private": "Your customer number, please",
        "note": "Bill of £37.50 instead of £24, for third-party services. Promised: an answer by noon. Please check.",
    },
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings_for_tests")
    django.setup()
    # Only now can what needs the models be imported.
    from tests.e2e.conftest import CHROMIUM
    from tests.e2e.site import open_site

    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_site(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for language, person in (("de", "tia"), ("en", "theo")):
            take_all(open_page(browser, site.url, person=person, language=language), language=language)
        browser.close()


def open_page(browser: Browser, url: str, *, person: str, language: str) -> Page:
    page = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce").new_page()
    page.goto(f"{url}/accounts/login/")
    page.click(f"button[value={person}]")
    page.wait_for_url(f"{url}/")
    other = page.locator(f"button[name=language][value={language}]")
    if other.count():
        other.click()
    return page


def take_all(page: Page, *, language: str) -> None:
    words = WORDS[language]

    def keep(name: str) -> None:
        write_picture(page.screenshot(), IMAGES / f"{language}-{name}.webp")

    keep("start")
    begin(page, words["private"], words=words)
    run_on(page, until=lambda: page.locator(".queue-item").count() >= 4)
    page.keyboard.press("1")
    page.locator(CHOSEN).wait_for()
    page.keyboard.press("e")
    page.locator("dialog[open] input[name=desk]").nth(4).check()
    page.locator("dialog[open] textarea").fill(words["note"])
    keep("hand-over")
    page.keyboard.press("Escape")
    page.goto("/".join(page.url.split("/")[:3]))

    begin(page, words["scenario"], words=words)
    run_on(page, until=lambda: page.locator(".queue-item").count() >= 5)
    page.keyboard.press("1")
    page.locator(CHOSEN).wait_for()
    page.keyboard.press("r")
    page.keyboard.type(words["reply"])
    keep("desk")
    page.keyboard.press("Control+Enter")
    page.locator(".post-mine").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    page.keyboard.press("/")
    page.locator(".templates").wait_for()
    keep("templates")
    page.keyboard.press("Escape")
    page.locator(".speed select").select_option("8000")
    page.wait_for_timeout(12_000)
    page.locator("[data-do=end]").click()
    page.locator("dialog[open] .button-main").click()
    page.locator(".ended a").click()
    page.wait_for_url("**/debrief/")
    keep("debrief")
    page.goto(page.url + "replay/#t=150000")
    page.locator(".queue-item").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    keep("replay")


def begin(page: Page, scenario: str, *, words: dict[str, str]) -> None:
    page.get_by_role("link", name=scenario, exact=True).first.click()
    page.get_by_role("button", name=words["go"]).click()
    page.wait_for_url("**/runs/*/")
    page.locator(".speed select").wait_for()


def run_on(page: Page, *, until: Callable[[], bool]) -> None:
    """As fast as it goes, until enough has come."""
    page.locator(".speed select").select_option("8000")
    while not until():
        page.wait_for_timeout(100)
    page.locator(".speed select").select_option("1000")


def write_picture(png: bytes, path: Path) -> None:
    picture = Image.open(BytesIO(png)).convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
    picture.save(path, "WEBP", quality=QUALITY, method=6)


if __name__ == "__main__":
    main()
