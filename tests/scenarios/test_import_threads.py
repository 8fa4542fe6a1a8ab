"""The whole import: rows to a scenario that lints, and every row accounted for."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.importing.problems import ImportRefused
from tests.scenarios.import_samples import (
    ROWS,
    SINGLE_HEADER,
    compile_imported,
    count_rows,
    import_bytes,
    import_rows,
    row,
    single,
    write_csv,
)

pytestmark = pytest.mark.computes


def test_what_customers_wrote_is_played_and_what_agents_wrote_is_kept_beside_it() -> None:
    timeline = compile_imported(import_rows(ROWS))
    posts = {post.key: post for post in timeline.posts}
    assert [key for key, post in posts.items() if post.at_ms is not None] == ["t001-1", "t001-2", "t002-1"]
    assert posts["t001-1"].needs.answer
    assert posts["t001-1"].needs.model is None
    assert posts["t001-1"].needs.then is not None
    assert "Zebedee" not in posts["t001-1"].needs.then
    assert not posts["t001-2"].needs.answer
    assert not posts["t002-1"].needs.answer


def test_a_later_post_waits_for_the_answer_and_silence_has_its_own_follow_up() -> None:
    timeline = compile_imported(import_rows(ROWS))
    assert [(found.when, found.follow_up) for found in timeline.reactions] == [
        (NoAnswer("t001-1", 360_000), "t001-1-again"),
        (Answered("t001-1"), "t001-3"),
        (NoAnswer("t001-3", 540_000), "t001-3-again"),
        (Answered("t001-3"), "t001-4"),
    ]
    delays = [found.after_ms for found in timeline.reactions if isinstance(found.when, Answered)]
    assert delays == [180_000, 18_000]


def test_threads_start_in_their_real_order_at_the_declared_load() -> None:
    timeline = compile_imported(import_rows(ROWS, per_hour=60))
    starts = {post.thread: post.at_ms for post in reversed(timeline.posts) if post.at_ms is not None}
    assert starts == {"t002": 70_000, "t001": 10_000}


def test_a_brand_is_chosen_by_how_much_it_wrote_or_by_name_in_any_case() -> None:
    assert import_rows(ROWS).ledger.brand == "AcmeHelp"
    assert import_rows(ROWS, brand="@rivalcare").ledger.brand == "RivalCare"


def test_an_unknown_brand_is_refused_with_those_there_are() -> None:
    with pytest.raises(ImportRefused) as refused:
        import_rows(ROWS, brand="Nobody")
    assert (refused.value.code, refused.value.params["known"]) == ("unknown_brand", "AcmeHelp, RivalCare")


def test_every_row_is_accounted_for() -> None:
    bad = ("12", "905717", "maybe", *ROWS[0][3:])
    ledger = import_rows([*ROWS, bad, ROWS[0]], limit=1).ledger
    assert ledger.rows == len(ROWS) + 2 == count_rows(ledger)
    assert (ledger.played, ledger.then, ledger.unlinked, ledger.left_out, ledger.elsewhere) == (4, 2, (12,), 1, 3)
    assert [(problem.line, problem.code) for problem in ledger.unread] == [(13, "bad_value"), (14, "duplicate")]


def test_limit_and_skip_together_take_every_thread_once() -> None:
    first, second = (import_rows(ROWS, limit=1, skip=skip) for skip in (0, 1))
    assert (first.ledger.threads_taken, second.ledger.threads_taken) == (1, 1)
    assert "is anybody there" in second.scenario
    assert "is anybody there" not in first.scenario
    with pytest.raises(ImportRefused) as refused:
        import_rows(ROWS, skip=2)
    assert refused.value.code == "no_threads"


def test_nothing_of_a_person_is_left() -> None:
    imported = import_rows(ROWS)
    everything = imported.scenario + imported.brand
    secrets = ("90571", "AcmeHelp", "acmehelp", "RivalCare", "4711", "Zebedee", "555-0124", "^JK", "{why}")
    assert [secret for secret in secrets if secret in everything] == []


def test_a_handle_in_a_text_is_that_of_the_persona_who_writes_under_it() -> None:
    timeline = compile_imported(import_rows(ROWS))
    first, second = timeline.posts[0], timeline.posts[1]
    handles = {persona.key: persona.handle for persona in timeline.personas}
    assert second.text == f"{handles[first.persona]} same here"
    assert first.text.startswith(timeline.brand.handle)


def test_the_brand_gets_the_name_that_was_wished() -> None:
    timeline = compile_imported(import_rows(ROWS, brand_name="Möwen & Co.", title="Mein Titel"))
    assert (timeline.brand.name, timeline.brand.handle) == ("Möwen & Co.", "@MoewenCoHelps")
    assert timeline.title == {"de": "Mein Titel", "en": "Mein Titel"}


def test_another_agents_post_in_a_thread_stays_as_a_bystanders() -> None:
    rows = [*ROWS[:2], row(20, "RivalCare", "@905712 come to us", to=1, at="10:01:00")]
    timeline = compile_imported(import_rows(rows, brand="AcmeHelp"))
    roles = {persona.key: persona.role for persona in timeline.personas}
    assert [roles[post.persona] for post in timeline.posts if post.at_ms is not None] == ["customer", "bystander"]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_people() -> None:
    assert import_rows(ROWS) == import_rows(ROWS)
    one, two = (compile_imported(import_rows(ROWS, seed=seed)) for seed in (1, 2))
    assert {persona.name for persona in one.personas} & {persona.name for persona in two.personas} == set()


@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(dice: random.Random) -> None:
    rows = [*ROWS, ROWS[2], (*ROWS[3][:4], "@905712 changed ^JK", *ROWS[3][5:])]
    shuffled = rows.copy()
    dice.shuffle(shuffled)
    assert import_rows(shuffled).scenario == import_rows(rows).scenario


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(0, 59), st.booleans()), min_size=1))
def test_any_tangle_of_links_gives_a_scenario_that_lints(links: list[tuple[int, int, int, bool]]) -> None:
    rows = [
        row(id_, "AcmeHelp" if own else str(id_), "words", to=to or "", replies=str(to or ""), at=f"10:00:{second:02}")
        for id_, to, second, own in links
    ]
    rows += [row(100, "905712", "@AcmeHelp hi"), row(101, "AcmeHelp", "hello", to=100)]
    imported = import_rows(rows)
    compile_imported(imported)
    assert imported.ledger.rows == len(rows) == count_rows(imported.ledger)


@given(st.text())
def test_any_text_gives_a_scenario_that_lints(text: str) -> None:
    printable = text.encode("utf-8", "replace").decode().replace("\0", "")
    data = write_csv([row(1, "905712", printable + "x"), row(2, "AcmeHelp", printable + "y", to=1)])
    compile_imported(import_bytes(data))


def test_an_alias_may_be_a_further_account_of_the_brand() -> None:
    rows = [
        row(1, "905720", "Have you seen our new phone?"),
        row(2, "905712", "@905720 it does not work", to=1, at="10:01:00"),
        row(3, "AcmeHelp", "@905712 oh", to=2, at="10:02:00"),
    ]
    imported = import_rows(rows, aliases=("905720",))
    timeline = compile_imported(imported)
    assert [(post.key, post.text) for post in timeline.posts if post.at_ms is not None] == [
        ("t001-1", f"{timeline.brand.handle} it does not work")
    ]
    assert imported.ledger.unlinked == (2,)


def test_handles_in_front_of_a_long_text_give_way_and_a_longer_one_raises_the_limit() -> None:
    crowd = " ".join(f"@{number}" for number in range(200_000, 200_020))
    rows = [row(1, "905712", f"{crowd} {'word ' * 40}"), row(2, "AcmeHelp", "hi", to=1)]
    timeline = compile_imported(import_rows(rows))
    assert (timeline.brand.channels[0].limit, timeline.posts[0].text[-5:]) == (280, " word")
    longer = compile_imported(import_rows([row(1, "905712", "x" * 500), row(2, "AcmeHelp", "hi", to=1)]))
    assert longer.brand.channels[0].limit == 500


def test_single_posts_become_threads_on_the_kind_of_channel_they_come_from() -> None:
    rows = [
        single("@DB_Bahn Warum steht der ICE 1234?", at=True),
        single("@DB_Bahn immer zu spät", at=True, mood="negative"),
        single("@DB_Bahn danke!", at=True, mood="positive"),
        single("RT @user: @DB_Bahn wieso?", at=True),
        single("Re: Ich fahre gern Bahn", source="facebook.com"),
        single("Wie buche ich?", source="gutefrage.net"),
        single("Bahn baut", source="zeitung.example"),
        single("@user Gerne. /xy", by=True),
        single("@user Kommt gleich. /xy /cc @DB_Bahn", at=True),
    ]
    imported = import_rows(rows, header=SINGLE_HEADER)
    timeline = compile_imported(imported)
    scripted = [post for post in timeline.posts if post.at_ms is not None]
    assert [thread.channel for thread in timeline.threads] == ["microblog"] * 4 + ["page", "forum", "press"]
    assert [post.needs.answer for post in scripted] == [True, True, False, False, False, False, False]
    assert scripted[-1].needs.triage == "leave"
    assert (imported.ledger.unlinked, imported.ledger.played) == ((9, 10), 7)
    assert (timeline.language, timeline.threads[0].topic) == ("de", "zugfahrt-pünktlichkeit")
    assert "DB_Bahn" not in imported.scenario


def test_two_single_posts_with_the_same_words_are_by_two_people() -> None:
    timeline = compile_imported(import_rows([single("RT @user: ach ja")] * 2, header=SINGLE_HEADER))
    assert len(timeline.personas) == 2


def test_more_than_a_scenario_holds_is_cut_and_said() -> None:
    rows = [single(f"Beitrag {number}") for number in range(1_000)]
    ledger = import_rows(rows, header=SINGLE_HEADER).ledger
    assert (ledger.threads_found, ledger.rows) == (1_000, count_rows(ledger))
    assert 0 < ledger.threads_taken < 500
