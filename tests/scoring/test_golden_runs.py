"""Runs that older scoring versions scored, as they were recorded then: folded, explained, and scored alike anywhere.

`golden/scoring_N.json` holds the timeline, the events with their words and the scorecard that version N gave. A file is
never written again. Version 3 is recorded when it is finished.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scenarios.core.codec import loads
from scenarios.core.vocabulary import CRITERIA, LANGUAGES
from scoring.core import assess_again, renew, scorecard
from scoring.sentences import explain_finding
from simulator.core.events import Event, canonical

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(Path(__file__).with_name("golden").glob("*.json"))
SCORE = "from tests.scoring.test_golden_runs import FILES, score_again; print(*map(score_again, FILES), sep='\\n')"


def read_run(path):
    """(what the file holds, its timeline, its log)."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return data, loads(json.dumps(data["timeline"])), [Event(*row) for row in data["events"]]


def list_findings(log):
    return [finding for event in log if event.kind == "ReplyAssessed" for finding in event.data["findings"]]


def score_again(path):
    """All that the score of today makes of a run, from its words."""
    _, timeline, log = read_run(path)
    assessments = assess_again(timeline, log)
    return canonical({"replies": list(assessments.values()), "card": scorecard(timeline, renew(log, assessments))})


def test_each_older_version_was_recorded():
    assert [read_run(path)[0]["scoring"] for path in FILES] == [1, 2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_found_then_is_explained_in_words_whatever_the_rules_say_today(path, language):
    findings = list_findings(read_run(path)[2])

    assert len(findings) == 16
    for finding in findings:
        words = explain_finding(finding["rule"], language=language, params=finding["params"])
        assert all((words.title, words.why, words.advice, words.source))
        assert re.findall(r"{\w+}", words.why) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_score_of_then_is_still_the_arithmetic_of_what_was_stored(path):
    """Criteria that were judged by replies alone, as they were judged then."""
    data, timeline, log = read_run(path)
    old, again = data["scorecard"], scorecard(timeline, log)

    assert [again["criteria"][name] for name in ("tone", "individuality", "privacy")] == [
        old["criteria"][name] for name in ("tone", "individuality", "privacy")
    ]
    assert again["critical"] == old["critical"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_score_of_today_reads_the_words_of_then(path):
    card = json.loads(score_again(path))["card"]

    assert set(card["criteria"]) <= set(CRITERIA)
    assert [error["rule"] for error in card["critical"]] == ["privacy.asked_in_public"]


def score_elsewhere(**place):
    done = subprocess.run(
        [sys.executable, "-c", SCORE],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "config.settings_for_tests", **place},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_they_are_scored_to_the_same_bytes_in_any_process():
    here = [score_again(path) for path in FILES]

    for place in (
        {"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONUTF8": "1"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
    ):
        assert score_elsewhere(**place) == here
