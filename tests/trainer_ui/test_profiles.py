"""House profiles: written in a form, kept in versions, put on a shipped scenario. Other cohorts find nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client

from people.models import Cohort, User
from scenarios.core.house.sheets import read_sheet
from scenarios.models import HouseProfile, ProfileVersion, ScenarioVersion
from scenarios.queries import load_timeline, versions_visible_to
from scenarios.services import publish_file
from scenarios.services.profiles import begin_profile, save_profile
from tests.scenarios.core.house.test_dressing import HOUSE
from tests.scenarios.shipped import LIBRARY
from tests.trainer_ui.conftest import sign_in

pytestmark = pytest.mark.django_db

FILLED = {
    "language": "de", "name": "Kiesel", "handle": "@kiesel", "service_name": "Team Kiesel", "address": "du",
    "sign_off": "service_name", "emoji": "sparing", "gendering": "colon", "private_addresses": "hilfe@kiesel.example\n",
    "channels-count": "2", "channels-0-name": "Kurz", "channels-0-kind": "microblog", "channels-0-limit": "500",
    "channels-0-first_target": "3:00", "channels-0-next_target": "3:00",
    "channels-1-name": "Unsere Seite", "channels-1-kind": "page", "channels-1-limit": "",
    "channels-1-first_target": "5:00", "channels-1-next_target": "5:00",
    "desks-count": "2", "desks-0-name": "Presse", "desks-0-about": "Redaktionen",
    "words-greeting": "Ahoi\n", "words-forbidden": "kulanz*\nleider nein",
    "articles-count": "1", "articles-0-title": "Öffnungszeiten", "articles-0-text": "Wir sind ab neun Uhr da.",
    "templates-count": "1", "templates-0-title": "Danke", "templates-0-text": "Danke, {name}! {agent}",
    "base": "0", "save": "1",
}  # fmt: skip


@pytest.fixture
def as_carla(carla: User) -> Client:
    return sign_in(carla)


@pytest.fixture
def house(early: Cohort, carla: User) -> ProfileVersion:
    return begin_profile(cohort=early, by=carla, text=HOUSE, notes="Erste Fassung")


@pytest.fixture
def shipped(db: None) -> ScenarioVersion:
    return publish_file(LIBRARY / "quiet-morning.de.yaml")


def test_the_list_asks_as_often_for_three_profiles_as_for_one(as_carla, early, carla, django_assert_max_num_queries):
    counts = []
    for number in (1, 2, 3):
        first = begin_profile(cohort=early, by=carla, text=HOUSE.replace("name: Kiesel", f"name: Kiesel {number}"))
        save_profile(first.profile, by=carla, text=first.text + "# neu\n", base=1, notes=f"Zum {number}. Mal")
        with django_assert_max_num_queries(20) as asked:
            page = as_carla.get("/profiles/")
        shown = [(each["profile"].name, each["last"].number) for each in page.context["profiles"]]
        assert shown == [(f"Kiesel {each}", 2) for each in range(1, number + 1)]
        counts.append(len(asked))

    assert counts == [counts[0]] * 3


def test_only_coaches_of_the_cohort_find_any_of_it(house, shipped, carla, cem, tia, milan, ada):
    pk = house.profile_id
    paths = [f"/profiles/{pk}/", f"/profiles/{pk}/text/", f"/profiles/{pk}/1.yaml", f"/profiles/{pk}/use/"]
    paths.append(f"/profiles/{pk}/use/{shipped.pk}/")

    assert [sign_in(carla).get(path).status_code for path in paths] == [200] * 5
    for person in (cem, tia, milan, ada):
        theirs = sign_in(person)
        assert [theirs.get(path).status_code for path in paths] == [404] * 5
        assert [theirs.post(path, FILLED).status_code for path in (*paths[:2], paths[4])] == [404] * 3
    assert ProfileVersion.objects.count() == 1
    assert {each.username: sign_in(each).get("/profiles/").status_code for each in (carla, cem, tia, milan)} == {
        "carla": 200, "cem": 200, "tia": 404, "milan": 404,
    }  # fmt: skip


def test_a_form_becomes_a_profile(as_carla, carla):
    answer = as_carla.post("/profiles/new/", FILLED)

    version = ProfileVersion.objects.get()
    assert (answer.url, version.number, version.by, version.profile.name) == (
        f"/profiles/{version.profile_id}/", 1, carla, "Kiesel",
    )  # fmt: skip
    assert read_sheet(version.text) == {
        "format": "1", "key": "kiesel", "language": "de", "name": "Kiesel", "handle": "@kiesel", "address": "du",
        "sign_off": "service_name", "service_name": "Team Kiesel", "emoji": "sparing", "gendering": "colon",
        "private_addresses": ["hilfe@kiesel.example"],
        "channels": {
            "kurz": {
                "name": "Kurz", "kind": "microblog", "limit": "500", "first_target": "3:00", "next_target": "3:00",
            },
            "unsere-seite": {"name": "Unsere Seite", "kind": "page", "first_target": "5:00", "next_target": "5:00"},
        },
        "desks": {"presse": {"name": "Presse", "about": "Redaktionen"}},
        "templates": {"danke": {"title": "Danke", "text": "Danke, {name}! {agent}"}},
        "articles": {"oeffnungszeiten": {"title": "Öffnungszeiten", "text": "Wir sind ab neun Uhr da."}},
        "lexicon": {"greeting": ["Ahoi"], "forbidden": ["kulanz*", "leider nein"]},
    }  # fmt: skip
    assert as_carla.get(f"/profiles/{version.profile_id}/1.yaml").content.decode() == version.text


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(as_carla):
    page = as_carla.post("/profiles/new/", {**FILLED, "name": "", "channels-0-first_target": "bald"})

    context = page.context
    assert sorted(context["faults"]) == ["channels.kurz.first_target", "name"]
    assert context["sections"]["channels"][0]["wrong"] == ["first_target"]
    assert "bald" in context["sections"]["channels"][0]["faults"][0]
    html = page.content.decode()
    assert [html.count(each) for each in ('value="bald"', "Wir sind ab neun Uhr da.", "leider nein")] == [1, 1, 1]
    assert HouseProfile.objects.count() == 0


def test_the_next_version_keeps_what_the_form_does_not_show(as_carla, early, carla):
    text = HOUSE + "lexicon: {thanks: [merci vielmals], forbidden: [problem]}\n"
    profile = begin_profile(cohort=early, by=carla, text=text).profile

    as_carla.post(f"/profiles/{profile.pk}/", {**FILLED, "base": "1", "notes": "Grüße"})
    again = as_carla.post(f"/profiles/{profile.pk}/", {**FILLED, "base": "2", "notes": "noch einmal"})
    stale = as_carla.post(f"/profiles/{profile.pk}/", {**FILLED, "base": "1", "name": "Kiesel AG"})

    versions = list(profile.versions.order_by("number"))
    assert [(each.number, each.notes) for each in versions] == [(1, ""), (2, "Grüße")]
    assert read_sheet(versions[1].text)["lexicon"]["thanks"] == ["merci vielmals"]
    assert (again.status_code, stale.status_code) == (302, 200)
    assert 'value="Kiesel AG"' in stale.content.decode()


def test_the_form_keeps_what_somebody_wrote_beside_the_values(as_carla, early, carla):
    commented = "# Stand: Mai\n" + HOUSE.replace("name: Kiesel\n", "name: Kiesel  # ohne AG\n", 1).replace(
        "address: du\n", "# Beschluss vom 3. April\naddress: du\n", 1
    )
    profile = begin_profile(cohort=early, by=carla, text=f"{commented}# Ende\n").profile

    as_carla.post(f"/profiles/{profile.pk}/", {**FILLED, "base": "1", "name": "Kieselbahn"})

    text = profile.versions.get(number=2).text
    lines = text.split("\n")
    assert "name: Kieselbahn  # ohne AG" in lines
    assert lines[lines.index("address: du") - 1] == "# Beschluss vom 3. April"
    assert (text.count("# Stand: Mai"), lines[-2]) == (1, "# Ende")


def test_templates_come_from_a_table_or_say_their_line(as_carla):
    good = SimpleUploadedFile("t.csv", b"title;text\nDanke;Merci, {name}!\nWarten;Wir sehen nach.\n")
    bad = SimpleUploadedFile("t.csv", b"title;text\nDanke\n")

    refused = as_carla.post("/profiles/new/", {**FILLED, "table": bad})
    as_carla.post("/profiles/new/", {**FILLED, "table": good})

    templates = read_sheet(ProfileVersion.objects.get().text)["templates"]
    assert [(each["title"], each["text"]) for each in templates.values()] == [
        ("Danke", "Merci, {name}!"), ("Warten", "Wir sehen nach."),
    ]  # fmt: skip
    assert [said.split(":")[0] for said in refused.context["table"]] == ["Zeile 2"]


def test_more_rows_are_asked_for_without_saving(as_carla):
    page = as_carla.post("/profiles/new/", {**FILLED, "more-desks": "1"})

    assert [row["fields"]["name"] for row in page.context["sections"]["desks"]] == ["Presse", "", "", ""]
    assert HouseProfile.objects.count() == 0


def test_a_text_is_brought_and_its_problems_told_by_line(as_carla):
    wrong = as_carla.post("/profiles/new/text/", {"text": HOUSE.replace("address: du", "address: ihr"), "base": "0"})
    right = as_carla.post("/profiles/new/text/", {"file": SimpleUploadedFile("k.yaml", HOUSE.encode()), "base": "0"})

    assert [each["line"] for each in wrong.context["problems"]] == [6]
    assert right.status_code == 302
    assert ProfileVersion.objects.get().text == HOUSE


def test_a_version_never_changes(house):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileVersion.objects.filter(pk=house.pk).update(text="x")


def test_a_shipped_scenario_is_put_into_the_houses_clothes(as_carla, house, shipped, tia, sam):
    path = f"/profiles/{house.profile_id}/use/{shipped.pk}/"

    looked = as_carla.get(path)
    answer = as_carla.post(path, {"publish": "1", "desk-press": "presse", "desk-operations": "technik"})

    own = ScenarioVersion.objects.exclude(pk=shipped.pk).get()
    timeline = load_timeline(own)
    assert (looked.context["errors"], answer.url) == ([], f"/scenarios/{own.pk}/")
    assert (timeline.brand.name, timeline.brand.address, timeline.key) == ("Kiesel", "du", "quiet-morning")
    names = {each.key: each.name for each in timeline.brand.channels}
    assert {names[each.channel] for each in timeline.threads} == {"Kurz", "Unsere Seite"}
    assert {each.name for each in timeline.brand.desks if each.key in ("press", "operations")} == {"Presse", "Technik"}
    assert own.note.text == "Im Gewand von Kiesel, Version 1"
    assert [version.pk in versions_visible_to(tia).values_list("pk", flat=True) for version in (own, shipped)] == [
        True,
        True,
    ]
    assert own.pk not in versions_visible_to(sam).values_list("pk", flat=True)


def test_the_same_clothes_again_are_the_same_version(as_carla, house, shipped):
    path = f"/profiles/{house.profile_id}/use/{shipped.pk}/"

    first, second = (as_carla.post(path, {"publish": "1"}) for _ in range(2))

    assert first.url == second.url
    assert ScenarioVersion.objects.count() == 2


def test_a_house_without_desks_still_hands_over(as_carla, early, carla, shipped):
    text = HOUSE[: HOUSE.index("desks:")] + HOUSE[HOUSE.index("templates:") :]
    profile = begin_profile(cohort=early, by=carla, text=text).profile

    as_carla.post(f"/profiles/{profile.pk}/use/{shipped.pk}/", {"publish": "1"})

    own = load_timeline(ScenarioVersion.objects.exclude(pk=shipped.pk).get())
    assert own.brand.desks == load_timeline(shipped).brand.desks


def test_what_somebody_types_into_a_profile_is_text_everywhere(as_carla):
    evil = "<script>alert(1)</script>"

    as_carla.post("/profiles/new/", {**FILLED, "desks-0-name": evil, "notes": evil, "name": f"Kiesel {evil}"})

    pk = HouseProfile.objects.get().pk
    for path in ("/profiles/", f"/profiles/{pk}/", f"/profiles/{pk}/text/", f"/profiles/{pk}/use/"):
        assert evil not in as_carla.get(path).content.decode()
