"""What a trainee does beside answering, in a storm that reacts."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.acts import end_run, set_speed
from tests.e2e.axe import find_violations, find_violations_in_both
from tests.e2e.played_line import PlayedLine
from tests.e2e.storm import TITLE

NOTE = "Jana Vogt steht in Altenried, der RE 4 fällt aus. Noch nichts zugesagt."
NOTICE = "Am Signal in Altenried wird gearbeitet. Um 18:30 Uhr melden wir uns hier wieder."
REPLY = (
    "Guten Abend Jana, das Warten tut mir leid. Am Signal in Altenried wird gearbeitet. Schreiben Sie mir bitte privat."
)
Visit = Callable[..., Page]


def start_storm(page: Page) -> None:
    page.get_by_role("link", name=TITLE["de"], exact=True).first.click()
    page.get_by_role("button", name="Los geht's").click()
    expect(page.locator("[data-thread=park]")).to_be_visible()


def choose(page: Page, thread: str) -> Locator:
    item = page.locator(f"[data-thread={thread}]")
    item.click()
    item.focus()
    return item


def test_hand_over_notice_treatment_and_a_private_conversation(visit: Visit):
    page = visit("tia")
    start_storm(page)
    dialog = page.locator("dialog[open]")

    choose(page, "tafel")
    picture = page.get_by_role("img", name="Eine Abfahrtstafel")
    expect(picture).to_have_js_property("naturalWidth", 640)

    page.keyboard.press("e")
    dialog.get_by_label("Übergabenotiz").fill(NOTE)
    page.reload()
    expect(page.locator(".thread-log .post").first).to_be_visible()
    page.keyboard.press("e")
    expect(dialog.get_by_label("Übergabenotiz")).to_have_value(NOTE)
    dialog.get_by_label("Leitstelle").check()
    dialog.get_by_role("button", name="Weitergeben").click()
    expect(dialog).to_have_count(0)
    expect(page.locator(".internal")).to_contain_text(NOTE)
    page.keyboard.press("e")
    expect(dialog.locator(".choice-state")).to_have_count(1)
    expect(dialog.get_by_label("Übergabenotiz")).to_have_value("")
    expect(dialog.locator(".choice").filter(has_text="Leitstelle")).to_contain_text("hat dieses Gespräch schon")
    assert find_violations(page) == []
    page.keyboard.press("Escape")

    choose(page, "tafel")
    page.keyboard.press("u")
    dialog.get_by_label("Text").fill(NOTICE)
    page.reload()
    expect(page.locator(".thread-log .post").first).to_be_visible()
    page.keyboard.press("u")
    expect(dialog.get_by_label("Text")).to_have_value(NOTICE)
    dialog.get_by_role("button", name="Veröffentlichen").click()
    expect(page.locator(".notice")).to_contain_text(NOTICE)

    choose(page, "wut")
    page.keyboard.press("a")
    dialog.get_by_label("will nur provozieren").check()
    dialog.get_by_role("button", name="In Ruhe lassen").click()
    expect(page.locator("[data-thread=wut]")).to_contain_text("in Ruhe gelassen")

    choose(page, "tafel")
    expect(page.locator(".customer")).not_to_contain_text("K-4711")
    page.locator("textarea").first.fill(REPLY)
    page.keyboard.press("Control+Enter")
    set_speed(page, "8000")
    expect(page.locator(".customer")).to_contain_text("K-4711", timeout=20_000)
    expect(page.locator(".internal-desk")).to_be_visible(timeout=20_000)
    set_speed(page, "500")
    expect(page.locator(".post-private .post-badge").first).to_have_text("privat")

    page.locator(".post-private").get_by_role("button", name="Hierauf antworten").click()
    expect(page.locator(".composer-hint")).to_have_text("Nur Jana Vogt liest das.")
    page.locator("textarea").first.fill("Danke Jana, um 19:45 Uhr geht es weiter.")
    page.get_by_role("button", name="Privat senden").click()
    expect(page.locator(".post-mine.post-private")).to_have_count(1)
    page.get_by_role("button", name="Aktionen").click()
    page.get_by_role("button", name="Als erledigt markieren").click()
    expect(page.locator("[data-thread=tafel]")).to_contain_text("erledigt")

    end_run(page)
    beside = page.get_by_role("region", name="Was sonst noch geschah")
    for words in (
        NOTE,
        "Weitergegeben an Leitstelle",
        "In Ruhe gelassen: will nur provozieren",
        "Hat sich zu erkennen",
    ):
        expect(beside).to_contain_text(words)
    expect(page.get_by_role("region", name="Öffentlicher Hinweis")).to_contain_text(NOTICE)
    expect(page.locator(".curve-own").first).to_be_attached()
    assert find_violations(page) == []


def test_the_crowd_is_counted_and_can_be_unfolded_and_noise_has_no_countdown(visit: Visit):
    page = visit("theo")
    start_storm(page)
    set_speed(page, "8000")
    crowd = page.locator(".crowd")
    expect(crowd).to_contain_text("Weitere Stimmen")
    expect(crowd.locator(".queue-item")).to_have_count(0)
    set_speed(page, "500")

    crowd.locator("summary").click()

    expect(crowd.locator(".queue-item").first).to_be_visible()
    expect(page.locator("[data-thread=park] .left")).to_contain_text("seit")
    assert find_violations(page) == []


def test_a_post_of_the_crowd_is_hidden_alone(visit: Visit):
    page = visit("theo")
    start_storm(page)
    set_speed(page, "8000")
    expect(page.locator(".crowd")).to_contain_text("Weitere Stimmen")
    set_speed(page, "500")
    page.locator(".crowd summary").click()
    page.locator(".crowd .queue-item").first.click()

    page.get_by_role("button", name="Diesen Beitrag behandeln").first.click()
    page.locator("[data-act=hide]").click()
    page.locator("dialog[open] input[value=spam]").check()
    page.locator("dialog[open]").get_by_role("button", name="Ausblenden").click()

    expect(page.locator(".post-hidden .post-treated")).to_contain_text("Ausgeblendet: Spam")


def test_a_post_of_the_crowd_in_somebodys_thread_can_be_meant_by_an_act(visit: Visit):
    page = visit("tia")
    start_storm(page)
    line = PlayedLine(json.loads(page.locator("#pack").text_content() or ""), threads=2)
    page.route_web_socket("**/ws/", line.answer)
    page.reload()
    page.locator("[data-thread=t0]").click()
    line.post(0, at_ms=61_000, post="voice", text="Alle einsperren!", crowd=True, target_ms=None)
    voice = page.locator(".thread-log gp-post").filter(has_text="Alle einsperren!")

    voice.get_by_role("button", name="Diesen Beitrag behandeln").click()

    expect(voice.locator(".post-addressed")).to_be_visible()
    expect(page.locator("gp-acts .acts-item").first).to_be_focused()
    assert find_violations(page) == []
    page.locator("[data-act=report]").click()
    expect(page.locator("dialog[open] .act-about")).to_contain_text("Alle einsperren!")


@pytest.mark.parametrize("width", [768, 1440])
def test_the_new_parts_are_accessible(visit: Visit, width: int):
    page = visit("tia", width=width)
    start_storm(page)
    choose(page, "tafel")
    page.get_by_role("button", name="Aktionen").click()
    assert find_violations_in_both(page) == []
    for act in ("escalate", "report"):
        if not page.locator(f"[data-act={act}]").is_visible():
            page.get_by_role("button", name="Aktionen").click()
        page.locator(f"[data-act={act}]").click()
        expect(page.locator("dialog[open]")).to_be_visible()
        assert find_violations_in_both(page) == []
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)


def test_what_was_hidden_may_get_a_word_all_the_same(visit: Visit):
    page = visit("theo")
    start_storm(page)
    dialog = page.locator("dialog[open]")
    choose(page, "wut")
    page.get_by_role("button", name="Aktionen").click()
    page.locator("[data-act=hide]").click()
    dialog.locator("input[value=insult]").check()
    dialog.get_by_role("button", name="Ausblenden").click()
    expect(page.locator(".post-hidden .post-treated")).to_contain_text("Ausgeblendet")

    page.locator(".post-hidden").get_by_role("button", name="Hierauf antworten").click()
    page.locator("textarea").first.fill("So reden wir hier nicht. Was ist denn los?")
    page.keyboard.press("Control+Enter")

    expect(page.locator(".post-mine")).to_have_count(1)
    expect(page.locator("[data-thread=wut]")).to_contain_text("beantwortet")
    assert find_violations(page) == []


def test_every_act_is_done_by_keyboard_alone_and_the_focus_is_never_lost(visit: Visit):
    page = visit("tia")
    start_storm(page)
    focused = "document.activeElement.dataset.thread ?? document.activeElement.className"
    dialog = page.locator("dialog[open]")

    page.keyboard.press("e")
    expect(dialog).to_have_count(0)
    page.locator("[data-thread=wut]").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "wut"

    page.keyboard.press("m")
    expect(page.locator("[data-act=escalate]")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-act=macros]")).to_be_focused()
    page.keyboard.press("Escape")
    assert "acts-button" in page.evaluate(focused)

    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(page.locator("[data-thread=wut]")).to_contain_text("in Ruhe gelassen")
    expect(page.locator("[data-thread=wut]")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".queue-item").first).to_be_focused()

    page.keyboard.press("z")
    expect(page.get_by_role("heading", name="Zurückgestellt")).to_be_visible()
    assert page.evaluate(focused) != ""


def test_the_crowd_unfolds_by_enter(visit: Visit):
    page = visit("theo")
    start_storm(page)
    set_speed(page, "8000")
    summary = page.locator(".crowd summary")
    expect(summary).to_be_visible()
    set_speed(page, "500")

    summary.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".crowd .queue-item").first).to_be_visible()


def test_a_reload_comes_back_to_the_thread_with_its_draft(visit: Visit):
    page = visit("tia")
    start_storm(page)
    choose(page, "rechnung")
    page.locator("textarea").first.fill("Angefangen")

    page.reload()

    expect(page.locator("[data-thread=rechnung]")).to_have_attribute("aria-current", "true")
    expect(page.locator("textarea").first).to_have_value("Angefangen")
    expect(page.get_by_role("img", name="Eine Rechnung der Seenbahn")).to_be_visible()


def test_a_notice_is_written_and_published_by_keyboard_alone(visit: Visit):
    page = visit("tia")
    start_storm(page)

    page.keyboard.press("u")
    expect(page.locator("dialog[open] textarea")).to_be_focused()
    page.keyboard.type(NOTICE)
    page.keyboard.press("Control+Enter")

    expect(page.locator(".notice-text")).to_have_text(NOTICE)
