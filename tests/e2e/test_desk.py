"""A trainee works the desk: by keyboard alone, across a reload, and through a line that breaks."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import end_run, open_first, set_speed, start_run, write_reply
from tests.e2e.line import Line
from tests.e2e.site import Site

TEXT = "Guten Abend, das Warten ohne jede Ansage tut mir leid. Um 18:20 Uhr melde ich mich hier wieder."
Visit = Callable[..., Page]


def own_posts(page: Page):
    return page.locator(".post-mine .post-text")


def test_a_reply_is_written_by_keyboard_alone(visit: Visit):
    page = visit("tia")
    start_run(page)

    open_first(page)
    write_reply(page, TEXT)

    expect(own_posts(page)).to_have_text([f"{TEXT} ^TB"])
    expect(page.locator("[data-unsent='0']")).to_be_visible()
    expect(page.locator("textarea")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator('[aria-current="true"]')).to_be_focused()


def test_who_answers_without_having_chosen_takes_the_most_urgent(visit: Visit):
    page = visit("tia")
    start_run(page)
    first = page.locator(".queue-item").first
    expect(first).to_be_visible()

    page.keyboard.press("Enter")
    expect(page.locator("textarea")).to_be_focused()
    page.keyboard.type("Nun also hierzu.")

    expect(page.locator("textarea")).to_have_value("Nun also hierzu.")
    expect(first).to_have_attribute("aria-current", "true")


def test_a_slash_brings_templates_with_their_variables_filled_in(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    name = page.locator(".thread-head h2").inner_text()

    page.keyboard.type("/stö")
    expect(page.locator(".template")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("textarea")).to_have_value("")
    page.keyboard.type("/stö")
    page.keyboard.press("Enter")

    value = page.locator("textarea").input_value()
    assert value.startswith(f"Hallo {name}, ")
    assert value.endswith("^TB")
    expect(page.locator(".signature")).to_contain_text("Unterschrieben mit ^TB")
    page.keyboard.type(" Bis gleich!")
    assert page.locator("textarea").input_value() == f"{value.removesuffix(' ^TB')} Bis gleich! ^TB"


def test_public_and_private_cannot_be_mistaken(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    name = page.locator(".thread-head h2").inner_text()

    page.get_by_text("Privat", exact=True).click()

    expect(page.locator(".composer-hint")).to_have_text(f"Nur {name} liest das.")
    expect(page.get_by_role("button", name="Privat senden")).to_be_visible()
    page.locator("textarea").fill("Schreiben Sie mir hier gern Ihre Nummer.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".post-mine .post-badge")).to_have_text("privat")


def test_a_reply_that_is_too_long_is_not_sent(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)

    page.locator("textarea").fill("🇩🇪" * 280)

    expect(page.locator(".length")).to_contain_text("4 Zeichen zu viel")
    expect(page.get_by_role("button", name="Öffentlich antworten")).to_be_disabled()
    page.locator(".signature input").uncheck()
    expect(page.locator(".length")).to_contain_text("280 von 280 Zeichen")
    expect(page.get_by_role("button", name="Öffentlich antworten")).to_be_enabled()


def test_a_reload_in_the_middle_keeps_the_run_and_the_draft(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    write_reply(page, TEXT)
    expect(own_posts(page)).to_have_count(1)
    page.keyboard.type("Und noch etwas")

    page.reload()
    expect(page.locator(".queue-item").first).to_be_visible()
    page.locator(".queue-item", has_text="beantwortet").first.click()

    expect(own_posts(page)).to_have_text([f"{TEXT} ^TB"])
    expect(page.locator("textarea")).to_have_value("Und noch etwas")


def test_a_reply_typed_without_a_line_is_kept_and_sent_once(visit: Visit, site: Site, line: Line):
    page = visit("tia", url=site.proxied_url)
    start_run(page)
    open_first(page)

    line.cut()
    expect(page.locator("[data-line=live]")).to_have_count(0)
    write_reply(page, TEXT)
    expect(page.locator(".post-status")).to_contain_text("Noch nicht gesendet")
    expect(page.locator("[data-unsent='1']")).to_be_visible()

    line.mend()
    expect(page.locator("[data-line=live]")).to_be_visible(timeout=20_000)
    expect(page.locator(".post-status")).to_have_count(0)
    expect(own_posts(page)).to_have_text([f"{TEXT} ^TB"])
    page.reload()
    page.locator(".queue-item", has_text="beantwortet").first.click()
    expect(own_posts(page)).to_have_text([f"{TEXT} ^TB"])


def test_a_reply_typed_without_a_line_survives_a_reload(visit: Visit, site: Site, line: Line):
    page = visit("tia", url=site.proxied_url)
    start_run(page)
    open_first(page)
    line.cut()
    expect(page.locator("[data-line=live]")).to_have_count(0)
    write_reply(page, TEXT)

    line.mend()
    page.reload()
    page.locator(".queue-item", has_text="beantwortet").first.click()

    expect(own_posts(page)).to_have_text([f"{TEXT} ^TB"])


def test_a_reply_whose_acknowledgement_was_lost_is_there_once(visit: Visit, site: Site, line: Line):
    page = visit("tia", url=site.proxied_url)
    start_run(page)
    open_first(page)
    other = page.context.new_page()
    other.goto(page.url.replace(site.proxied_url, site.url))

    line.mute()
    write_reply(page, TEXT)
    other.locator(".queue-item", has_text="beantwortet").first.click()
    expect(own_posts(other)).to_have_count(1)
    expect(page.locator(".post-status")).to_contain_text("Wird gesendet")
    line.cut()
    expect(page.locator(".post-status")).to_contain_text("Noch nicht gesendet")
    line.mend()

    expect(page.locator("[data-line=live]")).to_be_visible(timeout=20_000)
    expect(page.locator(".post-status")).to_have_count(0)
    for each in (page, other):
        expect(own_posts(each)).to_have_text([f"{TEXT} ^TB"])


def test_the_clock_runs_as_fast_as_it_is_told(visit: Visit):
    page = visit("tia")
    start_run(page)

    set_speed(page, "8000")

    expect(page.locator(".queue-item")).to_have_count(3, timeout=15_000)


def test_the_end_leads_to_the_debrief_where_every_post_reads_as_it_did(visit: Visit):
    page = visit("tia")
    start_run(page)
    open_first(page)
    write_reply(page, TEXT)
    expect(own_posts(page)).to_have_count(1)
    expect(page.locator(".post-foot")).to_have_count(0)
    # What can be done about a post is no part of how it reads.
    acts = page.locator(".thread-log .post button")
    acts.evaluate_all("all => all.forEach((one) => { one.style.display = 'none'; })")
    on_the_desk = [" ".join(text.split()) for text in page.locator(".thread-log .post").all_inner_texts()]

    end_run(page)

    posts = page.locator(".moment").first.locator(".post")
    posts.locator(".found-number").evaluate_all("numbers => numbers.forEach((number) => number.remove())")
    shown = [" ".join(text.split()) for text in posts.all_inner_texts()]
    # What somebody else wrote in between belongs to another moment.
    assert shown == [on_the_desk[0], on_the_desk[-1]]
    assert page.locator(".moment mark").all_inner_texts() != []


def test_what_needs_no_answer_can_be_set_aside_and_taken_back(visit: Visit):
    page = visit("theo")
    start_run(page)
    open_first(page)
    page.get_by_role("button", name="Zurückstellen").click()

    expect(page.get_by_role("heading", name="Zurückgestellt")).to_be_visible()
    page.reload()
    expect(page.locator(".left-aside")).to_have_count(1)
    page.locator(".left-aside").click()
    page.get_by_role("button", name="Zurück in die Warteschlange").click()
    expect(page.locator(".left-aside")).to_have_count(0)
