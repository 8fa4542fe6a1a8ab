"""Clauses: what is said, denied, asked or left open, and which figures belong to which."""

import pytest

from scoring.core.hearing.clauses import cut_clauses
from scoring.core.text import analyse


def cut(text, *, language="de"):
    return cut_clauses(analyse(text), language=language)


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("de", "Der Bus fährt, der Zug steht.", ["said", "said"]),
        ("de", "Der Bus fährt nicht, der Zug steht.", ["denied", "said"]),
        ("de", "Der Bus fährt nicht nur heute.", ["said"]),
        ("de", "Kein Bus fährt weil Schnee liegt.", ["denied", "said"]),
        ("de", "Fährt der Bus, oder steht er?", ["asked", "asked"]),
        ("de", "Fährt er? Der Bus steht.", ["asked", "said"]),
        ("de", "Der Bus fährt vielleicht nicht.", ["open"]),
        ("de", "Es stimmt nicht, dass der Bus fährt, dass er kommt, er steht.", ["denied", "denied", "denied", "said"]),
        ("de", "Es stimmt, dass der Bus fährt.", ["said", "said"]),
        ("de", "Es stimmt nicht. Dass der Bus fährt, stimmt.", ["denied", "said", "said"]),
        ("en", "The bus runs, the train doesn't.", ["said", "denied"]),
        ("en", "The bus runs not only today.", ["said"]),
        ("en", "It is not true: that the bus runs.", ["denied", "denied"]),
        ("en", "I will ask whether the bus runs.", ["said", "open"]),
        ("en", "Does the bus run?!", ["asked"]),
        ("de", "Alle Infos zu Rädern im Bus stehen auf unserer Website.", ["open"]),
        ("de", "Alle Infos zu Rädern stehen auf Seite 3.", ["said"]),
        ("en", "All the information about bikes on the bus is on our website.", ["open"]),
        ("en", "All the information about bikes is at bus.example/bikes on our website.", ["said"]),
    ],
)
def test_a_clause_is_said_denied_asked_or_left_open(language, text, kinds):
    assert [clause.kind for clause in cut(text, language=language)] == kinds


def test_every_figure_belongs_to_the_clause_in_which_it_stands():
    clauses = cut("Der Bus fährt um 9:30 Uhr, der Zug um 11 Uhr. Das kostet 40 Euro.")

    assert [[figure.kind for figure in clause.figures] for clause in clauses] == [["time"], ["time"], ["money"]]
    assert [figure.values for clause in clauses for figure in clause.figures] == [
        ("time:570",),
        ("time:660",),
        ("money:4000",),
    ]


@pytest.mark.parametrize(
    ("language", "text", "affirms"),
    [
        ("de", "Ja, der Bus fährt. Der Zug steht.", [True, True, False]),
        ("de", "Der Bus fährt, ja.", [False, False]),
        ("en", "Yes, it runs. It stops.", [True, True, False]),
        ("de", "Klar, der Bus fährt.", [True, True]),
        ("de", "Hallo Jana, ja, der Bus fährt.", [True, True, True]),
        ("en", "Hi Jo, sure, it runs.", [True, True, True]),
        ("de", "Der Bus fährt. Der Zug, ja, der Zug steht.", [False, False, False, False]),
    ],
)
def test_a_yes_opens_its_whole_sentence(language, text, affirms):
    assert [clause.affirms for clause in cut(text, language=language)] == affirms
