"""One of everything, of the early shift: Tia's runs of each kind, what is set, written, decided and issued there; and
people who stand to it in every way there is. Words that tell what was let out are in each of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from people.models import Cohort, Role, User
from people.services import add_membership
from scenarios.models import Draft
from scenarios.services import publish_file
from scenarios.services.profiles import begin_profile
from scenarios.services.publish import publish as publish_source
from scoring.models import Attempt, Calibration, CalibrationReply, Certificate
from scoring.queries.calibrations import list_calibrated
from scoring.queries.queue import list_queue
from scoring.services import settle
from scoring.services.attempts import start_next
from scoring.services.deciding import rule_on
from simulator.models import Exercise, OwnTemplate, Run, RunEvent
from simulator.services import create_link, start_run
from simulator.services.clock import FixedClock
from simulator.services.own_templates import Written, keep_templates
from simulator.services.sharing import read_now
from tests.conftest import make_person
from tests.scenarios.core.house.test_dressing import HOUSE
from tests.scenarios.import_samples import row, write_csv
from tests.scenarios.samples import BRAND, BRAND_FILE, FILE, SCENARIO
from tests.scenarios.shipped import LIBRARY
from tests.scoring.attempts import begin, make_programme, make_terms, play_next
from tests.scoring.classes import play_class, set_class
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, start
from tests.trainer_ui.conftest import play, sign_in
from trainer_ui.core.access.who import ADMINISTRATOR, ANONYMOUS, AUDITOR, COACH, COLLEAGUE, MANAGER, OWNER, STRANGER

ROLES: Mapping[str, frozenset[str]] = {
    "tia": frozenset({"trainee"}), "theo": frozenset({"trainee"}), "carla": frozenset({"coach"}),
    "milan": frozenset({"manager"}), "rita": frozenset({"auditor"}), "ada": frozenset({"administrator"}),
    "cem": frozenset(Role.values),
}  # fmt: skip
"""Cem is everything there is, in the late shift: what he may not see of the early one, nobody of another may."""
EARLY = {
    "tia": OWNER, "theo": COLLEAGUE, "carla": COACH, "milan": MANAGER, "rita": AUDITOR, "ada": ADMINISTRATOR,
}  # fmt: skip
EVERYBODY = ("nobody", *ROLES)
SAID = "Hallo Mara, das ist ärgerlich. Schick uns mal deine Kundennummer. {}"
TOLD = {
    "practice_run": "Zwiebackeins",
    "class_run": "Zwiebackzwei",
    "certification_run": "Zwiebackdrei",
    "class_exercise": "Zwiebackvier",
    "practice_exercise": "Zwiebackfuenf",
    "programme": "Zwiebacksechs",
    "draft": "Zwiebacksieben",
    "profile": "Zwiebackacht",
    "calibration": "Zwiebackneun",
    "own_template": "Zwiebackzehn",
}
"""A word that stands in nothing but this object."""


def stand_of(name: str) -> str:
    """As what somebody stands to what is the early shift's."""
    return ANONYMOUS if name == "nobody" else EARLY.get(name, STRANGER)


@dataclass(frozen=True, slots=True)
class World:
    """`numbers`: object → what its addresses are made of; `running`: runs under way, by object."""

    people: Mapping[str, User]
    numbers: Mapping[str, Mapping[str, Any]]
    running: Mapping[str, Run]
    bodies: Mapping[tuple[str, str], Mapping[str, Any]]
    """(object, name of the address) → what a form there says."""


def make_world(now: FixedClock) -> World:
    early, late = (Cohort.objects.get_or_create(name=name)[0] for name in ("Frühdienst", "Spätdienst"))
    people = {}
    for name, roles in ROLES.items():
        cohort = (early if name in EARLY else late).name
        first, *more = sorted(roles)
        people[name] = make_person(name, cohort=cohort, role=first)
        for role in more:
            add_membership(people[name], cohort=cohort, role=role)
    tia, carla, milan = people["tia"], people["carla"], people["milan"]
    numbers: dict[str, dict[str, Any]] = {}

    practice = play(tia, now, text=SAID.format(TOLD["practice_run"]))
    lesson = set_class(carla, early, now)
    Exercise.objects.filter(pk=lesson.pk).update(message=TOLD["class_exercise"])
    (in_class,) = play_class(lesson, [(tia, {"bag-1": SAID.format(TOLD["class_run"])})], now)
    homework = set_class(carla, early, now, mode="practice")
    Exercise.objects.filter(pk=homework.pk).update(message=TOLD["practice_exercise"])
    programme = make_programme(early, milan, terms=make_terms(critical=False), name=TOLD["programme"])
    attempt = begin(programme, tia)
    certifying = play_next(attempt, now, text=SAID.format(TOLD["certification_run"]))
    undecided = begin(make_programme(early, milan, terms=make_terms(), name="Zweites"), tia)
    for run in (practice, in_class, certifying):
        settle(run)
    certificate = _certify(attempt, carla, milan)

    for name, run in (("practice_run", practice), ("class_run", in_class), ("certification_run", certifying)):
        seq = RunEvent.objects.get(run=run, kind="ReplySent").seq
        numbers[name] = {"run_id": run.pk, "seq": seq, "link_id": 1}
    numbers["class_run"]["group_id"] = next(each.id for each in list_queue(carla))
    numbers["shared_debrief"] = {"token": create_link(practice, actor=tia, days=30)}
    numbers["class_exercise"], numbers["practice_exercise"] = ({"exercise_id": each.pk} for each in (lesson, homework))
    calibration = _calibrate(early, in_class, numbers["class_run"]["seq"])
    group = list_calibrated(calibration, coach=carla)[0]
    numbers["calibration"] = {"calibration_id": calibration.pk, "group_id": group.id}
    numbers["programme"] = {"programme_id": programme.pk}
    numbers["attempt"] = {"attempt_id": undecided.pk}
    numbers["certificate"] = {"certificate_id": certificate.pk}
    numbers["check_page"] = {"public_id": certificate.public_id}
    keep_templates(tia, [Written("de", "Dank", TOLD["own_template"])])
    numbers["own_template"] = {"template_id": OwnTemplate.objects.get().pk}
    shipped = publish_file(LIBRARY / "quiet-morning.de.yaml")
    own = publish_source(SCENARIO.encode(), file=FILE, brands=lambda _: (BRAND_FILE, BRAND), cohort=early)
    numbers["cohort_scenario"] = {"version_id": own.pk, "scenario_id": own.scenario_id, "number": own.number}
    numbers["draft"] = {"draft_id": _import(carla).pk, "number": 1}
    profile = begin_profile(cohort=early, by=carla, text=HOUSE.replace("name: ", f"name: {TOLD['profile']} ", 1))
    numbers["profile"] = {"profile_id": profile.profile_id, "number": 1, "version_id": shipped.pk}

    running = {
        "practice_run": start(tia),
        "class_run": start_run(trainee=tia, version=publish(make_morning()), mode="class", cohort=early, seed=7),
        "certification_run": start_next(undecided, trainee=tia),
    }
    now.advance(30_000)
    return World(people, numbers, running, dict(_list_bodies(numbers)))


def _certify(attempt: Attempt, carla: User, milan: User) -> Certificate:
    """Whatever the score proposes: two decide the same."""
    for person in (milan, carla):
        attempt.refresh_from_db()
        if not attempt.verdict:
            rule_on(attempt, verdict="passed", reason="Gelesen.", by=person)
    return Certificate.objects.get()


def _calibrate(early: Cohort, run: Run, reply: int) -> Calibration:
    made = Calibration.objects.create(cohort=early, name=TOLD["calibration"], made_at=read_now())
    CalibrationReply.objects.create(calibration=made, run=run, reply=reply)
    return made


def _import(carla: User) -> Draft:
    rows = [
        row(1, "905712", "@AcmeHelp my parcel from Zorpington is lost, see zorping.com/me"),
        row(2, "AcmeHelp", "@905712 Hi there, which one?", to=1, at="10:01:00"),
    ]
    file = SimpleUploadedFile("threads.csv", write_csv(rows))
    assert sign_in(carla).post("/import/", {"file": file, "title": TOLD["draft"]}).status_code == 302
    draft = Draft.objects.get()
    draft.revisions.create(number=1, edition=1, at=read_now(), what="written", text=draft.text)
    return draft


def _list_bodies(numbers: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """Forms that are answered with 404 where they name nothing that is there."""
    yield ("own_template", "template"), {"title": "Dank", "text": "Danke."}
    yield ("programme", "programme"), {"retire": "1"}
    yield ("coach_room", "add_draft"), {"version": numbers["profile"]["version_id"]}
    for name in ("practice_run", "class_run", "certification_run"):
        run, seq = numbers[name]["run_id"], numbers[name]["seq"]
        posts = RunEvent.objects.filter(run=run, kind="PostAppeared").order_by("seq")
        data = json.loads(RunEvent.objects.filter(run=run, kind="ReplyAssessed").earliest("seq").data)
        finding = data["findings"][0]
        yield (name, "again"), {"seq": seq, "asked": posts[0].seq}
        yield (name, "links"), {"days": "30"}
        yield (name, "object"), {
            "revision": "0", "reply": seq, "rule": finding["rule"], "params": json.dumps(finding["params"]),
        }  # fmt: skip
