"""Words in quotation marks: the customer's, the agent's, nobody's."""

import pytest

from scoring.core.quoting import LONGEST, find_quotes
from scoring.core.text import analyse
from tests.scoring.replies import judge_text, rules_of

POST = "Ihr seid doch alle Idioten! Danke für nichts."


@pytest.mark.parametrize("quote", ["„Idioten“", "»Idioten«", '"Idioten"', "“Idioten”"])
def test_an_insult_quoted_from_the_customer_is_not_the_agents(quote: str) -> None:
    text = f"Dass Sie uns {quote} nennen, verstehe ich. Der Bus kommt um 9 Uhr."

    assert "tone.insult" not in rules_of(judge_text(text, post_text=POST))


@pytest.mark.parametrize(
    ("text", "post_text"),
    [
        ("Dass Sie uns Idioten nennen, merken wir uns.", POST),
        ("Sie „Vollidiot“!", POST),
        ("Sie „Vollidiot“!", ""),
        ("Sie „ Vollidiot!", "Vollidiot"),
    ],
)
def test_an_insult_of_the_agents_own_stays_one_in_any_marks(text: str, post_text: str) -> None:
    assert "tone.insult" in rules_of(judge_text(text, post_text=post_text))


def test_thanks_quoted_from_the_customer_are_no_act() -> None:
    quoted = rules_of(judge_text("„Danke für nichts“ sitzt. Der Bus kommt um 9 Uhr.", post_text=POST))
    own = rules_of(judge_text("Danke für den Hinweis am Gleis.", post_text=POST))

    assert ("tone.thanks" in quoted, "tone.thanks" in own) == (False, True)


def quotes_in(text: str) -> list[tuple[int, int]]:
    return find_quotes(analyse(text).tokens)


@pytest.mark.parametrize(("words", "is_quoted"), [(LONGEST - 2, True), (LONGEST - 1, False)])
def test_a_mark_that_is_closed_far_away_quotes_nothing(words: int, is_quoted: bool) -> None:
    text = f"„{' '.join(['Bus'] * words)}“ stimmt"

    assert quotes_in(text) == ([(1, 1 + words)] if is_quoted else [])


def test_marks_are_taken_in_pairs() -> None:
    assert quotes_in('"Ja" und "Nein" und "') == [(1, 2), (5, 6)]
    assert quotes_in("ohne „ und ohne Ende") == []
