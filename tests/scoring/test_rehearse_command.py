"""`manage.py rehearse`: what it says, in both languages, and how it ends."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from scenarios.core.vocabulary import ROBOTS
from scenarios.services import publish_file
from scoring.models import Rehearsal

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "scenarios" / "library"
MORNING = LIBRARY / "quiet-morning.de.yaml"
DRILL = LIBRARY / "drill-three-at-once.de.yaml"
"""Where all robots have to play twenty seeds: it takes a tenth of the time."""


def run(capsys: pytest.CaptureFixture[str], *arguments: object, file: Path = MORNING) -> tuple[str, str]:
    call_command("rehearse", str(file), *map(str, arguments))
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_a_report_has_a_row_for_every_robot_and_progress_goes_to_stderr(capsys):
    out, err = run(capsys, "--seeds", 2, "--jobs", 1)

    assert [line.split()[0] for line in out.splitlines()[3:6]] == ["expert", "paraphraser", "absent"]
    assert "Rehearsed difficulty: " in out
    assert f"{2 * len(ROBOTS)}/{2 * len(ROBOTS)}" in err


def test_it_speaks_german(capsys):
    out, _ = run(capsys, "--seeds", 1, "--jobs", 1, "--language", "de")

    assert "Schwierigkeit nach der Probe" in out
    assert "Die Probe ist bestanden." in out
    assert "Für Prüfungen zählt nur, was alle Roboter über 20 Startzahlen spielen." in out


def test_json_is_the_report(capsys):
    out, _ = run(capsys, "--seeds", 1, "--jobs", 1, "--robots", "expert", "absent", "--format", "json")

    assert sorted(json.loads(out)["robots"]) == ["absent", "expert"]


def test_what_does_not_hold_is_named_and_ends_with_1(capsys, tmp_path):
    file = tmp_path / "morning.de.yaml"
    shutil.copytree(LIBRARY / "brands", tmp_path / "brands")
    text = MORNING.read_text()
    file.write_text(re.sub(r"last: \w+", "last: expert", text).replace("pass: [expert, ", "pass: ["))

    with pytest.raises(SystemExit) as ended:
        call_command("rehearse", str(file), "--seeds", "1", "--jobs", "1")

    assert ended.value.code == 1
    assert "expert must come last and gets 9" in capsys.readouterr().out


def test_a_file_with_errors_is_not_rehearsed(capsys, tmp_path):
    file = tmp_path / "broken.yaml"
    file.write_text("format: 1\n")

    with pytest.raises(SystemExit):
        call_command("rehearse", str(file))
    assert "broken.yaml:1:1" in capsys.readouterr().err


@pytest.mark.django_db
def test_record_keeps_the_result_on_the_published_version(capsys):
    version = publish_file(DRILL)

    run(capsys, "--jobs", 1, "--record", file=DRILL)

    kept = Rehearsal.objects.get(version=version)
    assert (kept.passed, json.loads(kept.data)["seeds"]) == (True, 20)


@pytest.mark.django_db
@pytest.mark.parametrize(("arguments", "reason"), [((), "not published"), (("--seeds", 2), "all robots over 20 seeds")])
def test_what_is_not_published_or_too_little_is_not_recorded(capsys, arguments, reason):
    if arguments:
        publish_file(MORNING)

    with pytest.raises(CommandError, match=reason):
        run(capsys, "--jobs", 1, "--record", *arguments)


def test_the_authors_own_reactions_stand_before_the_general_rules(capsys):
    out, _ = run(capsys, "--seeds", 1, "--jobs", 1, "--robots", "expert")

    own, general = (
        out.index("Reactions of your own that fired with no robot: "),
        out.index("General rules that never fired: "),
    )
    assert own < general
    assert "backpack-silence" in out[own:general]


def test_a_file_that_declares_nothing_is_told_so_and_recorded_as_not_passed(capsys, tmp_path, db):
    file = tmp_path / "drill.de.yaml"
    shutil.copytree(LIBRARY / "brands", tmp_path / "brands")
    file.write_text(re.sub(r"(?m)^  last: \w+\n", "", DRILL.read_text()))
    version = publish_file(file)

    with pytest.raises(SystemExit) as ended:
        call_command("rehearse", str(file), "--jobs", "1", "--record", "--language", "de")

    said = " ".join(capsys.readouterr().out.split())
    assert (ended.value.code, Rehearsal.objects.get(version=version).passed) == (1, False)
    assert "(rehearsal: last). Zum Üben reicht das, für Prüfungen nicht." in said
    assert "Die Probe ist bestanden." not in said


@pytest.mark.django_db
def test_a_text_that_is_published_twice_is_recorded_for_both(capsys, early):
    versions = [publish_file(DRILL), publish_file(DRILL, cohort=early)]

    run(capsys, "--jobs", 1, "--record", file=DRILL)

    assert sorted(Rehearsal.objects.values_list("version", flat=True)) == sorted(each.pk for each in versions)


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_it_and_its_processes_without_a_traceback(jobs):
    # Whoever runs the tests in the background has them ignore Ctrl-C, and their children too.
    command = ["env", "--default-signal=INT", sys.executable, "manage.py", "rehearse", str(MORNING)]
    command += ["--seeds", "200", "--jobs", str(jobs)]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stderr is not None
        process.stderr.read(5)  # the first runs are played
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)

    assert process.returncode == 130
    assert b"Traceback" not in said
