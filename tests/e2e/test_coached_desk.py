"""A coach leads a class over a real socket, and the trainee's desk shows what comes of it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.axe import find_violations
from tests.e2e.site import Site

Visit = Callable[..., Page]
BEGIN = """
from people.models import Membership, User
from scenarios.models import Scenario
from simulator.services import start_run
tia = User.objects.get(username="tia")
coached = Membership.objects.filter(user__username="carla", role="coach").values("cohort")
cohort = Membership.objects.filter(user=tia, role="trainee", cohort__in=coached).first().cohort
version = Scenario.objects.get(key="signal-failure", language="de").versions.last()
print("run", start_run(trainee=tia, version=version, mode="class", cohort=cohort).pk)
"""
COMMAND = """([run, messages]) => new Promise((done) => {
  const answers = [];
  const socket = new WebSocket(`ws://${location.host}/ws/`);
  const send = () => socket.send(JSON.stringify({ run, cmd_id: crypto.randomUUID(), ...messages[answers.length] }));
  socket.onopen = send;
  socket.onmessage = ({ data }) => {
    const frame = JSON.parse(data);
    if (!["ack", "refused"].includes(frame.type)) return;
    answers.push(frame.code ?? frame.type);
    if (answers.length < messages.length) send();
    else { socket.close(); done(answers); }
  };
})"""


def begin_class(site: Site) -> int:
    """Tia's run in a class of Carla's."""
    said = site.manage("shell", "-c", BEGIN)
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("run ")))


def command(coach: Page, run: int, *messages: dict[str, Any]) -> list[str]:
    answers: list[str] = coach.evaluate(COMMAND, [run, list(messages)])
    return answers


def test_the_desk_shows_what_a_coach_does_to_a_class(visit: Visit, site: Site):
    run = begin_class(site)
    desk, coach = visit("tia"), visit("carla")
    desk.goto(f"{site.url}/runs/{run}/")
    expect(desk.locator(".queue-item").first).to_be_visible(timeout=20_000)
    expect(desk.get_by_role("button", name="Pause")).to_have_count(0)

    said = {"type": "inject_post", "text": "Und ich?", "answer": True, "name": "Rieke Öz", "channel": "microblog"}
    whispered = {"type": "whisper", "text": "Erst die lauten."}
    assert command(coach, run, said, whispered, {"type": "note_moment"}) == ["ack", "ack", "ack"]
    item = desk.locator(".queue-item", has_text="Rieke Öz")
    expect(item).to_contain_text("Und ich?")
    expect(desk.locator("gp-whisper")).to_contain_text("Erst die lauten.")
    expect(desk.locator("gp-announcer [aria-live]")).to_contain_text("Ihr Coach sagt: Erst die lauten.")
    assert find_violations(desk) == []

    item.click()
    assert command(coach, run, {"type": "pause", "reason": "connection"}) == ["ack"]
    cover = desk.locator(".thread-cover")
    expect(cover).to_contain_text("Ihr Coach hat angehalten.")
    expect(cover).to_contain_text("Grund: die Verbindung.")
    assert find_violations(desk) == []
    assert command(coach, run, {"type": "resume"}, {"type": "skip", "to_ms": 120_000}) == ["ack", "ack"]
    expect(cover).to_have_count(0)
    expect(desk.locator(".clock-now")).to_contain_text("2:0")

    assert command(coach, run, {"type": "end"}) == ["ack"]
    expect(desk.get_by_text("Der Lauf ist zu Ende.").first).to_be_visible()
