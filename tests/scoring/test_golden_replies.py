"""What a finished version said of the ranked replies it says for ever: of each, to the byte.

A version that is still being worked on has no record, and is held only to assessing all that the last one did.
"""

import json
from itertools import groupby
from operator import itemgetter

import pytest

from scoring.core import SCORING_VERSION
from tests.scoring.ranking import assess_alone
from tests.scoring.recording_replies import FOLDER, SETS, play_set, record_replies, shorten, shorten_run

pytestmark = pytest.mark.computes

RECORD = json.loads(max(FOLDER.glob("replies_*.json")).read_text(encoding="utf-8"))
IS_OF_TODAY = RECORD["scoring"] == SCORING_VERSION
POSTS = [
    (name, [reply for reply, _ in replies], next(iter(replies))[1])
    for name, read in SETS.items()
    for _, group in groupby(read(), key=lambda each: each[0]["post"])
    for replies in [list(group)]
]


@pytest.mark.parametrize(
    ("name", "replies", "timeline"), POSTS, ids=[f"{name}-{replies[0]['post']}" for name, replies, _ in POSTS]
)
def test_what_was_said_of_a_reply_is_said_again(name, replies, timeline):
    again = {reply["id"]: shorten(assess_alone(timeline, reply)) for reply in replies}
    then = {reply["id"]: RECORD["alone"][name][reply["id"]] for reply in replies}

    assert (again if IS_OF_TODAY else set(again)) == (then if IS_OF_TODAY else set(then))


@pytest.mark.parametrize("name", SETS)
def test_what_was_said_of_a_run_of_them_is_said_again(name):
    again, then = shorten_run(*play_set(name)), RECORD["together"][name]

    assert len(again["replies"]) == len(then["replies"])
    assert not IS_OF_TODAY or again == then


def test_all_that_was_recorded_is_still_read():
    assert {name: set(RECORD["alone"][name]) for name in SETS} == {
        name: set(map(itemgetter("id"), map(itemgetter(0), read()))) for name, read in SETS.items()
    }


def test_other_words_are_said_otherwise():
    """The sabotage twin: a word more is another digest, whatever version this is."""
    reply, timeline = SETS["ranked_de"]()[0]

    one, other = (
        shorten(assess_alone(timeline, {**reply, "text": text}))
        for text in (reply["text"], f"{reply['text']} Das war unser Fehler.")
    )

    assert one[2] != other[2]


def test_what_is_recorded_is_never_written_again(tmp_path):
    (tmp_path / f"replies_{SCORING_VERSION}.json").write_text("{}")

    with pytest.raises(FileExistsError):
        record_replies(tmp_path)
