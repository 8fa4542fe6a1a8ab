"""`manage.py score_replies --profile HOUSE`: an archive held against what its own house has chosen."""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

BRANDS = Path("scenarios/library/brands")
TIDEBAHN = BRANDS / "kuestenbahn.de.yaml"
"""It says du and signs with its service name."""
LATE = (
    "Moin Jana, schade, dass du warten musst. Wann dein Zug kommt, siehst du immer aktuell in unserer App unter "
    "„Abfahrt“. Dein Tidebahn-Team"
)


@pytest.fixture(autouse=True)
def _german(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")


def score(tmp_path, rows, **options):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    with source.open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened).writerows([["text", "author", "visibility"], *rows])
    call_command("score_replies", source, target, **{"profile": TIDEBAHN, "jobs": 1} | options)
    with target.open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def test_each_reply_is_held_against_the_choices_of_the_house(tmp_path):
    late, formal, bare, unread = score(
        tmp_path,
        [[LATE], ["Guten Tag, Sie finden Ihren Koffer in Oldersiel. ^TB"], ["Fährt um acht."], ["", "", "public"]],
    )
    columns = ("template", "template_likeness", "reuse_likeness", "address_kept", "sign_off_kept", "forbidden")

    assert [late[name] for name in columns] == ["moin-spaet", "100.0", "100.0", "1", "1", "0"]
    assert [formal[name] for name in columns] == ["", "0.0", "0.0", "0", "0", "0"]
    assert [bare[name] for name in columns] == ["", "0.0", "0.0", "", "0", "0"]
    assert [unread[name] for name in columns] == ["", "0.0", "0.0", "", "0", "0"]


def test_the_other_form_of_address_costs_tone(tmp_path):
    texts = [["Hallo Jana, dein Koffer steht am Kai."]]
    du, sie = (score(tmp_path, texts, profile=BRANDS / f"{name}.de.yaml") for name in ("kuestenbahn", "querlandbahn"))

    assert (du[0]["address_kept"], sie[0]["address_kept"]) == ("1", "0")
    assert float(du[0]["tone"]) > float(sie[0]["tone"])


def test_what_an_author_repeats_counts_beside_templates_and_articles_never(tmp_path):
    own = "Der Koffer mit dem Anker steht seit gestern bei uns am Kai."
    article = "Liegengebliebenes bringt der letzte Zug des Tages nach Oldersiel."
    rows = score(tmp_path, [[own, "tia"], [f"{own} {article}", "tia"], [f"{own} {LATE}", "tia"], [article, "tia"]])

    likeness = [float(row["reuse_likeness"]) for row in rows]
    assert [likeness[0], likeness[1], likeness[3]] == [0, 100, 0]
    assert likeness[2] > 95
    assert [row["template"] for row in rows] == ["", "", "moin-spaet", ""]
    assert 0 < float(rows[2]["template_likeness"]) < 100


def test_in_two_languages_only_those_of_the_house_are_held_against_it(tmp_path):
    german, english = score(
        tmp_path, [["Hallo, dein Zug kommt gleich."], ["We are sorry that your train is late."]], language="auto"
    )

    assert (german["address_kept"], english["address_kept"], english["sign_off_kept"]) == ("1", "", "")


def test_without_a_profile_nothing_is_said_of_a_house(tmp_path):
    [row] = score(tmp_path, [[LATE]], profile=None)

    assert {"template", "address_kept"} & set(row) == set()


def test_however_many_processes_the_result_is_the_same_to_the_byte(tmp_path):
    texts = [LATE, "Sie bekommen Ihr Geld zurück. ^TB", "", "👍", "We are sorry, bus 4 is late."]
    rows = [[f"{texts[nth % 5]} {nth % 9}", f"a{nth % 3}"] for nth in range(450)]

    results = []
    for jobs in (1, 2):
        score(tmp_path, rows, jobs=jobs, language="auto")
        results.append((tmp_path / "out.csv").read_bytes())

    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de_DE.UTF-8", "house.yaml:9:10: not-a-choice «ihr» geht hier nicht"),
        ("en_GB.UTF-8", "house.yaml:9:10: not-a-choice “ihr” is not possible"),
    ],
)
def test_errors_in_the_profile_are_named_by_their_place_and_nothing_is_written(
    tmp_path, monkeypatch, capsys, locale, said
):
    monkeypatch.setenv("LC_ALL", locale)
    house = tmp_path / "house.yaml"
    house.write_text(TIDEBAHN.read_text().replace("address: du", "address: ihr"))

    with pytest.raises(CommandError, match=r"house\.yaml.*1"):
        score(tmp_path, [[LATE]], profile=house)

    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_a_broken_phrase_of_the_house_is_an_error(tmp_path, capsys):
    house = tmp_path / "house.yaml"
    house.write_text(f"{TIDEBAHN.read_text()}\nlexicon:\n  forbidden: ['(problem']\n")

    with pytest.raises(CommandError):
        score(tmp_path, [[LATE]], profile=house)

    assert "phrase-bracket" in capsys.readouterr().err


def test_a_profile_that_is_not_there_and_one_in_another_language_are_refused(tmp_path):
    with pytest.raises(CommandError, match="kein Markenprofil"):
        score(tmp_path, [[LATE]], profile=tmp_path / "nowhere.yaml")
    with pytest.raises(CommandError, match="anderen Sprache"):
        score(tmp_path, [[LATE]], language="en")
