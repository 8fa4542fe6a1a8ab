"""The library: looked through by coaches, difficulty measured on enough people, versions as files."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from people.models import Cohort, User
from people.services import add_membership
from scenarios.models import Draft, ScenarioVersion
from scenarios.queries import versions_visible_to
from scenarios.services import publish_file
from scenarios.services.draft_publishing import publish_draft
from scoring.queries.difficulty import Measured, measure_scenarios
from scoring.services import settle
from simulator.models import CLASS, PRACTICE
from simulator.services import end_run, start_run
from simulator.services.clock import FixedClock
from tests.conftest import make_person
from tests.scenarios.shipped import LIBRARY
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_carla(carla: User) -> Client:
    return sign_in(carla)


@pytest.fixture
def shipped(db: None) -> ScenarioVersion:
    publish_file(LIBRARY / "drill-a-clear-no.en.yaml")
    return publish_file(LIBRARY / "quiet-morning.de.yaml")


def play(person: User, version: ScenarioVersion, now: FixedClock, *, cohort: Cohort | None = None) -> None:
    """Nobody is answered, and those who wait make a score."""
    mode = PRACTICE if cohort is None else CLASS
    run = start_run(trainee=person, version=version, mode=mode, cohort=cohort, seed=1)
    now.advance(400_000)
    end_run(run.pk, actor=person, cmd_id="1")
    run.refresh_from_db()
    settle(run)


def find(client: Client, **wanted: str) -> list[str]:
    return [book.offer.version.scenario.key for book in client.get("/library/", wanted).context["books"]]


def test_it_is_there_for_coaches_alone(shipped, carla, cem, tia, milan, ada):
    paths = ["/library/", f"/library/{shipped.scenario_id}/", f"/library/{shipped.scenario_id}/1.json"]

    seen = {each.username: [sign_in(each).get(path).status_code for path in paths] for each in (carla, cem, tia, milan)}

    assert seen == {"carla": [200] * 3, "cem": [200] * 3, "tia": [404] * 3, "milan": [404] * 3}
    assert sign_in(ada).get("/library/").status_code == 404


def test_it_is_searched_and_filtered(as_carla, shipped):
    assert find(as_carla) == ["drill-a-clear-no", "quiet-morning"]
    assert find(as_carla, language="de") == find(as_carla, words="RUHIGER morgen") == ["quiet-morning"]
    assert find(as_carla, tag="drill") == ["drill-a-clear-no"]
    assert find(as_carla, words="nirgends", difficulty="5") == []


def test_difficulty_is_told_of_eight_people_and_of_no_fewer(as_carla, shipped, early, now):
    people = [make_person(f"t{number}", cohort=early.name, role="trainee") for number in range(8)]
    for person in people[:7]:
        play(person, shipped, now, cohort=early)
    play(people[0], shipped, now, cohort=early)
    play(people[7], shipped, now)  # practice is nobody's but theirs
    few = measure_scenarios([shipped.scenario_id])
    play(people[7], shipped, now, cohort=early)

    enough = measure_scenarios([shipped.scenario_id])
    assert few == {}
    assert enough == {shipped.scenario_id: Measured(8, enough[shipped.scenario_id].mean)}
    assert 0 <= enough[shipped.scenario_id].mean <= 1000
    assert as_carla.get("/library/", {"language": "de"}).context["books"][0].measured == enough[shipped.scenario_id]


def test_a_version_goes_out_and_comes_in_as_a_draft_that_a_coach_publishes(as_carla, shipped, carla, sam, early):
    sent = as_carla.get(f"/library/{shipped.scenario_id}/1.json").content

    answer = as_carla.post("/library/", {"file": SimpleUploadedFile("a.json", sent)})

    draft = Draft.objects.get()
    assert (answer.url, draft.cohort, draft.what) == (f"/editor/{draft.pk}/", early, "taken")
    assert (draft.text, draft.brand_source) == (shipped.source, shipped.brand_source)
    assert not ScenarioVersion.objects.exclude(scenario__cohort=None).exists()

    own = publish_draft(draft.pk, actor=carla, edition=1)

    history = as_carla.get(f"/editor/{draft.pk}/history/").json()["revisions"]
    assert own.digest == shipped.digest
    assert own.pk not in versions_visible_to(sam).values_list("pk", flat=True)
    assert history[-1]["said"] == f"aus einer Datei aufgenommen, {shipped.digest[:12]}"


def test_what_was_changed_on_the_way_is_named_and_nothing_is_taken(as_carla, shipped):
    said = json.loads(as_carla.get(f"/library/{shipped.scenario_id}/1.json").content)
    changed = json.dumps({**said, "scenario": said["scenario"].replace("duration:", "duration: ", 1)}).encode()
    forged = json.dumps({**said, "digest": "f" * 64}).encode()

    problems = [
        as_carla.post("/library/", {"file": SimpleUploadedFile("a.json", data)}).context["problems"]
        for data in (changed, forged, b"{}", b"")
    ]

    line = said["scenario"][: said["scenario"].index("duration:")].count("\n") + 1
    assert problems[0] == [f"Die Datei ist nach der Ausgabe verändert worden: im Szenario, Zeile {line}."]
    assert [len(each) for each in problems] == [1, 1, 1, 1]
    assert not Draft.objects.exists()


def test_who_learns_in_a_cohort_reads_none_of_its_scenarios_here(as_carla, carla, late, cem, now):
    add_membership(carla, cohort=late.name, role="trainee")
    theirs = publish_file(LIBRARY / "drill-a-clear-no.de.yaml", cohort=late)

    assert theirs in versions_visible_to(carla)
    assert as_carla.get(f"/library/{theirs.scenario_id}/").status_code == 404
    assert as_carla.get(f"/library/{theirs.scenario_id}/1.json").status_code == 404
    assert as_carla.post("/editor/new/", {"version": theirs.pk}).status_code == 404


def test_another_cohorts_scenarios_are_not_there(as_carla, shipped, late, cem):
    own = publish_file(LIBRARY / "quiet-morning.de.yaml", cohort=late)

    paths = [f"/library/{own.scenario_id}/", f"/library/{own.scenario_id}/1.json"]
    assert [as_carla.get(path).status_code for path in paths] == [404, 404]
    assert [sign_in(cem).get(path).status_code for path in paths] == [200, 200]
