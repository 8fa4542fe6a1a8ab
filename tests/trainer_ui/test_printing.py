"""The debrief as a PDF: its text is text, it is tagged and says its language, and nothing is fetched for it."""

import json
import re
import subprocess
import sys
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from threading import Thread

import pytest
from django.test import Client

from people.models import User
from simulator.services import end_run, pause, reply, resume
from simulator.services.clock import FixedClock
from tests.simulator.worlds import start
from tests.trainer_ui.conftest import play, sign_in
from trainer_ui import printing
from trainer_ui.printing import NotPrinted, print_page

PdfReader = pytest.importorskip("pypdf").PdfReader

pytestmark = pytest.mark.django_db
TEXT = "Hallo Mara, das ist ärgerlich: Wir suchen deinen <b>Rucksack</b> & melden uns bis 17 Uhr. ^TI"
PAGE = "<html lang='de'><head><title>Größe</title></head><body><h1>Schöne Grüße</h1>{}</body></html>"


@cache
def find_lack() -> str:
    """Why nothing can be printed here; "" where it can."""
    done = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, text=True, check=False)
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


@pytest.fixture
def _press() -> None:
    if lack := find_lack():
        pytest.skip(f"nothing to print with: {lack} (README.md)")


def read_pdf(data: bytes) -> PdfReader:
    assert data.startswith(b"%PDF-")
    return PdfReader(BytesIO(data))


def read_text(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def list_alternatives(pdf: PdfReader) -> list[str]:
    """The alternative text of each picture, in order; "" where one has none."""
    found, waiting = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0).get_object()
        children = node.get("/K", []) if isinstance(node, dict) else node if isinstance(node, list) else []
        if isinstance(node, dict) and node.get("/S") == "/Figure":
            found.append(node.get("/Alt", ""))
        waiting[:0] = children if isinstance(children, list) else [children]
    return found


@pytest.mark.usefixtures("_press")
@pytest.mark.parametrize(("language", "title"), [("de", "Auswertung:"), ("en", "Debrief:")])
def test_the_debrief_is_printed_in_the_language_of_its_reader(language: str, title: str, tia: User, now: FixedClock):
    tia.language = language
    tia.save()
    run = play(tia, now, text=TEXT)

    response = sign_in(tia).get(f"/runs/{run.pk}/debrief.pdf")

    pdf = read_pdf(response.content)
    catalogue = pdf.trailer["/Root"]
    assert (catalogue["/Lang"], catalogue["/MarkInfo"]["/Marked"], "/StructTreeRoot" in catalogue) == (
        language,
        True,
        True,
    )
    assert pdf.metadata.title.startswith(title)
    assert "<b>Rucksack</b>" in re.sub(r"\s*\d\s*", "", read_text(pdf))
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.usefixtures("_press")
def test_the_time_line_is_drawn_and_says_in_words_what_it_shows(as_tia: Client, tia: User, now: FixedClock):
    run = start(tia)
    asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
    now.advance(30_000)
    reply(run.pk, actor=tia, cmd_id="1", text=TEXT, **asked)
    pause(run.pk, actor=tia, cmd_id="2")
    now.advance(5_000)
    resume(run.pk, actor=tia, cmd_id="3")
    now.advance(60_000)
    reply(run.pk, actor=tia, cmd_id="4", text="Hallo Mara, noch etwas.", **asked)
    end_run(run.pk, actor=tia, cmd_id="5")

    pdf = read_pdf(as_tia.get(f"/runs/{run.pk}/debrief.pdf").content)

    text = read_text(pdf)
    assert "Antworten: A bei 0:30, B bei 1:30" in text
    assert "Was den Lauf angehalten oder bewegt hat: Pause bei 0:30" in text
    assert re.findall(r"Gefragt und nie beantwortet: (.*?) bei 1:00", text)
    # Axis and letters are text, and each picture has words for who cannot see it.
    assert re.findall(r"(?<![\d:])[01]:00 [01]:00 A B", text) == ["0:00 1:00 A B"]
    alternatives = list_alternatives(pdf)
    assert [words for words in alternatives if not words] == []
    assert alternatives[0].startswith("Stimmung, wartende Beiträge, Antworten und Pausen")


@pytest.mark.usefixtures("_press")
def test_of_a_long_run_every_reply_is_there_on_a_few_pages(tia: User, now: FixedClock):
    run = start(tia)
    texts = [f"Hallo Mara, Nachricht {number} von uns." for number in range(100, 115)]
    for text in texts:
        now.advance(10_000)
        asked = {"thread": "bag", "post": "bag-1", "visibility": "public", "seen_seq": 2}
        reply(run.pk, actor=tia, cmd_id=text, text=text, **asked)
    end_run(run.pk, actor=tia, cmd_id="end")

    pdf = read_pdf(sign_in(tia).get(f"/runs/{run.pk}/debrief.pdf").content)

    said = re.findall(r"Nachricht (\d{3})", read_text(pdf))
    assert sorted(set(said)) == [str(number) for number in range(100, 115)]
    assert len(pdf.pages) <= 10


@pytest.mark.usefixtures("_press")
def test_nothing_is_fetched_from_anywhere(tmp_path):
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    secret = tmp_path / "secret.css"
    secret.write_text("body::after { content: 'geheim' }")
    links = (
        f"<img src='{here}/a.png' alt='Bild'><link rel='stylesheet' href='file://{secret}'>"
        f"<link rel='stylesheet' href='{here}/b.css'><p style=\"background: url('{here}/c.png')\">Text</p>"
        f"<link rel='attachment' href='file://{secret}'>"
    )

    pdf = read_pdf(print_page(PAGE.format(links)))

    server.shutdown()
    server.server_close()
    assert (asked, "geheim" in read_text(pdf), list(pdf.attachments)) == ([], False, [])
    assert "Schöne Grüße" in read_text(pdf)


def test_without_a_press_a_page_says_so_and_the_debrief_stands(as_tia: Client, tia: User, now, monkeypatch):
    monkeypatch.setattr(printing.sys, "executable", "/bin/false")
    run = play(tia, now, text=TEXT)

    response = as_tia.get(f"/runs/{run.pk}/debrief.pdf")

    assert (response.status_code, "Gerade lässt sich kein PDF anlegen" in response.content.decode()) == (503, True)
    assert f'href="/runs/{run.pk}/debrief.pdf?revision=0"' in as_tia.get(f"/runs/{run.pk}/debrief/").content.decode()


def test_what_takes_too_long_is_ended(monkeypatch, tmp_path):
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(printing.sys, "executable", str(slow))
    monkeypatch.setattr(printing, "PATIENCE_S", 0.2)

    with pytest.raises(NotPrinted, match="took more than"):
        print_page(PAGE)


@pytest.mark.usefixtures("_press")
def test_a_crash_on_the_way_out_does_not_matter(monkeypatch, tmp_path):
    """Once in some 150 times Pango's libraries crash while they are unloaded, with the PDF long written."""
    (tmp_path / "sitecustomize.py").write_text(
        "import atexit, os, signal\natexit.register(os.kill, os.getpid(), signal.SIGSEGV)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    command = [sys.executable, "-c", "print()"]
    assert subprocess.run(command, capture_output=True, check=False).returncode < 0, "what leaves as usual crashes here"
    monkeypatch.setattr(printing, "KEPT", (*printing.KEPT, "PYTHONPATH"))

    assert "Schöne Grüße" in read_text(read_pdf(print_page(PAGE)))


def test_only_so_many_are_made_at_once(monkeypatch):
    monkeypatch.setattr(printing, "PATIENCE_S", 0.2)
    for _ in range(printing.AT_ONCE):
        printing._presses.acquire()
    try:
        with pytest.raises(NotPrinted, match="before it"):
            print_page(PAGE)
    finally:
        for _ in range(printing.AT_ONCE):
            printing._presses.release()


def test_the_press_is_told_no_secret(monkeypatch, tmp_path):
    teller = tmp_path / "teller"
    teller.write_text("#!/bin/sh\ncat > /dev/null\nenv\n")
    teller.chmod(0o755)
    monkeypatch.setattr(printing.sys, "executable", str(teller))
    monkeypatch.setenv("SECRET_KEY", "geheim")

    told = print_page(json.dumps(PAGE)).decode()

    assert ("PATH=" in told, "geheim" in told) == (True, False)


def test_nobody_else_gets_it_and_a_run_under_way_has_none(tia: User, theo: User, carla: User, sam: User, now):
    run = play(tia, now, text=TEXT)

    assert [sign_in(each).get(f"/runs/{run.pk}/debrief.pdf").status_code for each in (theo, carla, sam)] == [404] * 3
    under_way = start(tia)
    assert sign_in(tia).get(f"/runs/{under_way.pk}/debrief.pdf")["Location"] == f"/runs/{under_way.pk}/"
