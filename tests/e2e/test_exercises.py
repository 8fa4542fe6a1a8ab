"""A coach sets a class that begins together; a trainee waits for it, and both see the same desk when it has begun."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, write_reply
from tests.e2e.axe import find_violations

Visit = Callable[..., Page]
SCENARIO = "Der Anbieterwechsel"
"""One that no other test looks for on the home page, where what is set stands first."""


def call_off(coach: Page, exercise: str) -> None:
    """Others use this site, too."""
    coach.goto(exercise)
    coach.get_by_text("Absagen", exact=True).click()
    coach.get_by_role("button", name="Endgültig absagen").click()
    expect(coach.get_by_text("Die Übung ist abgesagt.")).to_be_visible()


def test_a_class_is_set_waited_for_and_begun(visit: Visit):
    coach, trainee = visit("carla", color_scheme="dark"), visit("tia", color_scheme="dark")
    message = "Heute gemeinsam"
    coach.get_by_role("link", name="Übungen").click()
    coach.get_by_role("link", name="Übung ansetzen").click()
    violations = {"form": find_violations(coach)}
    coach.get_by_label("Szenario").select_option(label=f"{SCENARIO} · auf Deutsch")
    coach.get_by_label("Alle beginnen gemeinsam").check()
    coach.get_by_label("Ein Satz dazu").fill(message)
    coach.get_by_role("button", name="Ansetzen").click()
    expect(coach.get_by_text("Die Übung ist angesetzt.")).to_be_visible()
    exercise = coach.url
    tia = coach.get_by_role("row", name="Tia Brandt")
    expect(tia).to_contain_text("noch nicht da")

    trainee.reload()
    trainee.get_by_role("listitem").filter(has_text=message).get_by_role("link").click()
    expect(trainee.get_by_role("heading", name="Sie sind da")).to_be_visible()
    violations["waiting"] = find_violations(trainee)
    expect(tia).to_contain_text("wartet")
    coach.get_by_role("button", name="Klasse beginnen lassen").click()
    expect(coach.get_by_text("1 Trainee hat begonnen.")).to_be_visible()
    violations["begun"] = find_violations(coach)

    trainee.wait_for_url("**/runs/*/")
    expect(trainee.get_by_role("heading", name=SCENARIO)).to_be_visible()
    tia.get_by_role("link", name="Zusehen").click()
    coach.wait_for_url(trainee.url)
    call_off(coach, exercise)
    assert {name: found for name, found in violations.items() if found} == {}


def test_moments_are_typed_and_shown_in_the_time_of_the_browser(visit: Visit):
    coach = visit("carla", timezone_id="Asia/Tokyo")
    coach.get_by_role("link", name="Übungen").click()
    coach.get_by_role("link", name="Übung ansetzen").click()

    expect(coach.locator("#zone-name")).to_have_text("Asia/Tokyo")
    coach.get_by_label("Szenario").select_option(label=f"{SCENARIO} · auf Deutsch")
    coach.get_by_label("Von").fill("2035-05-04T09:00")
    coach.get_by_label("Bis").fill("2035-05-04T10:00")
    coach.get_by_role("button", name="Ansetzen").click()

    expect(coach.locator("time").first).to_have_text("04.05.2035, 09:00")
    assert coach.locator("time").first.get_attribute("datetime") == "2035-05-04T00:00:00+00:00"
    call_off(coach, coach.url)


def test_who_waits_is_told_when_the_line_is_down(visit: Visit):
    coach = visit("carla")
    coach.goto(coach.url + "exercises/new/")
    coach.get_by_label("Szenario").select_option(label=f"{SCENARIO} · auf Deutsch")
    coach.get_by_label("Alle beginnen gemeinsam").check()
    coach.get_by_role("button", name="Ansetzen").click()
    exercise = coach.url
    trainee = visit("theo")
    trainee.goto(f"{exercise}join/")
    expect(trainee.locator("#waiting-state")).to_contain_text("Ihr Arbeitsplatz öffnet sich")

    trainee.context.set_offline(True)
    expect(trainee.locator("#waiting-state")).to_contain_text("Keine Verbindung")
    trainee.context.set_offline(False)

    expect(trainee.locator("#waiting-state")).to_contain_text("Ihr Arbeitsplatz öffnet sich")
    call_off(coach, exercise)


def test_a_coach_steers_a_class_from_the_control_room(visit: Visit):
    coach, trainee = visit("carla"), visit("theo")
    exercise = set_exercise(coach)
    trainee.goto(f"{exercise}join/")
    trainee.get_by_role("button", name="Los geht's").click()
    coach.get_by_role("link", name="Zum Regieraum").click()
    theo = coach.locator(".member", has=coach.get_by_role("heading", name="Theo Lindner"))
    expect(theo.get_by_text("läuft", exact=True)).to_be_visible()
    expect(coach.locator(".member").first).to_contain_text("Theo Lindner")
    expect(coach.locator(".member").last).to_contain_text("noch nicht da")

    coach.get_by_role("button", name="Alle 1 Minute vor").click()
    expect(coach.get_by_text("Bestätigt: 1 von 1")).to_be_visible()
    expect(theo.locator("dd").first).to_contain_text("1:")
    open_first(trainee)
    write_reply(trainee, "Guten Abend, das tut mir leid. Ich frage nach und schreibe Ihnen in zehn Minuten.")
    expect(theo.locator(".member-last")).to_contain_text("Ich frage nach")
    coach.get_by_text("Etwas geschehen lassen").click()
    coach.get_by_label("Name").fill("Der Neue aus Gleis 7")
    coach.get_by_label("Text").fill("Ich warte hier seit einer Stunde auf Antwort.")
    coach.get_by_role("button", name="Geschehen lassen").click()
    expect(coach.get_by_text("Bestätigt: 1 von 1")).to_be_visible()
    expect(trainee.locator(".queue-item", has_text="Der Neue aus Gleis 7")).to_be_visible()
    violations = find_violations(coach)
    coach.get_by_role("button", name="Alle anhalten").click()
    expect(theo.get_by_text("angehalten", exact=True)).to_be_visible()
    expect(trainee.get_by_text("Ihr Coach hat angehalten.", exact=True)).to_be_visible()
    violations += find_violations(coach)
    theo.get_by_role("button", name="Weiter").click()
    expect(theo.get_by_text("läuft", exact=True)).to_be_visible()
    coach.get_by_role("button", name="Alle beenden").click()
    coach.get_by_role("dialog").get_by_role("button", name="Alle beenden").click()

    expect(theo.get_by_text("zu Ende", exact=True)).to_be_visible()
    expect(trainee.get_by_role("link", name="Zur Auswertung")).to_be_visible()
    call_off(coach, exercise)
    assert violations == []


def set_exercise(coach: Page) -> str:
    """The address of a class in the usual scenario, which everybody begins for themselves."""
    coach.goto(f"{coach.url}exercises/new/")
    coach.get_by_label("Szenario").select_option(label=f"{SCENARIO} · auf Deutsch")
    coach.get_by_role("button", name="Ansetzen").click()
    expect(coach.get_by_text("Die Übung ist angesetzt.")).to_be_visible()
    return coach.url
