"""How soon a coach sees what is wrong, and the time line anew: in Chromium, with 400 posts.

From the last key to the list of problems; and from new data to a time line that is laid out and drawn elsewhere in it.

The site is the product as it is installed; the page measures by itself, from the key's own time to just after the frame
in which the list says what it says of the new text. Keys come in bursts, as people type, with a rest after each.
"""

from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.bench.children import common_folder
from tests.bench.figures import Report, percentile
from tests.e2e.site import open_site
from tests.scenarios.samples import SCENARIO, change, generate_threads

CHROMIUM = "/usr/bin/chromium"
LIMIT_MS = 300
REDRAW_LIMIT_MS = 100
THREADS = 134
"""With three posts each."""
BURST, KEY_EVERY_MS, REST_MS = 4, 120, 1_500
WATCH = """() => {
  window.waits = [];
  let last = null;
  document.addEventListener("keydown", ({ timeStamp }) => { last = timeStamp; }, true);
  const { store } = document.querySelector("gp-editor-problems");
  const tell = () => {
    if (last === null) return;
    const since = last;
    last = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.waits.push(performance.now() - since);
      port2.postMessage(null);
    });
  };
  store.addEventListener("problems", tell);
}"""


REDRAW = """async (rounds) => {
  const line = document.querySelector("gp-editor-timeline");
  const box = line.querySelector(".line-box");
  const took = [];
  for (let round = 0; round < rounds; round += 1) {
    const { cards } = line.laid.lanes[(round * 3) % line.laid.lanes.length];
    box.scrollTo(cards[0].left - 200, cards[0].top);
    const from = performance.now();
    line.line = structuredClone(line.line);
    line.look();
    line.requestUpdate();
    await line.updateComplete;
    box.getBoundingClientRect();
    took.push(performance.now() - from);
  }
  return took.sort((one, other) => one - other);
}"""


def write_scenario() -> str:
    head, _, _ = SCENARIO.partition("threads:\n")
    return change("duration: 10:00", "duration: 24:00:00", text=head) + "threads:\n" + generate_threads(THREADS)


def measure_editor(report: Report, folder: Path, *, bursts: int, rounds: int, times: int) -> None:
    """Adds the median and p95 of the wait for problems, and the p95 of `rounds` redrawn time lines, in ms."""
    folder.mkdir()
    with open_site(folder, shared=common_folder(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(locale="de-DE", viewport={"width": 1366, "height": 768}).new_page()
        page.goto(f"{site.url}/accounts/login/")
        page.click("button[value=carla]")
        page.wait_for_url(f"{site.url}/")
        page.goto(f"{site.url}/editor/")
        page.locator("form[action$='/new/'] button").first.click()
        said = page.locator("gp-editor-problems [role=status]")
        expect(said).to_contain_text("Keine Fehler")
        page.evaluate("(text) => document.querySelector('gp-editor-problems').store.replace(text)", write_scenario())
        expect(said).to_contain_text("Keine", timeout=30_000)
        page.wait_for_timeout(REST_MS)
        page.evaluate(WATCH)
        waits = [type_on(page, bursts=bursts) for _ in range(times)]
        page.locator("[data-pane=timeline]").click()
        page.locator(".line-card").first.wait_for()
        redraws = [[float(each) for each in page.evaluate(REDRAW, rounds)] for _ in range(times)]
        browser.close()
    name = f"editor, {3 * THREADS} posts: problems after the last key"
    report.add(f"{name}, median", [percentile(each, 50) for each in waits], "ms")
    report.add(f"{name}, p95", [percentile(each, 95) for each in waits], "ms", LIMIT_MS)
    report.add(
        f"editor, {3 * THREADS} posts: time line redrawn, p95",
        [percentile(each, 95) for each in redraws],
        "ms",
        REDRAW_LIMIT_MS,
    )


def type_on(page: Page, *, bursts: int) -> list[float]:
    """A word is written into a post and taken away again, burst by burst. Waits in ms, one per burst."""
    page.evaluate("window.waits = []")
    page.evaluate("document.querySelector('gp-editor-problems').store.goTo({ line: 60, column: 99 })")
    for number in range(bursts):
        for key in "wort"[:BURST]:
            page.keyboard.press("Backspace" if number % 2 else key)
            page.wait_for_timeout(KEY_EVERY_MS)
        page.wait_for_timeout(REST_MS)
    return [float(each) for each in page.evaluate("window.waits")]
