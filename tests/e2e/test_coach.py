"""The whole walk of a coach: a scenario by forms alone, a class of twelve led through it, marked and talked about.

Twelve robots play over real sockets; one comes late, and one loses its line. Two coaches stand in the control room.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import find_violations
from tests.e2e.forms import THREADS, begin, read_problems, read_text, write_scenario
from tests.e2e.line import Line
from tests.e2e.robots import NAMES, Member, Robot, leave_all, open_class
from tests.e2e.site import Site

Visit = Callable[..., Page]
TITLE = "Dienstag am Morgen"
LOST, WHISPERED, HELD, LATE = 0, 1, 2, 11
"""Whose line dies, who is whispered to, whom the second coach holds, and who comes late."""
BROUGHT = "Diesen Beitrag hat der Coach eingebracht"
GOOD = "der Labrador ist willkommen"
AWAY_MS = 60_000
"""Twenty seconds until who is not heard of counts as gone, and the server looks every five."""
ANSWERS = {
    "darf mein Labrador": "Guten Tag {name}, der Labrador ist willkommen und zahlt den halben Fahrpreis. Gute Fahrt!",
    "Rucksack liegt noch": "Hallo {name}, wie ärgerlich! Melden Sie den Rucksack unter querlandbahn.example/fund.",
    "Warum redet keiner": "Guten Morgen {name}, entschuldigen Sie bitte. Wir sind jetzt für Sie da.",
}
CURT = {**ANSWERS, "darf mein Labrador": "Ja, steht alles online."}
"""So few words that each such reply is drawn to be marked; of the others only chance draws some."""


@pytest.fixture
def crew(site: Site, line: Line) -> Iterator[tuple[list[Robot], list[Member]]]:
    """(robots, coaches): the class, of which nobody has come yet."""
    trainees, coaches = open_class(site)
    robots = [
        Robot(
            member,
            port=site.proxy_port if number == LOST else site.port,
            answers=CURT if number % 4 == 3 else ANSWERS,
        )
        for number, member in enumerate(trainees)
    ]
    yield robots, coaches
    leave_all(robots)


def open_as(visit: Visit, site: Site, member: Member, **options: int) -> Page:
    page = visit("cem", **options)
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": member.session, "url": site.url}])
    page.goto(f"{site.url}/")
    return page


def look(page: Page) -> list[object]:
    """What axe objects to but for the text of the editor, which tests of its own look at."""
    return [found for found in find_violations(page) if "cm-scroller" not in str(found)]


def publish(page: Page) -> str:
    """Lets robots rehearse, publishes for practice while they do; returns the draft's address."""
    page.get_by_role("button", name="Proben und veröffentlichen").click()
    page.get_by_role("button", name="Jetzt proben").click()
    expect(page.locator("#rehearsal-bar")).to_be_visible()
    page.get_by_label("Was an dieser Fassung neu ist").fill("Zum ersten Mal.")
    page.get_by_role("button", name="Zum Üben veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht als Fassung 1.")).to_be_visible()
    return page.url


def set_class(page: Page, site: Site) -> int:
    page.goto(f"{site.url}/exercises/new/")
    page.get_by_label("Szenario").select_option(label=f"{TITLE} · auf Deutsch")
    page.get_by_label("Alle beginnen gemeinsam").check()
    page.get_by_role("button", name="Ansetzen").click()
    expect(page.get_by_text("Die Übung ist angesetzt.")).to_be_visible()
    return int(page.url.strip("/").rpartition("/")[2])


def begin_together(page: Page, robots: list[Robot], *, exercise: int) -> None:
    """All but the last, who is late."""
    for robot in robots[:-1]:
        robot.come(exercise)
    expect(page.locator(".member-state", has_text="wartet")).to_have_count(len(robots) - 1)
    page.get_by_role("button", name="Klasse beginnen lassen").click()
    expect(page.get_by_text(f"{len(robots) - 1} Trainees haben begonnen.")).to_be_visible()
    robots[-1].come(exercise)


def card_of(room: Page, robot: Robot) -> Locator:
    return room.locator(".member", has=room.get_by_role("heading", name=robot.member.name))


def order(room: Page, button: str, *, of: int) -> None:
    room.get_by_role("button", name=button, exact=True).click()
    see_acknowledged(room, of)


def see_acknowledged(room: Page, of: int) -> None:
    expect(room.locator(".room-said")).to_have_text(f"Bestätigt: {of} von {of}")


def happen(room: Page, text: str, *, of: int, kind: str = "Jemand schreibt", name: str = "", **chosen: str) -> None:
    """Fills in the form of the control room; `chosen`: what stands in a choice, by its label."""
    form = room.locator(".happening-form")
    for label, words in {"Was": kind, **chosen}.items():
        choice = form.get_by_role("combobox", name=label, exact=True)
        choice.select_option(choice.locator("option").filter(has_text=words).first.get_attribute("value"))
    if name:
        form.get_by_role("textbox", name="Name", exact=True).fill(name)
    form.locator("textarea").fill(text)
    form.get_by_role("button", name="Geschehen lassen").click()
    see_acknowledged(room, of)


def talk_about(coach: Page, site: Site, *, exercise: int) -> dict[str, list[object]]:
    """The debrief of the class, on one screen."""
    coach.goto(f"{site.url}/exercises/{exercise}/debrief/")
    expect(coach.locator(".minute-run")).to_have_count(12)
    expect(coach.get_by_text("Niemand wird genannt").first).to_be_visible()
    assert "Alma" not in coach.locator("main").inner_text()
    expect(coach.locator(".best-reply").first).to_contain_text(GOOD)
    return {"group": look(coach)}


def mark(coach: Page, site: Site) -> dict[str, list[object]]:
    """A good reply to the first post, by keys alone."""
    coach.goto(f"{site.url}/marking/")
    found = {"queue": look(coach)}
    coach.locator(".queue-post", has_text="Labrador").get_by_role("link").click()
    card = coach.locator(".mark-card:focus")
    expect(card).to_be_visible()
    for _ in range(coach.locator(".mark-card").count()):
        if GOOD in card.inner_text():
            break
        coach.keyboard.press("j")
    assert [member for member in NAMES if member in coach.locator("main").inner_text()] == []
    for _ in range(card.locator(".mark-row").count()):
        coach.keyboard.press("5")
    card.get_by_text("Was man da wissen konnte").click()
    expect(coach.locator(".mark-before[open]")).to_contain_text("darf mein Labrador")
    found["marking"] = look(coach)
    coach.keyboard.press("Escape")  # back to the reply
    with coach.expect_navigation():
        coach.keyboard.press("Control+Enter")
    expect(coach.locator(".mark-given")).not_to_have_count(0)
    return found


@pytest.mark.long
def test_a_coach_writes_a_scenario_and_leads_a_class_of_twelve_through_it(visit: Visit, site: Site, line: Line, crew):
    robots, (nora, piet) = crew
    coach, found = open_as(visit, site, nora, width=1366), {}
    begin(coach, site.url)
    write_scenario(coach)
    assert len(re.findall(r"^ {8}at: ", read_text(coach), re.MULTILINE)) == 2 * len(THREADS)
    assert [problem for problem in read_problems(coach) if problem[0] != "hint"] == []
    found["forms"] = look(coach)
    draft = publish(coach)
    found["work"] = look(coach)

    exercise = set_class(coach, site)
    begin_together(coach, robots, exercise=exercise)
    coach.get_by_role("link", name="Zum Regieraum").click()
    expect(coach.get_by_text("läuft", exact=True)).to_have_count(12)
    line.stall()
    order(coach, "Alle 1 Minute vor", of=12)
    expect(coach.locator(".member-last", has_text=GOOD)).to_have_count(8)
    expect(coach.locator(".member-last", has_text="Ja, steht alles online.")).to_have_count(3)

    other = open_as(visit, site, piet)
    other.goto(coach.url)
    expect(other.locator(".member-last")).to_have_count(11)
    coach.get_by_text("Etwas geschehen lassen").click()
    happen(coach, "Warum redet keiner mit mir?", of=12, name="Der Neue aus Gleis 7")
    expect(coach.locator(".member-last", has_text="Wir sind jetzt für Sie da.")).to_have_count(11)
    happen(coach, "Und ein Maulkorb?", of=12, Wer="lena", Wo="darf mein Labrador")
    happen(coach, "Maulkörbe gibt es am Schalter.", of=12, kind="Ein Fakt wird bekannt")
    happen(coach, "Erst die Lauten.", of=1, kind="Zuflüstern", Für=robots[WHISPERED].member.name)
    happen(coach, "Alle zögern.", of=12, kind="Moment merken", Für="alle")
    found["room"] = look(coach)
    card_of(other, robots[HELD]).get_by_role("button", name="Anhalten").click()
    expect(card_of(coach, robots[HELD]).get_by_text("angehalten", exact=True)).to_be_visible()
    card_of(coach, robots[HELD]).get_by_role("button", name="Weiter").click()
    away = card_of(coach, robots[LOST])
    expect(away).to_contain_text("nicht verbunden seit", timeout=AWAY_MS)
    line.mend()
    expect(away.locator(".member-last")).to_contain_text("Wir sind jetzt für Sie da.", timeout=AWAY_MS)
    order(coach, "Alle anhalten", of=12)
    order(coach, "Alle weiter", of=12)
    coach.get_by_role("button", name="Alle beenden").click()
    coach.get_by_role("dialog").get_by_role("button", name="Alle beenden").click()
    expect(other.get_by_text("zu Ende", exact=True)).to_have_count(12)
    assert [robot.failed for robot in robots] == [[]] * 12
    assert [robot.list_kinds().count("Whispered") for robot in robots] == [0, 1, *[0] * 10]

    found |= mark(coach, site) | talk_about(coach, site, exercise=exercise)
    trainee = open_as(visit, site, robots[WHISPERED].member)
    trainee.goto(f"{site.url}/runs/{robots[WHISPERED].run}/debrief/")
    expect(trainee.get_by_text("Der Neue aus Gleis 7").first).to_be_visible()
    expect(trainee.get_by_text(BROUGHT).first).to_be_attached()
    coach.goto(draft)
    coach.get_by_role("button", name="Proben und veröffentlichen").click()
    expect(coach.locator(".robots")).to_be_visible(timeout=AWAY_MS)
    assert {where: violations for where, violations in found.items() if violations} == {}
