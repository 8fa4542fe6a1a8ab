"""A link without an account: made, opened by a stranger, revoked; in German and English, at 360 px, light and dark."""

import csv
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.e2e.acts import end_run, open_first, start_run, write_reply
from tests.e2e.axe import find_violations
from tests.e2e.site import Site
from tests.e2e.watch import watch_page
from tests.trainer_ui.test_printing import find_lack

Visit = Callable[..., Page]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TEXT = "Guten Abend, das tut mir leid. Schicken Sie mir hier Ihre Kundennummer."


@pytest.fixture
def stranger(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """A browser of somebody who never signed in here; at the end, no page may have seen an error or violation."""
    contexts, complaints = [], []

    def open_page(**options: object) -> Page:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        complaints.append(watch_page(page, url=site.url))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [complaint for seen in complaints for complaint in seen] == []


def find_faults(page: Page) -> tuple[list[object], int]:
    return find_violations(page), page.evaluate(OVERFLOW)


def picture(page: Page, name: str) -> None:
    """For whoever wants to look: PICTURES=folder keeps what was seen."""
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_a_link_is_made_opened_by_strangers_and_revoked(visit: Visit, stranger: Callable[..., Page]):
    page = visit("tia", width=360)
    start_run(page)
    open_first(page)
    write_reply(page, TEXT)
    expect(page.locator(".post-mine")).to_have_count(1)
    end_run(page)
    page.get_by_role("link", name="Ohne Konto teilen").press("Enter")
    page.get_by_label("Auch meine Antworten").press("Space")
    page.get_by_role("button", name="Link anlegen").press("Enter")
    address = page.get_by_label("Adresse des Links").input_value()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Adresse kopieren").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Kopiert.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert find_faults(page) == ([], 0)
    picture(page, "links-de-360")

    narrow = stranger(viewport={"width": 360, "height": 740}, locale="de-DE", color_scheme="dark")
    narrow.goto(address)
    expect(narrow.get_by_role("heading", level=1)).to_contain_text("Auswertung: Signalstörung")
    expect(narrow.locator(".post-mine")).to_contain_text("Kundennummer")
    assert find_faults(narrow) == ([], 0)
    picture(narrow, "shared-de-360-dark")
    assert narrow.context.cookies() == []

    wide = stranger(viewport={"width": 1280, "height": 800}, locale="de-DE")
    wide.goto(address)
    wide.get_by_role("link", name="English").click()
    expect(wide.get_by_role("heading", level=1)).to_contain_text("Debrief:")
    assert find_faults(wide) == ([], 0)
    picture(wide, "shared-en-1280")

    page.get_by_role("button", name="Widerrufen").press("Enter")
    expect(page.locator(".messages")).to_contain_text("Der Link ist widerrufen.")
    assert find_faults(page) == ([], 0)
    assert wide.request.get(address).status == 404

    # What is taken along arrives as files, and says what was written.
    page.goto(page.url.replace("/links/", "/debrief/"))
    if not find_lack():
        pdf = PdfReader(download(page, page.get_by_role("link", name="Auswertung als PDF")))
        assert "Schicken Sie mir hier Ihre Kundennummer" in " ".join(
            " ".join(each.extract_text() for each in pdf.pages).split()
        )
    page.goto(f"{urlsplit(page.url)._replace(path='/progress/').geturl()}")
    with download(page, page.get_by_role("link", name="CSV")).open(encoding="utf-8-sig", newline="") as file:
        assert TEXT in [row["reply"].removesuffix(" ^TB") for row in csv.DictReader(file)]
    data = json.loads(download(page, page.get_by_role("link", name="JSON")).read_text("utf-8"))
    assert TEXT in [(event.get("words") or "").removesuffix(" ^TB") for run in data["runs"] for event in run["events"]]


def download(page: Page, link: Locator) -> Path:
    """What the browser keeps after `link` was pressed."""
    with page.expect_download() as waiting:
        link.first.press("Enter")
    return waiting.value.path()
