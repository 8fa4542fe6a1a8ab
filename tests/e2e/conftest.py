"""A site, a browser, and the people at it. Nothing here touches the test process's own database.

The browser is this folder's own and ends with it: playwright's fixtures for the whole session would leave an event loop
running, which the asynchronous tests of other folders cannot stand.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e.line import Line
from tests.e2e.site import Site, open_site
from tests.e2e.storm import write_storm
from tests.e2e.watch import watch_page

CHROMIUM = "/usr/bin/chromium"
LEFT_OUT = (
    # What playwright leaves out: of two lists on a command line, Chromium heeds the last one.
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,"
    # Pages of Chromium's own beside each page of ours, for an address bar that nobody sees: a fifth of all its work.
    "PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup"
)
HERE = Path(__file__).parent
PATIENCE_MS = 20_000
"""How long a page may take to show what is looked for: three browsers share two cores with what only computes."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("e2e")


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """With the small storm beside the demo's own scenarios."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent  # that of all workers
    folder = tmp_path_factory.mktemp("site")
    with open_site(folder, shared=shared, scenarios=[write_storm(folder)]) as opened:
        yield opened


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no {CHROMIUM}")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", f"--disable-features={LEFT_OUT}"]
        )
        yield started
        started.close()


@pytest.fixture
def line(site: Site) -> Iterator[Line]:
    """What the browser reaches the site through, at `site.proxied_url`."""
    opened = Line(site.proxy_port, target=site.port)
    yield opened
    opened.close()


def sign_in(page: Page, person: str, *, url: str) -> None:
    """What a click on the demo's page does, without drawing that page for every test."""
    asked = page.context.request
    asked.get(f"{url}/accounts/login/")
    token = next(cookie["value"] for cookie in page.context.cookies(url) if cookie["name"] == "csrftoken")
    form = {"person": person, "csrfmiddlewaretoken": token}
    assert asked.post(f"{url}/demo/sign-in/", form=form, max_redirects=0).status == 302


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """`visit("tia", …)` signs her in and returns her page. At the end, no page may have seen an error or violation."""
    contexts, complaints = [], []

    def open_page(person: str, *, url: str = site.url, width: int = 1280, height: int = 800, **options: str) -> Page:
        # Colours under way from one state to the next are no colours that axe could judge.
        context = browser.new_context(
            reduced_motion="reduce",
            viewport={"width": width, "height": height},
            locale=options.pop("locale", "de-DE"),
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        complaints.append(watch_page(page, url=url))
        sign_in(page, person, url=url)
        page.goto(f"{url}/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [complaint for seen in complaints for complaint in seen] == []
