"""What holds for the tone of a reply: an insult never helps, a greeting never hurts, and a capital more moves nothing.

The twins at the end show that a score that is broken in that way would be noticed.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.core.vocabulary import LANGUAGES, SITUATIONS
from tests.scoring.replies import judge_text

SENTENCES = {
    "de": [
        "Das tut uns leid.",
        "Der Bus fährt um 17:30 Uhr ab Gleis 4.",
        "Ich melde mich bis morgen.",
        "Da hätten Sie früher buchen müssen.",
        "Ja, das geht.",
        "Vielen Dank für Ihre Geduld!",
        "Schreiben Sie uns bitte privat.",
        "Das ist leider nicht vorgesehen.",
        "Ich verstehe Ihren Ärger.",
        "Wie bereits erwähnt, ist kein Fehler bekannt.",
        "Warum war die Leitung tot?",
        "Viele Grüße, Jana",
        "😀 Super!",
    ],
    "en": [
        "We are sorry about that.",
        "The bus leaves at 5:30 pm from platform 4.",
        "I'll write again by tomorrow.",
        "You should have booked earlier.",
        "Yes, you can.",
        "Thank you for your patience!",
        "Please send us a DM.",
        "Unfortunately that is not possible.",
        "I understand your frustration.",
        "As we explained, there is no fault.",
        "Why was the line dead?",
        "Best wishes, Jana",
        "😀 Great!",
    ],
}
GREETINGS = {
    "de": ["Hallo Jana,", "Guten Tag,", "Moin!", "Grüezi Frau Meier,"],
    "en": ["Hi Jana,", "Hello,", "Good morning,"],
}
INSULTS = {
    "de": ["Du Idiot!", "Halt die Klappe.", "A***loch!", "Verpiss dich."],
    "en": ["You idiot!", "Shut up.", "You moron!"],
}
LAST = {"de": "Der Bus hält heute am Markt und am Bahnhof.", "en": "The bus stops at the market and the station today."}
ADDRESS = {"sie", "ihr", "ihnen", "ihre", "ihren", "ihrem", "ihrer", "ihres"}


def tone_of(text: str, **context: str) -> int:
    return judge_text(text, **context).criteria["tone"]


@st.composite
def replies(draw: st.DrawFn) -> tuple[str, str, str]:
    """(language, situation, a reply of one to five sentences)."""
    language = draw(st.sampled_from(LANGUAGES))
    return (
        language,
        draw(st.sampled_from(SITUATIONS)),
        " ".join(draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=1, max_size=5))),
    )


def helps(word: str, reply: tuple[str, str, str], *, front: bool) -> bool:
    """Whether `word` makes the reply's tone better."""
    language, situation, text = reply
    with_it = f"{word} {text}" if front else f"{text} {word}"
    return tone_of(with_it, language=language, situation=situation) > tone_of(
        text, language=language, situation=situation
    )


@settings(max_examples=60, deadline=None)
@given(reply=replies(), nth=st.integers(0, 3), front=st.booleans())
def test_an_insult_never_helps(reply: tuple[str, str, str], nth: int, front: bool) -> None:
    words = INSULTS[reply[0]]

    assert not helps(words[nth % len(words)], reply, front=front)


@settings(max_examples=60, deadline=None)
@given(reply=replies(), nth=st.integers(0, 3))
def test_a_greeting_never_hurts(reply: tuple[str, str, str], nth: int) -> None:
    language, situation, text = reply
    greeting = GREETINGS[language][nth % len(GREETINGS[language])]

    assert tone_of(f"{greeting} {text}", language=language, situation=situation) >= tone_of(
        text, language=language, situation=situation
    )


@settings(max_examples=60, deadline=None)
@given(reply=replies(), picked=st.sets(st.integers(0, 40)))
def test_a_capital_more_moves_nothing(reply: tuple[str, str, str], picked: set[int]) -> None:
    """But for German words of address. A short last sentence in capitals reads as a name: none of these is so short."""
    language, situation, text = reply
    words = text.split(" ")
    other = " ".join(
        word.capitalize() if nth in picked and word.islower() and word not in ADDRESS else word
        for nth, word in enumerate(words)
    )
    both = [tone_of(f"{one} {LAST[language]}", language=language, situation=situation) for one in (text, other)]

    assert both[0] == both[1]


def test_a_score_that_an_insult_helps_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.core.judging.value_tone", lambda findings, weights: 100 * len(findings))

    assert helps("Du Idiot!", ("de", "normal", "Das tut uns leid."), front=False)


def test_a_score_that_a_greeting_hurts_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.core.judging.value_tone", lambda findings, weights: 900 - 100 * len(findings))

    assert tone_of("Hallo Jana, das tut uns leid.", language="de") < tone_of("Das tut uns leid.", language="de")
