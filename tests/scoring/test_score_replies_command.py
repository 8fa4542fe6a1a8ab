"""`manage.py score_replies IN.csv OUT.csv`: any file of replies."""

import csv

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def score(tmp_path, rows, *, language="de"):
    """In this process: to fork one that holds a pool of connections, as on PostgreSQL, may never come back."""
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    with source.open("w", newline="", encoding="utf-8") as opened:
        table = csv.DictWriter(opened, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    call_command("score_replies", source, target, language=language, jobs=1, verbosity=0)
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


@pytest.mark.parametrize("language", ["de", "auto"])
def test_however_many_processes_the_result_is_the_same_to_the_byte(tmp_path, language):
    source = tmp_path / "in.csv"
    texts = ["Der Bus nach Seedorf fährt heute.", "We are very sorry, bus 4 is late.", "", "👍", "Schick mal die IBAN!"]
    with source.open("w", newline="", encoding="utf-8") as opened:
        table = csv.writer(opened)
        table.writerow(["text", "author"])
        table.writerows([f"{texts[nth % 5]} {nth % 9}", f"a{nth % 3}"] for nth in range(450))

    for jobs in (1, 2, 3):
        call_command("score_replies", source, tmp_path / f"{jobs}.csv", language=language, jobs=jobs)

    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes() == (tmp_path / "3.csv").read_bytes()
    assert len((tmp_path / "1.csv").read_bytes().splitlines()) == 451


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de_DE.UTF-8", "Zeile 3 nicht gelesen: mehr Felder"),
        ("C.UTF-8", "line 3 was not read: more fields"),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line_and_the_rest_is_scored(tmp_path, capsys, monkeypatch, locale, said):
    monkeypatch.setenv("LC_ALL", locale)
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("text,visibility\nDer Bus fährt.,public\nja, nein, doch\nGern!,halb\nDanke!,private\n")

    with pytest.raises(CommandError, match="2 "):
        call_command("score_replies", source, target, language="de", jobs=1)

    with target.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["tone"] != "" for row in rows] == [True, False, False, True]
    err = capsys.readouterr().err
    assert said in err
    assert "visibility" in err


@pytest.mark.parametrize(
    ("locale", "said"), [("de_DE.UTF-8", "kein UTF-8 (Zeile 2)"), ("en_GB.UTF-8", "not UTF-8 (line 2)")]
)
def test_another_encoding_is_said_in_the_language_of_the_user(tmp_path, monkeypatch, locale, said):
    monkeypatch.setenv("LC_ALL", locale)
    source = tmp_path / "in.csv"
    source.write_bytes("text\ngrün\n".encode("latin-1"))

    with pytest.raises(CommandError) as caught:
        call_command("score_replies", source, tmp_path / "out.csv")

    assert said in str(caught.value)
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de_CH.UTF-8", "Die Spalte text kommt mehrmals vor"),
        ("en_US.UTF-8", "more than one column is named text"),
    ],
)
def test_a_column_that_stands_there_twice_is_refused(tmp_path, monkeypatch, locale, said):
    monkeypatch.setenv("LC_ALL", locale)
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("text,Text\nHallo,Servus\n", encoding="utf-8")

    with pytest.raises(CommandError, match=said):
        call_command("score_replies", source, target, verbosity=0)

    assert not target.exists()


def test_columns_without_a_name_may_be_several(tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("text,,\nHallo,,\n", encoding="utf-8")

    call_command("score_replies", source, target, verbosity=0)

    assert len(target.read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("locale", "texts", "said"),
    [
        ("de_DE.UTF-8", ["Hallo"], "1 Antwort bewertet: "),
        ("de_DE.UTF-8", ["Hallo", "Moin"], "2 Antworten bewertet: "),
        ("en_GB.UTF-8", ["Hello"], "1 reply scored: "),
        ("en_GB.UTF-8", ["Hello", "Hi"], "2 replies scored: "),
    ],
)
def test_one_reply_is_counted_as_one(tmp_path, capsys, monkeypatch, locale, texts, said):
    monkeypatch.setenv("LC_ALL", locale)

    score(tmp_path, [{"text": text} for text in texts])

    assert capsys.readouterr().out == f"{said}{tmp_path / 'out.csv'}\n"


@pytest.mark.parametrize(
    ("locale", "arguments", "said"),
    [
        ("de_DE.UTF-8", [], "es fehlt: source, target"),
        ("en_GB.UTF-8", [], "the following arguments are required: source, target"),
        ("de_DE.UTF-8", ["a", "b", "--language", "fr"], "--language: 'fr' gibt es nicht, nur 'de', 'en', 'auto'"),
        ("de_DE.UTF-8", ["a", "b", "--jobs", "0"], "--jobs: eine Zahl von 1 bis 256"),
        ("de_DE.UTF-8", ["a", "b", "--profile"], "--profile: der Wert dazu fehlt"),
        ("de_DE.UTF-8", ["a", "b", "--quick"], "unbekannt: --quick"),
    ],
)
def test_what_is_wrong_with_a_call_is_said_in_the_language_of_the_user(monkeypatch, locale, arguments, said):
    monkeypatch.setenv("LC_ALL", locale)

    with pytest.raises(CommandError) as refused:
        call_command("score_replies", *arguments)

    assert str(refused.value) == f"Error: {said}"


def test_the_archive_is_not_written_over_itself(tmp_path):
    source = tmp_path / "in.csv"
    source.write_text("text\nja\n")

    with pytest.raises(CommandError, match="input and output"):
        call_command("score_replies", source, source)

    assert source.read_text() == "text\nja\n"


def test_progress_is_shown_beside_the_result(tmp_path, capsys):
    source = tmp_path / "in.csv"
    source.write_text("text\n" + "Der Bus fährt.\n" * 700)

    call_command("score_replies", source, tmp_path / "out.csv", language="de", jobs=1)

    assert "500/700" in capsys.readouterr().err
