"""Hostile content in every field is text on every page: of a scenario, a draft, an exercise, a reply, and of names."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from people.models import Cohort, User
from scenarios.core.timeline import Timeline
from scenarios.services.draft_publishing import publish_draft
from scenarios.services.drafts import begin_draft, save_draft
from scenarios.services.profiles import begin_profile
from scoring.core.rubric import OVERALL, list_criteria
from scoring.models import Override
from scoring.queries.queue import list_queue
from scoring.services.marking import Wish, give_mark
from simulator.models import CLASS, Run
from simulator.services import Plan, end_run, join_exercise, reply, set_exercise
from simulator.services.clock import FixedClock
from tests.scenarios.core.house.test_dressing import HOUSE
from tests.scenarios.samples import BRAND, change
from tests.scoring.classes import ASKS, FINE, play_class, set_class
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish
from tests.trainer_ui.conftest import sign_in
from tests.trainer_ui.hostile import ALL, ATTACKS, PAYLOADS, Page

pytestmark = pytest.mark.django_db


def make_hostile() -> Timeline:
    """The morning, with every payload in all that an author words."""
    morning = make_morning()
    brand = replace(
        morning.brand,
        name=ALL,
        service_name=ALL,
        handle=PAYLOADS[1],
        channels=tuple(replace(channel, name=ALL) for channel in morning.brand.channels),
        templates=tuple(replace(template, title=ALL, text=ALL) for template in morning.brand.templates),
    )
    return replace(
        morning,
        title={"de": ALL, "en": ALL},
        brief={"de": ALL, "en": ALL},
        goal={"de": ALL, "en": ALL},
        brand=brand,
        templates=brand.templates,
        personas=tuple(replace(persona, name=ALL, handle=PAYLOADS[2]) for persona in morning.personas),
        facts=tuple(replace(fact, text=ALL, approved=ALL) for fact in morning.facts),
        threads=tuple(replace(thread, topic=ALL) for thread in morning.threads),
        posts=tuple(replace(post, text=ALL) for post in morning.posts),
    )


def name_people(tia: User, carla: User, cohort: Cohort) -> None:
    for person, payload in ((tia, PAYLOADS[20]), (carla, PAYLOADS[35])):
        person.first_name, person.last_name = payload, PAYLOADS[110]
        person.save()
    cohort.name = PAYLOADS[23]
    cohort.save()


def read(client: Client, path: str) -> list[str]:
    """What escapes on a page, which has to show some of it at all."""
    answer = client.get(path)
    page = Page(answer.content.decode())
    assert (path, answer.status_code, page.is_there) == (path, 200, True)
    return [f"{path}: {each}" for each in page.escaped]


def test_what_is_meant_to_escape_would_be_seen():
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 150
    unseen = [payload for payload in PAYLOADS[:15] if not Page(f"<p>{payload}</p>").escaped]

    # One breaks out of an attribute, the other out of a template.
    assert [payload for payload in ATTACKS if not Page(f"<p>{payload}</p>").escaped] == [ATTACKS[7], ATTACKS[8]]
    assert Page(f'<input value="{PAYLOADS[106]}" name="x">').escaped
    assert unseen == []
    assert Page(f'<script type="application/json">"{PAYLOADS[7]}"</script>').escaped


def test_a_class_in_a_hostile_scenario_is_text_for_trainee_and_coach(
    tia: User, carla: User, early: Cohort, now: FixedClock
):
    name_people(tia, carla, early)
    version = publish(make_hostile())
    begin = datetime.fromtimestamp(now.now_ms / 1000, tz=UTC)
    plan = Plan(version, early, CLASS, begin, begin + timedelta(hours=1), message=ALL[:500])
    exercise = set_exercise(plan, coach=carla)
    trainee, coach = sign_in(tia), sign_in(carla)
    before = ["/", f"/scenarios/{version.pk}/", f"/exercises/{exercise.pk}/join/"]
    escaped = [each for path in before for each in read(trainee, path)]
    run = play_hostile(exercise, tia, now)
    seen = [f"/runs/{run.pk}/", *(f"/runs/{run.pk}/debrief/{part}" for part in ("", "replay/", "weights/"))]
    exercises = ["/exercises/", "/exercises/new/", *(f"/exercises/{exercise.pk}/{part}" for part in ("", "room/"))]
    book = f"/library/{version.scenario_id}/"
    led = [*exercises, f"/exercises/{exercise.pk}/debrief/", "/marking/", "/library/", book, "/library/?words=gpx"]

    escaped += [each for path in seen for each in read(trainee, path)]
    escaped += [each for path in ["/", *seen, *led] for each in read(coach, path)]
    assert escaped == []


def play_hostile(exercise, tia: User, now: FixedClock) -> Run:
    """Each kind of attack is sent as a reply."""
    run = join_exercise(exercise, trainee=tia)
    now.advance(30_000)
    for number, payload in enumerate(ATTACKS):
        reply(
            run.pk, actor=tia, cmd_id=f"{number}", thread="bag", post="bag-1", visibility="public", text=payload,
            seen_seq=99,
        )  # fmt: skip
    now.advance(60_000)
    end_run(run.pk, actor=tia, cmd_id="end")
    run.refresh_from_db()
    return run


def test_a_hostile_draft_is_text_in_the_editor_and_in_its_list(carla: User, early: Cohort):
    draft = begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)
    comments = "".join(f"# {line}\n" for line in ALL.splitlines())
    text = change("de: Ein ruhiger Morgen", f'de: "{PAYLOADS[20]}"') + comments
    save_draft(draft.pk, actor=carla, text=text, base=1)
    coach = sign_in(carla)

    assert [each for path in ("/editor/", f"/editor/{draft.pk}/") for each in read(coach, path)] == []


def test_hostile_fields_of_a_house_profile_stay_text_while_they_are_mended(carla: User, early: Cohort):
    coach = sign_in(carla)
    names = ("name", "handle", "service_name", "words-greeting", "channels-0-name", "desks-0-name", "templates-0-text")
    fields = dict.fromkeys((*names, "articles-0-title", "articles-0-text", "desks-0-about", "templates-0-title"), ALL)
    counts = {f"{part}-count": "1" for part in ("channels", "desks", "articles", "templates")}
    given = {"language": "de", "address": "du", "sign_off": "initials", "base": "0", "save": "1", **counts, **fields}
    answer = coach.post("/profiles/new/", given)

    page = Page(answer.content.decode())
    assert (page.is_there, page.escaped) == (True, [])


def test_what_coaches_say_of_replies_is_text_for_coaches_and_trainee(
    tia: User, theo: User, carla: User, early: Cohort, now: FixedClock
):
    runs = play_class(set_class(carla, early, now), [(tia, {"bag-1": ASKS}), (theo, {"bag-1": FINE})], now)
    group = next(each for each in list_queue(carla) if each.post == "bag-1")
    reply_of_tia = next(each for each in group.replies if each.run == runs[0])
    found = next(iter(reply_of_tia.findings))
    notes = [(0, 3, payload) for payload in (*ATTACKS, *PAYLOADS[20:35])]
    steps = {**dict.fromkeys(list_criteria(group.timeline.weights), 3), OVERALL: 3}
    wish = Wish(steps, remark=ALL[:1000], notes=notes, verdicts={found: (Override.LIFTED, PAYLOADS[107])})
    give_mark(reply_of_tia, wish, coach=carla, saw_findings=True)
    other = next(each for each in group.replies if each.run == runs[1])
    give_mark(other, Wish(steps, remark=ALL[:1000]), coach=carla, saw_findings=True)
    coach, trainee = sign_in(carla), sign_in(tia)

    seen = [(coach, f"/marking/{group.id}/"), (coach, f"/runs/{runs[0].pk}/debrief/")]
    seen += [(trainee, f"/runs/{runs[0].pk}/debrief/"), (coach, f"/exercises/{runs[0].exercise_id}/debrief/")]
    assert [each for client, path in seen for each in read(client, path)] == []


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/marking/calibrations/", ("name", "size")),
        ("/import/", ("title", "brand", "brand_name", "aliases", "limit", "spoken", "sheet", "header", "column-text")),
        ("/exercises/new/", ("message",)),
    ],
)
def test_a_form_that_is_not_taken_shows_what_was_typed_as_text(carla: User, path: str, names: tuple[str, ...]):
    coach = sign_in(carla)
    answers = [coach.post(path, dict.fromkeys(names, payload)).content.decode() for payload in (ALL, *PAYLOADS[20:36])]
    pages = [Page(answer) for answer in answers]

    assert (pages[0].is_there, [each for page in pages for each in page.escaped]) == (True, [])


def test_hostile_notes_of_versions_and_profiles_are_text(carla: User, early: Cohort):
    draft = begin_draft(cohort=early, by=carla, language="de", brand_source=BRAND)
    note = PAYLOADS[107]
    version = publish_draft(draft.pk, actor=carla, edition=1, note=note)
    profile = begin_profile(cohort=early, by=carla, text=HOUSE, notes=note).profile
    coach = sign_in(carla)

    paths = (f"/library/{version.scenario_id}/", f"/profiles/{profile.pk}/", "/profiles/")
    pages = {path: Page(coach.get(path).content.decode()) for path in paths}
    assert {path: page.escaped for path, page in pages.items() if page.escaped} == {}
    assert pages[paths[0]].is_there
    assert pages[paths[1]].is_there
