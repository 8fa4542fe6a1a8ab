"""From a programme to a certificate that others can check, and its revocation, as four people do it."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.acts import open_first, write_reply
from tests.e2e.axe import find_violations_in_both
from tests.e2e.site import Site

Visit = Callable[..., Page]
SCENARIO = "Signalstörung am Freitagabend"
REHEARSED = """
from scenarios.models import ScenarioVersion
from scoring.core import SCORING_VERSION
from scoring.models import Rehearsal
from simulator.core.events import ENGINE_VERSION
for version in ScenarioVersion.objects.filter(scenario__language="de"):
    Rehearsal.objects.get_or_create(version=version, engine_version=ENGINE_VERSION, scoring_version=SCORING_VERSION,
                                    defaults={"passed": True, "data": "{}", "digest": ""})
"""
"""What robots take half an hour for; that only what they passed is offered is tested elsewhere."""


def test_somebody_is_certified_and_others_can_check_it(visit: Visit, site: Site, tmp_path: Path):
    site.manage("shell", "-c", REHEARSED)
    manager = visit("milan")
    violations: dict[str, object] = {}

    def look(page: Page, where: str) -> None:
        violations[where] = find_violations_in_both(page)

    manager.goto(f"{site.url}/")
    manager.get_by_role("link", name="Zertifizierungen").click()
    manager.get_by_role("link", name="Programm festlegen").click()
    manager.get_by_label("Name", exact=True).fill("Öffentlich antworten")
    manager.get_by_label(re.compile(SCENARIO)).check()
    manager.get_by_label("Grenze gesamt").fill("0")
    look(manager, "form")
    manager.get_by_role("button", name="Festlegen").click()
    expect(manager.get_by_text("Das Programm ist festgelegt.")).to_be_visible()
    look(manager, "programme")

    trainee = visit("theo")
    trainee.goto(f"{site.url}/")
    trainee.get_by_role("link", name="Ihre Zertifizierungen").click()
    trainee.get_by_role("link", name="Öffentlich antworten").click()
    expect(trainee.get_by_text("Die Leitung zum Arbeitsplatz steht.")).to_be_visible()
    look(trainee, "briefing")
    trainee.get_by_label("Ich habe gelesen").check()
    trainee.get_by_role("button", name="Versuch beginnen").click()
    trainee.get_by_role("button", name="Zum Arbeitsplatz").click()
    trainee.wait_for_url("**/runs/*/")
    expect(trainee.locator(".queue-item").first).to_be_visible(timeout=60_000)
    open_first(trainee)
    write_reply(
        trainee, "Guten Abend, es tut mir leid, dass Sie warten. Ich frage nach und melde mich in zehn Minuten. TL"
    )
    trainee.locator(".post-mine").wait_for()
    trainee.get_by_role("button", name="Beenden").click()
    asked = trainee.get_by_role("dialog")
    expect(asked).to_contain_text("Dies ist ein Zertifizierungslauf: Er zählt so, wie er jetzt steht.")
    expect(asked).to_contain_text("Wer noch wartet, bleibt ohne Antwort;")
    expect(asked).to_contain_text("was schon fällig war, geht so in die Wertung ein.")
    expect(asked).not_to_contain_text("Danach geht es zur Auswertung.")
    look(trainee, "ending")
    trainee.get_by_role("button", name="Weiterarbeiten").click()
    expect(asked).to_be_hidden()
    expect(trainee.locator(".clock-now")).to_be_visible()
    trainee.get_by_role("button", name="Beenden").click()
    trainee.get_by_role("button", name="Lauf beenden").click()
    trainee.get_by_role("link", name="Zur Auswertung").wait_for()

    manager.goto(f"{site.url}/certifications/")
    manager.get_by_role("link", name="Theo Lindner").click()
    attempt = manager.url
    expect(manager.get_by_role("heading", name="Was die Wertung vorschlägt")).to_be_visible()
    look(manager, "attempt")
    manager.get_by_label("bestanden", exact=True).check()
    manager.get_by_label("Grund, den die Trainee liest").fill("Ruhig, klar, mit Zusage.")
    manager.get_by_role("button", name="Entscheiden").click()
    if manager.get_by_text("Eine zweite Person muss ebenso entscheiden.").is_visible():
        coach = visit("carla")
        coach.goto(attempt)
        coach.get_by_label("bestanden", exact=True).check()
        coach.get_by_label("Grund, den die Trainee liest").fill("Sehe ich auch so.")
        coach.get_by_role("button", name="Entscheiden").click()

    trainee.goto(attempt)
    expect(trainee.get_by_text("Ruhig, klar, mit Zusage.")).to_be_visible()
    look(trainee, "decided")
    with trainee.expect_download() as started:
        trainee.get_by_role("link", name="Zertifikat (PDF)").click()
    file = tmp_path / "certificate.pdf"
    started.value.save_as(file)
    assert "every byte is as it was issued" in site.manage("verify_certificate", str(file))
    trainee.goto(f"{site.url}/certifications/own/")
    look(trainee, "own")
    trainee.get_by_role("link", name="Prüfseite").first.click()
    check = trainee.url
    expect(trainee.get_by_text("Dieses Zertifikat ist gültig.")).to_be_visible()
    expect(trainee.get_by_text("Theo")).not_to_be_visible()
    look(trainee, "check")

    manager.goto(f"{site.url}/certifications/")
    look(manager, "certifications")
    manager.locator("summary", has_text="Widerrufen").first.click()
    manager.get_by_label("Grund, den die Inhaberin liest").first.fill("Verwechselt")
    manager.get_by_role("button", name="Endgültig widerrufen").first.click()
    trainee.goto(check)
    expect(trainee.get_by_text("Dieses Zertifikat wurde widerrufen.")).to_be_visible()
    assert {where: found for where, found in violations.items() if found} == {}
    assert "The audit record holds" in site.manage("verify_audit")
