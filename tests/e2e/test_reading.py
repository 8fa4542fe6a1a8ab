"""Reading a thread and working by key: long threads fold, places are kept, keys can be set anew."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import start_run
from tests.e2e.axe import find_violations
from tests.e2e.played_line import PlayedLine

Visit = Callable[..., Page]
PLACE = "log => log.scrollHeight - log.scrollTop"
AT_END = """() => {
  const log = document.querySelector(".thread-log");
  return log.scrollHeight - log.scrollTop - log.clientHeight < 5;
}"""
IS_THERE = f"before => Math.abs(({PLACE})(document.querySelector('.thread-log')) - before) < 60"


def open_long_thread(page: Page, *, posts: int = 70) -> PlayedLine:
    """Thread `t0`, under which the crowd has written, on a line that a test plays."""
    start_run(page)
    line = PlayedLine(json.loads(page.locator("#pack").text_content() or ""), threads=10)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    expect(page.locator(".count-badge").first).to_have_text("10 warten")
    for number in range(posts):
        answers = f"c{number - 3}" if number > 3 else None
        line.post(
            f"x{number}", at_ms=60_000, thread="t0", post=f"c{number}", reply_to=answers, crowd=True, target_ms=None
        )
    page.locator("[data-thread=t0]").click()
    return line


def test_a_long_thread_is_folded_and_unfolding_moves_nothing_under_the_eye(visit: Visit):
    page = visit("tia")
    open_long_thread(page)
    log = page.locator(".thread-log")
    folded = page.get_by_role("button", name="50 Beiträge eingeklappt")

    expect(folded).to_be_attached()
    expect(page.locator(".thread-log .post")).to_have_count(22)
    expect(page.locator(".post-context").last).to_contain_text("Antwort an Person x66")
    folded.scroll_into_view_if_needed()
    before = log.evaluate(PLACE)
    folded.click()

    expect(page.locator(".thread-log .post")).to_have_count(62)
    page.wait_for_function(
        f"(before) => Math.abs(({PLACE})(document.querySelector('.thread-log')) - before) < 60", arg=before
    )
    expect(log).to_be_focused()
    assert find_violations(page) == []


def test_a_thread_is_found_again_where_it_was_left_and_says_what_is_new(visit: Visit):
    page = visit("theo")
    line = open_long_thread(page)
    log = page.locator(".thread-log")
    log.evaluate("log => { log.scrollTop = 120; }")
    page.wait_for_timeout(200)

    page.locator("[data-thread=t1]").click()
    expect(page.locator(".thread-head h2")).to_have_text("Person 1")
    line.post(0, at_ms=61_000, thread="t0", post="neu")
    expect(page.locator("[data-thread=t0].queue-unread")).to_be_visible()
    page.mouse.move(700, 300)
    page.locator("[data-thread=t0]").click()

    page.wait_for_function("document.querySelector('.thread-log').scrollTop === 120")
    expect(page.get_by_role("button", name="Neuer Beitrag weiter unten")).to_be_visible()
    expect(page.locator(".unread-line")).to_have_count(1)
    expect(page.locator("[data-thread=t0].queue-unread")).to_have_count(0)


def test_a_thread_set_aside_for_a_while_says_for_how_long(visit: Visit):
    page = visit("tia")
    open_long_thread(page, posts=3)

    page.locator(".snooze summary").click()
    page.get_by_role("button", name="für 2 Minuten").click()

    expect(page.locator("[data-thread=t0] .left")).to_contain_text("zurückgestellt, noch 1:5")
    expect(page.locator(".thread-log")).to_be_focused()


def test_keys_are_set_anew_and_conflicts_are_refused_in_words(visit: Visit):
    page = visit("tia")
    open_long_thread(page, posts=3)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    dialog = page.locator("dialog[open]")

    dialog.locator("[data-bind=next]").click()
    page.keyboard.press("k")
    expect(dialog.get_by_role("status")).to_have_text("„k“ ist vergeben: voriges Gespräch.")
    assert find_violations(page) == []
    page.keyboard.press("v")
    expect(dialog.get_by_role("status")).to_have_text("v heißt jetzt: nächstes Gespräch.")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(".queue-item").first).to_be_visible()

    page.keyboard.press("2")
    expect(page.locator(".queue-item").nth(1)).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".queue-item").nth(1)).to_be_focused()
    page.keyboard.press("v")
    expect(page.locator(".queue-item").nth(2)).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("textarea")).to_be_focused()
    expect(page.locator(".composer-private")).to_be_visible()
    # Her keys lie with her account: whoever plays her next finds them as they were.
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    with page.expect_response("**/own/desk/"):
        dialog.get_by_role("button", name="Alle Tasten wie ausgeliefert").click()


def test_the_title_counts_who_waits_for_those_who_asked_for_it(visit: Visit):
    page = visit("theo")
    line = open_long_thread(page, posts=1)
    before = page.title()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_label("Zahl der Wartenden im Fenstertitel").check()

    line.post(77, at_ms=61_000)

    page.wait_for_function("document.title.startsWith('(11) ')")
    page.get_by_label("Zahl der Wartenden im Fenstertitel").uncheck()
    page.wait_for_function("title => document.title === title", arg=before)


def test_who_reads_at_the_end_stays_there_as_posts_come_and_the_composer_grows(visit: Visit):
    page = visit("theo")
    line = open_long_thread(page)
    page.wait_for_function(AT_END)

    line.post("spät", at_ms=61_000, thread="t0", post="spaet", crowd=True, target_ms=None)
    expect(page.locator(".thread-log .post").last).to_contain_text("Person spät")
    page.wait_for_function(AT_END)
    page.locator(".composer textarea").evaluate("area => { area.style.height = '250px'; }")
    page.wait_for_function(AT_END)

    expect(page.locator(".thread-newer")).to_have_count(0)


def test_entries_out_of_sight_keep_their_size_and_nothing_moves_when_they_come_into_sight(visit: Visit):
    page = visit("tia")
    open_long_thread(page)
    log = page.locator(".thread-log")
    expect(page.locator(".thread-log .post")).to_have_count(22)
    heights = "log => [...log.querySelectorAll('.entry')].map(entry => entry.offsetHeight)"
    before = log.evaluate(heights)

    expect(page.locator(".entry:not([data-settled])")).to_have_count(0)
    assert log.evaluate(heights) == before
    for top in (0, 500, 100_000):
        log.evaluate("(log, top) => { log.scrollTop = top; }", top)
        page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        assert log.evaluate(heights) == before
    assert page.evaluate(AT_END)
