"""How the desk feels with 500 threads: from a key to the picture with its letter, in Chromium slowed down four times.

The page, its scripts and its styles are the product's; the line is played to it, so that nothing but the browser is
measured: 500 threads at first, or 500 posts in one thread, then live posts while a reply is typed.
"""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.children import common_folder
from tests.bench.figures import Report, percentile
from tests.e2e.acts import start_run
from tests.e2e.played_line import PlayedLine
from tests.e2e.site import Site, open_site

CHROMIUM = "/usr/bin/chromium"
SLOWER = 4
LIMIT_MS = 50
LIVE_EVERY_MS = 200
KEY_EVERY_MS = 90
TEXT = "Guten Abend, das Warten ohne jede Ansage tut mir leid. Um 18:20 Uhr melde ich mich hier wieder. "
WATCH = """() => {
  window.lags = [];
  document.addEventListener("keydown", ({ timeStamp }) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.lags.push(performance.now() - timeStamp);
    port2.postMessage(null);
  }), true);
}"""
"""From the key's own time to just after the frame in which its letter is drawn."""


def measure_desk(report: Report, folder: Path, *, posts: int, keys: int, times: int) -> None:
    """Adds the median and p99 of the wait for a letter, in ms, and how much of the list stands in the page; with a
    thread for each of `posts`, and with all of them in one."""
    folder.mkdir()
    with open_site(folder, shared=common_folder(folder)) as site, open_page(site) as page:
        for place, threads, each in (("threads", posts, 1), ("posts in one thread", 1, posts)):
            seen = [type_in_a_storm(page, threads=threads, each=each, keys=keys) for _ in range(times)]
            name = f"desk, {posts} {place}, live, CPU ÷ {SLOWER}"
            report.add(f"{name}: a typed letter, median", [percentile(lags, 50) for lags, _ in seen], "ms")
            report.add(f"{name}: a typed letter, p99", [percentile(lags, 99) for lags, _ in seen], "ms", LIMIT_MS)
            report.add(f"{name}: threads and posts drawn", [float(drawn) for _, drawn in seen], "of them", 150)


@contextmanager
def open_page(site: Site) -> Iterator[Page]:
    """Tia at a desk of her own, before anything is slowed down."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(locale="de-DE", viewport={"width": 1440, "height": 900}).new_page()
        page.goto(f"{site.url}/accounts/login/")
        page.click("button[value=tia]")
        page.wait_for_url(f"{site.url}/")
        start_run(page)
        yield page
        browser.close()


def type_in_a_storm(page: Page, *, threads: int, each: int, keys: int) -> tuple[list[float], int]:
    """Lags in ms, one per key, and how many threads and posts stand in the page."""
    line = PlayedLine(json.loads(page.locator("#pack").text_content() or ""), threads=threads, each=each)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    page.locator(".count-badge", has_text=re.compile(rf"^{threads} ")).first.wait_for()
    page.locator(".queue-item").first.click()
    page.locator(".thread-log .post").nth(min(each, 2) - 1).wait_for()
    area = page.locator("textarea").first
    area.fill("")
    area.focus()
    page.mouse.move(700, 300)
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(WATCH)
    due = time.monotonic()
    for number in range(keys):
        page.keyboard.press({" ": "Space"}.get(TEXT[number % len(TEXT)], TEXT[number % len(TEXT)]))
        if number * KEY_EVERY_MS // LIVE_EVERY_MS != (number - 1) * KEY_EVERY_MS // LIVE_EVERY_MS:
            go_on(line)
        due += KEY_EVERY_MS / 1000
        page.wait_for_timeout(max(0, (due - time.monotonic()) * 1000))
    page.wait_for_timeout(500)
    client.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    lags = [float(lag) for lag in page.evaluate("window.lags")]
    items = page.locator(".queue-item, .thread-log .post").count()
    page.unroute_all()
    return lags, items


def go_on(line: PlayedLine) -> None:
    """One more post: in turns of a new thread and of one that is there."""
    line.post(line.threads + line.seq if line.seq % 2 else line.seq % line.threads, at_ms=60_000 + 10 * line.seq)
