"""Reply links into conversations, and conversations into what is played when."""

from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.importing.conversations import build_conversations
from scenarios.core.importing.pacing import compress_waits, space_starts
from scenarios.core.importing.plan import Plan, plan_conversation
from scenarios.core.importing.rows import Message, read_messages
from scenarios.core.importing.table import read_table
from tests.scenarios.import_samples import Row, row, write_csv

waits = st.lists(st.integers(0, 1_000_000), max_size=20)


def read(*rows: Row) -> list[Message]:
    return read_messages(read_table(write_csv(rows)))[0]


def ids(*rows: Row) -> list[list[int]]:
    return [[message.id for message in found.messages] for found in build_conversations(read(*rows))]


def plan(*rows: Row, cap_s: int = 180) -> Plan:
    (conversation,) = build_conversations(read(*rows))
    return plan_conversation(conversation, own={"acmehelp"}, cap_s=cap_s)


def posts(planned: Plan) -> list[tuple[int, int | None, int]]:
    return [(post.message.id, post.gate, post.wait_s) for post in planned.posts]


def test_a_row_may_name_several_replies_and_a_reply_need_not_name_its_parent() -> None:
    rows = [row(1, "7", "a", replies="2,3"), row(2, "acmehelp", "b", at="10:01:00"), row(3, "8", "c", at="10:02:00")]
    assert ids(*reversed(rows)) == [[1, 2, 3]]


def test_a_missing_parent_leaves_a_conversation_of_its_own() -> None:
    assert ids(row(2, "7", "b", to=1), row(4, "8", "d", to=3, at="09:00:00")) == [[4], [2]]


def test_an_answer_never_stands_before_what_it_answers() -> None:
    assert ids(row(1, "7", "a", at="10:05:00"), row(2, "acmehelp", "b", to=1, at="10:00:00")) == [[1, 2]]


def test_a_ring_of_links_is_cut_at_its_earliest_message() -> None:
    rows = [row(1, "7", "a", to=3, at="10:01:00"), row(2, "8", "b", to=1), row(3, "9", "c", to=2, at="10:02:00")]
    assert ids(*rows) == [[2, 3, 1]]


def test_a_message_that_answers_itself_is_an_opening() -> None:
    assert ids(row(1, "7", "a", to=1, replies="1")) == [[1]]


def test_a_post_that_answered_an_agent_waits_for_the_trainees_answer_to_the_same_post() -> None:
    planned = plan(
        row(1, "7", "it is broken"),
        row(2, "acmehelp", "which one?", to=1, at="10:10:00"),
        row(3, "7", "the red one", to=2, at="10:11:00"),
    )
    assert posts(planned) == [(1, None, 0), (3, 1, 60)]
    assert {id_: [answer.id for answer in found] for id_, found in planned.answers.items()} == {1: [2]}


def test_a_post_before_any_answer_comes_at_its_time() -> None:
    planned = plan(
        row(1, "7", "it is broken"),
        row(2, "7", "and it smokes", to=1, at="10:00:40"),
        row(3, "acmehelp", "oh dear", to=2, at="10:01:00"),
    )
    assert posts(planned) == [(1, None, 0), (2, None, 40)]


def test_a_second_post_under_a_waiting_one_waits_with_it() -> None:
    planned = plan(
        row(1, "7", "it is broken"),
        row(2, "acmehelp", "which one?", to=1, at="10:01:00"),
        row(3, "7", "the red one 1/2", to=2, at="10:01:30"),
        row(4, "7", "and the blue one 2/2", to=3, at="10:01:50"),
    )
    assert posts(planned) == [(1, None, 0), (3, 1, 30), (4, 1, 50)]


def test_branches_stand_in_the_order_of_time() -> None:
    planned = plan(
        row(1, "7", "it is broken", replies="2,5"),
        row(2, "acmehelp", "which one?", to=1, at="10:01:00", replies="4,6"),
        row(4, "7", "the red one", to=2, at="10:03:00"),
        row(5, "8", "mine too", to=1, at="10:00:30"),
        row(6, "9", "the blue one here", to=2, at="10:02:00"),
    )
    assert posts(planned) == [(1, None, 0), (5, None, 30), (6, 1, 60), (4, 1, 120)]


def test_an_agent_who_wrote_in_two_parts_answered_one_post() -> None:
    planned = plan(
        row(1, "7", "it is broken"),
        row(2, "acmehelp", "part one", to=1, at="10:01:00"),
        row(3, "acmehelp", "part two", to=2, at="10:02:00"),
        row(4, "7", "thanks", to=3, at="10:03:00"),
    )
    assert [answer.id for answer in planned.answers[1]] == [2, 3]
    assert posts(planned) == [(1, None, 0), (4, 1, 120)]


def test_an_agents_post_that_answers_nothing_is_listed_and_not_played() -> None:
    planned = plan(row(1, "acmehelp", "Good morning!"), row(2, "7", "hi", to=1, at="10:01:00"))
    assert (posts(planned), [message.id for message in planned.unlinked]) == ([(2, None, 0)], [1])


def test_a_thread_with_long_gaps_is_shrunk_as_a_whole() -> None:
    planned = plan(
        row(1, "7", "one", at="08:00:00"),
        row(2, "7", "two", to=1, at="08:10:00"),
        row(3, "7", "three", to=2, at="08:40:00"),
    )
    assert posts(planned) == [(1, None, 0), (2, None, 60), (3, None, 240)]


@given(waits, st.integers(2, 600))
def test_gaps_keep_their_order_and_none_is_longer_than_the_cap(real: list[int], cap_s: int) -> None:
    played = compress_waits(real, cap_s=cap_s)
    assert max(played, default=0) <= cap_s
    pairs = sorted(zip(real, played, strict=True))
    assert [wait for _, wait in pairs] == sorted(played)


@given(waits, st.integers(2, 600))
def test_gaps_keep_their_relative_size_to_the_second(real: list[int], cap_s: int) -> None:
    factor = min(1.0, cap_s / max((*real, 1)))
    for wait, played in zip(real, compress_waits(real, cap_s=cap_s), strict=True):
        assert abs(played - max(2, wait * factor)) <= 0.5 or (played == cap_s == 2)


def test_threads_start_at_the_declared_load() -> None:
    assert space_starts(4, per_hour=20) == [10, 190, 370, 550]
    assert space_starts(3, per_hour=7) == [10, 524, 1038]
