"""Back to a few seconds before a reply, never before what it answered, and never past anything that had happened."""

import pytest

from trainer_ui.core.forks import LEAD_MS, find_fork

LOG = [(1, 0), (2, 0), (3, 20_000), (4, 50_000), (5, 50_000), (6, 70_000)]
"""Event 4 is a reply to what event 2 brought, 5 its assessment."""


def test_one_goes_on_a_few_seconds_before_the_reply_with_all_that_had_happened():
    assert find_fork(LOG, seq=4, asked_seq=2) == (3, 50_000 - LEAD_MS)


def test_whoever_answered_at_once_goes_back_to_the_post():
    assert find_fork([(1, 0), (2, 44_000), (3, 50_000)], seq=3, asked_seq=2) == (2, 44_000)


def test_what_came_in_the_same_moment_as_the_reply_is_kept():
    assert find_fork([(1, 0), (2, 50_000), (3, 50_000)], seq=3, asked_seq=2) == (2, 50_000)


def test_a_post_without_a_reply_is_gone_back_to_as_it_came():
    assert find_fork(LOG, seq=3, asked_seq=3) == (3, 20_000)


@pytest.mark.parametrize(("seq", "asked_seq"), [(9, 2), (4, 9), (2, 4), (0, 0)])
def test_what_is_no_such_moment_is_refused(seq: int, asked_seq: int):
    with pytest.raises(ValueError, match="no such moment"):
        find_fork(LOG, seq=seq, asked_seq=asked_seq)
