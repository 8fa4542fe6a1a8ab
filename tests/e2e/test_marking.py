"""Two coaches mark the same class by keys alone, see how far they agree, and the trainee reads what they said."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from people.core.demo import EARLY
from tests.e2e.axe import find_violations
from tests.e2e.site import Site

Visit = Callable[..., Page]
PASSWORD = "drei Fahrräder im Regen"  # of nobody
REASON = "Privat gefragt, nicht öffentlich."


@pytest.fixture(scope="module")
def played(site: Site) -> tuple[str, str]:
    """(the exercise, Tia's run): a class that has ended."""
    site.stop()  # by the server's clock its runs are long over: it would end them while they are played
    said = site.manage("shell", "-c", "from tests.e2e.played_class import play_class; play_class()")
    site.start()
    exercise, run = said.splitlines()[-1].split()
    return exercise, run


def visit_second_coach(visit: Visit, site: Site) -> Page:
    """Clara, who has an account of her own: the demo has one coach in this cohort."""
    asked = ("--role", "coach", "--cohort", EARLY, "--email", "clara@generalprobe.example")
    link = site.manage("create_person", "clara", *asked).splitlines()[-1]
    page = visit("cem")
    page.context.clear_cookies()
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button").last.click()
    page.wait_for_url("**/key/done/")
    page.goto(f"{site.url}/accounts/login/")
    page.get_by_label("Benutzername").fill("clara")
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(f"{site.url}/")
    return page


def mark_all(page: Page, *, steps: str) -> int:
    """Marks whatever is open of a calibration by keys, giving `steps` in turn; returns how many replies there were."""
    page.locator(".queue-post a").first.click()
    marked = 0
    while page.locator(".mark-card").count():
        card = page.locator(".mark-card:focus")
        expect(card).to_be_visible()
        if card.locator(".mark-needs").count():
            decide(page, card)
            continue
        for _ in range(card.locator(".mark-row").count()):
            page.keyboard.press(steps[marked % len(steps)])
        marked += 1
        save(page)
    return marked


def decide(page: Page, card) -> None:
    """Lifts what is provisional, with a reason."""
    while card.locator(".decision-needs select").evaluate_all("all => all.some((each) => !each.value)"):
        page.keyboard.press("o")
        page.locator("select:focus").select_option("lifted")
        page.keyboard.press("Tab")
        page.keyboard.type(REASON)
        page.keyboard.press("Escape")
    save(page)


def save(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")


def test_two_coaches_mark_see_how_far_they_agree_and_the_trainee_reads_it(visit: Visit, site: Site, played):
    _, run = played
    carla, violations = visit("carla", color_scheme="dark"), {}
    carla.goto(f"{site.url}/marking/")
    carla.get_by_role("link", name="Abgleich").click()
    carla.get_by_label("Name").fill("Erster Abgleich")
    carla.get_by_label("Wie viele Antworten").fill("6")
    carla.get_by_role("button", name="Antworten ziehen").click()
    expect(carla.get_by_text("Der Abgleich steht allen Coaches der Kohorte offen.")).to_be_visible()
    address = carla.url
    violations["open"] = find_violations(carla)
    assert mark_all(carla, steps="42531") == 6
    clara = visit_second_coach(visit, site)
    clara.goto(address)
    assert mark_all(clara, steps="42521") == 6
    expect(clara.get_by_text("Nichts mehr zu bewerten")).to_be_visible()

    carla.goto(address)
    overall = carla.get_by_role("row", name="Gesamteindruck").first
    alpha = overall.get_by_role("cell").first
    expect(alpha).to_have_text(re.compile(r"^-?[01],\d\d$"))
    expect(carla.get_by_role("heading", name="Wie streng Sie sind")).to_be_visible()
    violations["agreed"] = find_violations(carla)
    carla.goto(f"{site.url}/marking/agreement/")
    expect(carla.get_by_role("heading", name="Inhalt")).to_be_visible()
    violations["agreement"] = find_violations(carla)
    stranger = visit("cem")
    asked = (address, f"{site.url}/marking/agreement/")
    assert [stranger.context.request.get(each).status for each in asked] == [404, 200]

    trainee = visit("tia")
    trainee.goto(f"{site.url}/runs/{run}/debrief/")
    expect(trainee.get_by_text("Bewertet von Carla Nowak").first).to_be_visible()
    expect(trainee.get_by_text("sagt: Dieser Befund ist falsch.").first).to_be_visible()
    expect(trainee.get_by_text(REASON).first).to_be_visible()
    expect(trainee.get_by_text("Ohne das, was Ihr Coach aufgehoben hat")).to_be_visible()
    violations["debrief"] = find_violations(trainee)
    assert {where: found for where, found in violations.items() if found} == {}


def test_a_note_beside_the_words_is_kept_until_it_is_saved(visit: Visit, site: Site, played):
    coach = visit("carla")
    coach.goto(f"{site.url}/marking/")
    coach.locator(".queue-post a").first.click()
    card = coach.locator(".mark-card", has=coach.locator("form")).first
    expect(card.locator("[data-add-note]")).to_be_visible()  # from now on keys are heard
    card.locator(".marked-words").dblclick(position={"x": 30, "y": 20})
    word = coach.evaluate("String(getSelection()).trim()")
    coach.keyboard.press("c")
    coach.keyboard.type("Das Wort <b>passt</b>.")
    expect(card.locator(".note-words")).to_have_text(word)
    violations = find_violations(coach)

    coach.reload()

    expect(card.locator(".mark-note textarea")).to_have_value("Das Wort <b>passt</b>.")
    expect(card.locator(".note-words")).to_have_text(word)
    expect(coach.locator("#marking-said")).to_have_text("Was Sie vorhin geschrieben haben, ist wieder da.")
    assert violations == []


def test_keys_that_one_does_not_want_are_off(visit: Visit, site: Site, played):
    coach = visit("carla")
    coach.goto(f"{site.url}/marking/")
    coach.locator(".queue-post a").first.click()
    coach.get_by_text("Tasten, und die Stufen in Worten").click()
    coach.get_by_label("Einzelne Tasten abschalten").check()
    coach.reload()
    card = coach.locator(".mark-card", has=coach.locator("form")).first
    card.focus()
    before = card.locator(":checked").count()

    coach.keyboard.press("1")

    assert card.locator(":checked").count() == before


def test_the_class_looks_at_the_same_minute_of_all(visit: Visit, site: Site, played):
    exercise, _ = played
    coach = visit("carla", width=768)
    coach.goto(f"{site.url}/exercises/{exercise}/")
    coach.get_by_role("link", name="Gemeinsame Auswertung").click()
    expect(coach.locator(".minute-run")).to_have_count(2)
    slider = coach.get_by_role("slider", name="Minute")
    slider.focus()
    coach.keyboard.press("Home")
    expect(coach.locator(".minute-now")).to_have_text(re.compile("^Minute 1 von"))
    expect(coach.locator(".minute-run").first).to_contain_text("an ")
    assert "Tia" not in coach.locator("main").inner_text()
    violations = find_violations(coach)
    coach.get_by_role("link", name="Namen zeigen").click()

    expect(coach.locator(".minute-run").last).to_contain_text("Tia Brandt")
    assert violations == []
