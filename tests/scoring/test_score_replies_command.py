"""`manage.py score_replies IN.csv OUT.csv`: any file of replies."""

import csv

import pytest
from django.core.management import CommandError, call_command


def score(tmp_path, rows, *, language="de"):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    with source.open("w", newline="", encoding="utf-8") as opened:
        table = csv.DictWriter(opened, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    call_command("score_replies", source, target, language=language, verbosity=0)
    with target.open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def test_one_row_comes_out_for_each_that_went_in(tmp_path):
    texts = ["Hallo Jana, der Bus fährt um 8:30.", "", "Schick mal deine Kundennummer, du Idiot."]

    scored = score(tmp_path, [{"text": text} for text in texts])

    assert [row["formality"] for row in scored] == ["none", "none", "du"]
    assert [row["insult"] for row in scored] == ["0", "0", "1"]
    assert [row["personal_data_in_public"] for row in scored] == ["0", "0", "1"]
    assert [row["reuse_likeness"] for row in scored] == ["", "", ""]


def test_replies_are_compared_with_the_same_authors(tmp_path):
    canned = "Der Bus nach Seedorf fährt heute nur bis zum Hafen."

    scored = score(tmp_path, [{"text": canned, "author": author} for author in ("tia", "theo", "tia")])

    assert [row["reuse_likeness"] for row in scored] == ["0.0", "0.0", "100.0"]


def test_in_private_data_may_be_asked_for(tmp_path):
    [scored] = score(tmp_path, [{"text": "Deine Kundennummer bitte?", "visibility": "private"}])

    assert scored["personal_data_in_public"] == "0"


def test_the_language_can_be_found(tmp_path):
    texts = ["Das tut uns sehr leid, wir melden uns bis 17 Uhr.", "We are very sorry, we will write by 5 pm."]

    scored = score(tmp_path, [{"text": text} for text in texts], language="auto")

    assert [float(row["tone"]) > 34 for row in scored] == [True, True]


def test_a_file_without_texts_is_refused(tmp_path):
    with pytest.raises(CommandError, match="no column named text"):
        score(tmp_path, [{"reply": "Hallo"}])
