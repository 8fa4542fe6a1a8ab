"""What an hour of work leaves in the browser's memory: 60 minutes of a run at eight times the speed, in Chromium.

A scenario of its own, 480 posts in 240 threads, on the product itself. Somebody opens what is most urgent, replies,
notes, hands over and thinks better of it, searches, sets aside. What is counted is JavaScript's heap after a
collection, from the end of the tenth minute on: before that, the browser is still compiling.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import CDPSession, Page, expect, sync_playwright

from tests.bench.children import common_folder
from tests.bench.figures import Report, print_line
from tests.e2e.acts import set_speed
from tests.e2e.site import Site, open_site
from tests.e2e.storm import BRAND

CHROMIUM = "/usr/bin/chromium"
SPEED = 8
WARM_MIN, LEAST_MIN = 10, 1
LIMIT = 20.0
EVERY_S = 2.5
TITLE = "Eine Stunde"
POSTS = 480
PERSONAS = 40
ASKS = (
    "Seit wann steht der Zug in Altenried, und kommt heute noch einer?",
    "Ich warte am Gleis vier und niemand sagt uns etwas.",
    "Mein Anschluss in Seebrück ist weg, was mache ich jetzt?",
    "Gilt meine Fahrkarte auch für den nächsten Zug?",
)
REPLY = "Guten Tag, das tut mir leid. Am Signal wird gearbeitet, ich melde mich wieder."
COUNT_REPLIES = """() => Object.values(document.querySelector("gp-desk").store.view.threads)
  .flatMap(({ posts }) => posts).filter(({ kind }) => kind === "reply").length"""


def measure_shift(report: Report, folder: Path, *, minutes: int) -> None:
    """Adds how much heap and page have grown over `minutes` of a run, in percent of what they were when warm."""
    (folder / "site").mkdir(parents=True)
    warm = min(WARM_MIN, max(LEAST_MIN, minutes // 6))
    with _open_site(folder) as site, open_desk(site) as page:
        client = page.context.new_cdp_session(page)
        begun = time.monotonic()
        samples = []
        for until in (warm, *range(warm + 10, minutes, 10), minutes):
            work(page, until_s=begun + until * 60 / SPEED)
            samples.append(weigh(client))
            print_line(f"minute {until}: {samples[-1][0] / 1e6:.2f} MB, {samples[-1][1]} nodes")
        replies = page.evaluate(COUNT_REPLIES)
    (heap, nodes), (last_heap, last_nodes) = samples[0], samples[-1]
    limit = LIMIT if minutes > 2 * WARM_MIN else None
    name = f"desk, {minutes} minutes of work at {SPEED} ×, from minute {warm} on"
    report.add(f"{name}: growth of the heap", [100 * (last_heap / heap - 1)], "%", limit)
    report.add(f"{name}: growth of the page's nodes", [100 * (last_nodes / nodes - 1)], "%")
    report.add(f"{name}: replies in the log", [float(replies)], "replies", minutes, at_least=True)


@contextmanager
def _open_site(folder: Path) -> Iterator[Site]:
    with open_site(folder / "site", shared=common_folder(folder)) as site:
        site.manage("publish_scenario", str(write_hour(folder)))
        yield site


@contextmanager
def open_desk(site: Site) -> Iterator[Page]:
    """Tia in the run, at full speed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(locale="de-DE", viewport={"width": 1440, "height": 900}).new_page()
        page.goto(f"{site.url}/accounts/login/")
        page.click("button[value=tia]")
        page.wait_for_url(f"{site.url}/")
        page.get_by_role("link", name=TITLE, exact=True).first.click()
        page.get_by_role("button", name="Los geht's").click()
        page.wait_for_url("**/runs/*/")
        set_speed(page, str(1000 * SPEED))
        expect(page.locator(".queue-item").first).to_be_visible()
        yield page
        browser.close()


def work(page: Page, *, until_s: float) -> None:
    """Works until then, by keyboard."""
    replies = 0
    while time.monotonic() < until_s:
        due = time.monotonic() + EVERY_S
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        beside = replies % 6
        if beside == 1:
            page.keyboard.press("i")
            page.keyboard.type("Steht in Altenried.")
            page.keyboard.press("Control+Enter")
            page.keyboard.press("Escape")
        elif beside == 2:
            page.keyboard.press("e")
            page.keyboard.type("Ruft zurück.")
            page.keyboard.press("Escape")
        elif beside == 3:
            page.keyboard.press("s")
            page.keyboard.type("Altenried")
            page.locator("[type=search]").fill("")
            page.keyboard.press("Escape")
        elif beside == 4:
            page.keyboard.press("z")
            page.keyboard.press("1")
        page.keyboard.press("r")
        page.keyboard.type(REPLY[: 40 + replies % 30])
        page.keyboard.press("Control+Enter")
        replies += 1
        page.wait_for_timeout(max(0, min(due, until_s) - time.monotonic()) * 1000)


def weigh(client: CDPSession) -> tuple[float, int]:
    """(bytes of the heap in use, nodes) after everything that can go has gone."""
    for _ in range(3):
        client.send("HeapProfiler.collectGarbage")
    return float(client.send("Runtime.getHeapUsage")["usedSize"]), int(client.send("Memory.getDOMCounters")["nodes"])


def write_hour(folder: Path) -> Path:
    """The scenario's file, with its brand beside it."""
    (folder / "seenbahn.yaml").write_text(BRAND, encoding="utf-8")
    personas = [f"  p{n}: {{role: customer, reach: {50 + n}, temper: 2, gender: f}}" for n in range(PERSONAS)]
    threads = [line for n in range(POSTS // 2) for line in describe_thread(n)]
    head = [
        "format: 1", "key: an-hour", "language: de", "brand: seenbahn.yaml", f"title: {{de: {TITLE}, en: An hour}}",
        "brief: {de: Eine Stunde Arbeit., en: An hour of work.}", "duration: 60:00", "situation: normal",
        "rubric: {weights: {speed: 1, tone: 1, individuality: 1}}",
        "facts:", "  lage: {at: 0:00, text: Am Signal in Altenried wird gearbeitet.}",
    ]  # fmt: skip
    path = folder / "an-hour.de.yaml"
    path.write_text("\n".join([*head, "personas:", *personas, "threads:", *threads, ""]), encoding="utf-8")
    return path


def describe_thread(n: int) -> list[str]:
    """One customer who asks, and asks again two minutes later."""
    lines = [f"  t{n}:", f"    channel: {('kurz', 'forum', 'seite')[n % 3]}", "    topic: Signal", "    posts:"]
    for number, at_s in enumerate((n * 14, n * 14 + 120)):
        at = f"{at_s // 60}:{at_s % 60:02d}"
        text = ASKS[(n + number) % len(ASKS)]
        model = "Guten Tag {name}, am Signal in Altenried wird gearbeitet. {agent}"
        needs = f'{{answer: true, facts: [lage], model: "{model}"}}'
        lines.append(f'      t{n}-{number}: {{at: {at}, by: p{n % PERSONAS}, text: "{text}", needs: {needs}}}')
    return lines
