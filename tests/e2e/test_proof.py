"""The main job, end to end: a brand's real conversations are imported, published, played live and looked back at.

The run goes at real speed, with a thread a second and twenty seconds for an answer, so that a late one is late soon.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.acts import end_run
from tests.e2e.site import Site
from tests.scenarios.import_samples import REAL_FILES, THREADS

TITLE = "Echte Anfragen"
THREADS_PLAYED = 36
TARGET_S = 20
REPLIES = 11
Visit = Callable[..., Page]
pytestmark = pytest.mark.skipif(not REAL_FILES.exists(), reason=f"the real threads are not at {REAL_FILES}")

COPIED = "into it and will"
"""Words of the imported brand's template, which only a copy of it has."""

PRYING = "please post your account number and your phone number here"
LATE = (
    "sorry about the long wait, that was far too slow of us. Our shift lead reads your message now and answers by noon."
)
FEELING = "I can see how frustrating this is"
STEP = "I will write to you here by 6 pm today"
OWNING = "we let you down"
EXCELLENT = (
    f"{FEELING}, and I am sorry that {OWNING}. I am finding out what went wrong; {STEP}. "
    "What would help you most until then?"
)
OTHERS = (
    "good point, thank you. I am passing this to the colleagues who plan it, and they read every word.",
    "which day was it, and roughly what time? Then I can look for it at once.",
    "glad to read this, you have made somebody's day in our team.",
    "no, this one is still open until Sunday evening. Is there anything that keeps you from trying?",
    "I have reported it just now. The people on site are on their way and should be there in ten minutes.",
    "you are right, that page is wrong. It will be corrected tonight.",
)


@dataclass
class Desk:
    """What Tia does at hers. Threads are known by their number in the import."""

    page: Page

    def open(self, number: int) -> str:
        """Opens the thread as soon as it has come; the first name of who wrote."""
        item = self.page.locator(f'[data-thread="t{number:03}"]')
        expect(item).to_be_visible(timeout=60_000)
        item.click()
        self.page.locator("textarea").click()
        return self.page.locator(".thread-head h2").inner_text().split()[0]

    def send(self) -> None:
        """Sends what stands in the composer, and waits until it is in the thread."""
        self.page.keyboard.press("Control+Enter")
        expect(self.page.locator("textarea")).to_have_value("")
        expect(self.page.locator(".post-mine")).not_to_have_count(0)

    def write(self, number: int, words: str) -> None:
        name = self.open(number)
        self.page.keyboard.type(f"Hi {name}, {words}")
        self.send()

    def copy_template(self, number: int, query: str) -> None:
        self.open(number)
        self.page.keyboard.type(f"/{query}")
        expect(self.page.locator("#template-list [role=option]")).to_have_count(1)
        self.page.keyboard.press("Enter")
        self.send()


@pytest.fixture(scope="module")
def imported(site: Site, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the import said; its scenario is confirmed by a person and published."""
    output = tmp_path_factory.mktemp("proof") / "proof.yaml"
    words = ("--brand", "SouthwestAir", "--limit", str(THREADS_PLAYED), "--per-hour", "3600", "--title", TITLE)
    said = site.manage(
        "import_threads", str(THREADS), *words, "--first-target", f"{TARGET_S}s", "--output", str(output)
    )
    site.manage("review_import", str(output), "--all", "--by", "Carla")
    site.manage("publish_scenario", str(output))
    return said


COMING_S = 150
"""The last thread comes within so long after the last reply, however quick the desk was."""
SCROLL_ON = """queue => {
  const before = queue.scrollTop;
  queue.scrollTop += 300;
  if (queue.scrollTop === before) queue.scrollTop = 0;
}"""


def find_last(page: Page) -> None:
    """Scrolls through the queue, which draws only what is near, until the last thread has come. Under the pointer
    nothing would be put in order."""
    last, until = page.locator(f'[data-thread="t{THREADS_PLAYED:03}"]'), time.monotonic() + COMING_S
    page.mouse.move(0, 0)
    while not last.is_visible() and time.monotonic() < until:
        page.locator(".desk-queue").evaluate(SCROLL_ON)
        page.wait_for_timeout(200)
    expect(last).to_be_visible()


def play(page: Page) -> None:
    """A run with eleven replies, that to the first thread when its time is over, to its debrief."""
    page.get_by_role("link", name=TITLE, exact=True).click()
    page.get_by_role("button", name="Los geht's").click()
    tia = Desk(page)
    tia.open(1)
    begun = time.monotonic()
    tia.write(2, f"{PRYING}.")
    tia.write(3, EXCELLENT)
    tia.copy_template(4, "check")
    tia.copy_template(5, "check")
    for number, words in enumerate(OTHERS, start=6):
        tia.write(number, words)
    page.wait_for_timeout(max(0, (TARGET_S + 4) * 1000 - (time.monotonic() - begun) * 1000))
    tia.write(1, LATE)
    find_last(page)
    end_run(page)


def find_reply(debrief: Page, mark: str) -> Locator:
    """Tia's reply with that mark (A is her first), unfolded: the post it answers, its criteria and its findings."""
    found = debrief.locator("details.moment").filter(has=debrief.locator(f"h3 .mark-box:text-is('{mark}')"))
    if found.get_attribute("open") is None:
        found.locator("summary").first.click()
    expect(found.locator(".findings")).to_be_visible()
    return found


def find_finding(reply: Locator, title: str) -> Locator:
    return reply.locator(".finding").filter(has=reply.page.get_by_text(title, exact=True))


def expect_marked(reply: Locator, title: str, words: str) -> None:
    """The finding is there, and its number stands behind its words in the reply."""
    finding = find_finding(reply, title)
    expect(finding).to_be_attached()
    number = reply.locator(f"a.found-number[href='#{finding.get_attribute('id')}']").first
    marked = number.locator("xpath=preceding-sibling::mark[1]")
    assert words in marked.inner_text()


@pytest.mark.long
def test_real_conversations_are_imported_played_live_and_looked_back_at(visit: Visit, imported: str):
    assert f"Took {THREADS_PLAYED} of" in imported
    page = visit("tia")
    play(page)

    expect(page.locator("details.moment[id^=reply-]")).to_have_count(REPLIES)
    assert page.locator(".table-scroll tbody tr").count() - REPLIES >= 30

    late = find_reply(page, "K")
    expect(find_finding(late, "Antwortzeit")).to_contain_text("versprochen waren 0:20")
    expect(find_finding(late, "Antwortzeit").locator(".finding-points")).to_contain_text("−")

    for copy in (find_reply(page, "C"), find_reply(page, "D")):
        expect(copy.locator(".moment-values")).to_contain_text("Eigene Worte 0")
        expect(copy.locator(".found-copied", has_text=COPIED)).to_have_count(1)
        expect(find_finding(copy, "Aus einer Vorlage")).to_contain_text("We are checking")

    prying = find_reply(page, "A")
    expect(prying.locator(".moment-values")).to_contain_text("Datenschutz 0")
    expect(prying.locator("mark.found-critical")).to_have_text(["your account", "phone number"])
    expect(find_finding(prying, "Öffentlich nach Daten gefragt")).to_have_count(2)
    expect(prying.locator(".finding-critical .finding-tag")).to_have_text(["kritischer Fehler"] * 2)

    excellent = find_reply(page, "B")
    expect(excellent.locator(".moment-values")).to_contain_text("Eigene Worte 100")
    expect(excellent.locator(".moment-values")).to_contain_text("Tempo 100")
    tone = excellent.locator(".moment-values > span", has_text="Ton").locator("strong")
    assert int(tone.inner_text()) >= 80
    expect_marked(excellent, "Gefühl benannt", "can see how")
    expect_marked(excellent, "Verantwortung", OWNING)
    expect(excellent.locator(".finding-bad, .finding-critical, .finding-copied")).to_have_count(0)
