"""Runs that older scoring versions scored, as they were recorded then: folded, explained, and scored alike anywhere.

`golden/scoring_N.json` holds the timeline, the events with their words and the scorecard that version N gave. A file is
never written again. A version is recorded when it is finished: `python -m tests.scoring.recording`.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from scenarios.core.codec import loads
from scenarios.core.vocabulary import CRITERIA, LANGUAGES
from scoring.core import SCORING_VERSION, assess_again, assess_log, renew, scorecard
from scoring.core.rules import RULES
from scoring.sentences import explain_finding
from simulator.core.events import Event, canonical
from tests.scoring.recording import list_rules, record

pytestmark = pytest.mark.computes

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(Path(__file__).with_name("golden").glob("scoring_*.json"))
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
    recorded = [read_run(path)[0]["scoring"] for path in FILES]

    assert recorded == list(range(1, len(recorded) + 1))
    assert len(recorded) in {SCORING_VERSION - 1, SCORING_VERSION}


def find_difference(path):
    """The part of a recorded run that the version that recorded it gives otherwise; None where it is equal."""
    data, timeline, log = read_run(path)
    stored = [event.data for event in log if event.kind == "ReplyAssessed"]
    again = [{"reply": reply, **found.to_data()} for reply, found in assess_log(timeline, log) if found is not None]
    if canonical({"replies": stored}) != canonical({"replies": again}):
        return "replies"
    return None if canonical(scorecard(timeline, log)) == canonical(data["scorecard"]) else "scorecard"


def test_what_today_s_version_recorded_it_gives_again_to_the_byte(tmp_path):
    """Recorded just now, and, once the version is finished, as it is committed."""
    of_today = [path for path in FILES if read_run(path)[0]["scoring"] == SCORING_VERSION]

    assert [find_difference(path) for path in (record(tmp_path), *of_today)] == [None] * (1 + len(of_today))


def test_another_word_is_another_score(tmp_path):
    """The sabotage twin."""
    path = record(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("Schick uns mal deine", "Danke für die"), "utf-8")

    assert find_difference(path) == "replies"


def test_what_is_recorded_is_never_written_again(tmp_path):
    record(tmp_path)

    with pytest.raises(FileExistsError):
        record(tmp_path)


def test_the_rules_of_today_are_recorded_with_the_parameters_that_their_sentences_ask_for():
    [(version, rules)] = tomllib.loads(list_rules()).items()

    assert (version, set(rules)) == (str(SCORING_VERSION), set(RULES))
    assert rules["speed.wait"] == ["wait_ms", "target_ms", "worthless_ms", "response"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_found_then_is_explained_in_words_whatever_the_rules_say_today(path, language):
    findings = list_findings(read_run(path)[2])

    assert len(findings) >= 12
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
