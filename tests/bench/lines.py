"""How soon a page can be used on a slow line with a slow device: Chromium, 1.6 Mbit/s, 150 ms, a quarter of the CPU.

The site is the product as it is installed (hashed and compressed files, Daphne, no proxy in front), the cache is empty.

- The first page is usable when its list of scenarios has been drawn and a link of it takes a click.
- The desk is usable when the first thread of the queue has been opened, its words stand in the page, and the composer
  has taken a letter and kept the draft; the page itself presses and types as soon as it can.

Both are counted from the moment in which the address was asked for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.bench.children import common_folder
from tests.bench.figures import Report
from tests.e2e.acts import start_run
from tests.e2e.site import Site, open_site

CHROMIUM = "/usr/bin/chromium"
SLOWER = 4
LATENCY_MS = 150
BYTES_PER_S = 1_600_000 / 8
FIRST_LIMIT_MS, DESK_LIMIT_MS = 1_500, 2_000
DESK_LIMIT_KB = 110
SHIFT_LIMIT = 0.05
WEIGHED = {"Script", "Stylesheet"}
SETTLE_MS = 700
"""What moves after the page can be used has moved by then."""

WATCH = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });
  const isSeen = (node) => Boolean(node?.isConnected && node.getBoundingClientRect().width);
  const afterFrame = (call) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = call;
    port2.postMessage(null);
  });
  const steps = {
    first: [() => {
      const link = document.querySelector(".offers a[href]");
      if (!isSeen(link)) return false;
      link.addEventListener("click", (event) => { event.preventDefault(); window.wasClicked = true; }, { once: true });
      link.click();
      return window.wasClicked === true;
    }],
    desk: [() => {
      const item = document.querySelector(".queue-item");
      if (!isSeen(item)) return false;
      item.click();
      return true;
    }, () => {
      const area = document.querySelector(".composer textarea");
      const words = document.querySelector(".thread-log .post-text");
      if (!isSeen(words) || !words.textContent.trim() || !isSeen(area) || area.disabled) return false;
      area.focus();
      area.value = "G";
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return true;
    }, () => document.querySelector(".composer textarea")?.value === "G"
      && Object.keys(localStorage).some((key) => key.startsWith("gp:draft:"))],
  };
  const left = steps[location.pathname === "/" ? "first" : "desk"];
  const look = () => {
    while (left.length && left[0]()) left.shift();
    if (left.length) requestAnimationFrame(look);
    else afterFrame(() => tell(performance.now()));
  };
  let tell;
  window.usable = new Promise((resolve) => { tell = resolve; });
  requestAnimationFrame(look);
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit with an empty cache cost; `elsewhere` names what was asked of others."""

    usable_ms: float
    shift: float
    kilobytes: float
    requests: int
    elsewhere: tuple[str, ...]


def measure_line(report: Report, folder: Path, *, times: int) -> None:
    """Adds, for the first page and the desk: when it can be used, what moved, what was fetched and from where."""
    folder.mkdir()
    with open_site(folder, shared=common_folder(folder)) as site, open_page(site) as page:
        run_url = page.url
        first = [visit(page, f"{site.url}/") for _ in range(times)]
        desk = [visit(page, run_url) for _ in range(times)]
    line = f"1.6 Mbit/s, {LATENCY_MS} ms, CPU ÷ {SLOWER}"
    for name, visits, limit in (("first page", first, FIRST_LIMIT_MS), ("desk", desk, DESK_LIMIT_MS)):
        report.add(f"{name}, {line}: usable", [each.usable_ms for each in visits], "ms", limit)
        report.add(f"{name}: layout shift", [each.shift for each in visits], "", SHIFT_LIMIT)
        weight_limit = DESK_LIMIT_KB if name == "desk" else None
        report.add(f"{name}: JavaScript and CSS, compressed", [each.kilobytes for each in visits], "kB", weight_limit)
        report.add(f"{name}: requests", [float(each.requests) for each in visits], "requests")
        report.add(f"{name}: asked of others", [float(len(each.elsewhere)) for each in visits], "requests", 0)


@contextmanager
def open_page(site: Site) -> Iterator[Page]:
    """Tia at a desk of her own with a first post, before anything is slowed down."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(locale="de-DE", viewport={"width": 1440, "height": 900}).new_page()
        page.goto(f"{site.url}/accounts/login/")
        page.click("button[value=tia]")
        page.wait_for_url(f"{site.url}/")
        start_run(page)
        page.add_init_script(f"({WATCH})()")
        yield page
        browser.close()


def visit(page: Page, url: str) -> Visit:
    """`url` with an empty cache and nothing kept but the session."""
    page.goto("about:blank")
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.clearBrowserCache")
    client.send("Storage.clearDataForOrigin", {"origin": url, "storageTypes": "local_storage"})
    client.send("Network.emulateNetworkConditions", describe_line())
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    asked, kinds, sizes = hear_network(client)
    page.goto(url, wait_until="commit")
    usable = page.evaluate("window.usable")
    page.wait_for_timeout(SETTLE_MS)
    shifts = page.evaluate("window.shifts")
    client.detach()
    weight = sum(size for key, size in sizes.items() if kinds.get(key) in WEIGHED)
    elsewhere = tuple(each for each in asked if urlsplit(each).netloc != urlsplit(url).netloc)
    return Visit(usable, sum(shifts), weight / 1000, len(asked), elsewhere)


def describe_line() -> dict[str, Any]:
    speed = {"downloadThroughput": BYTES_PER_S, "uploadThroughput": BYTES_PER_S}
    return {"offline": False, "latency": LATENCY_MS, **speed}


def hear_network(client: CDPSession) -> tuple[list[str], dict[str, str], dict[str, float]]:
    """(what was asked for, the kind of each request, what each brought in bytes with its headers), as they come."""
    asked: list[str] = []
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    client.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    client.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    client.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    return asked, kinds, sizes
