"""Fingerprints: what was written in earlier runs is recognised, and cannot be read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.core import Shelf, read, write_fingerprints
from scoring.core.fingerprints import MOST_REPLIES, MOST_ROWS, ROW, EarlierRun, Fingerprints, Trace
from scoring.core.masking import MaskedSentence, Prose
from tests.scoring.replies import judge_text, marked

KEY, OTHER_KEY = "00" * 16, "11" * 16
DAY = "2026-11-20"
CANNED = {
    "de": "Ihre Meldung liegt jetzt bei der Technik und wird dort bearbeitet. Wir melden uns innerhalb von 48 Stunden.",
    "en": "Your ticket has been forwarded to our engineers. You will hear back from us within two days.",
}
OWN = {
    "de": "Die Katze schläft auf dem Receiver? Ein Gitter liegt morgen im Briefkasten.",
    "en": "A squirrel chewed the line, no kidding. The new cable is extra thick.",
}
KEPT = (
    '{"key":"00000000000000000000000000000000","owners":"AAAAAAAAAA==","rows":"DTwGSkskpQV1RdSpq/4Hvsqv1mPfgCph4FiTUA==",'
    '"runs":[[3,"2026-11-20",2]],"wholes":"hvQ+t/YBu8bX36YQTtApTw=="}'
)
"""The fingerprints of `PRINTED`, as logs hold them since scoring version 3."""
PRINTED = ("Die Tür klemmt, weil ein Stück Straße fehlt. Gleis 7 folgt morgen früh.", "Kommt noch.")
words = st.sampled_from(["ab", "cd", "ef", "gh", "ij", "kl"])
sentences = st.lists(st.lists(words, min_size=4, max_size=9), min_size=1)


def print_texts(*texts, language="de", key=KEY, run=3):
    prints = write_fingerprints([(run, DAY, read(text, language=language).prose) for text in texts], key=key)
    assert prints is not None
    return prints


def judge_after(text, *texts, language="de", **changes):
    before = Fingerprints(print_texts(*texts, language=language).text)
    return judge_text(text, language=language, before=before, **changes)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_reply_of_an_earlier_run_is_a_copy_and_named_by_its_run_and_day(language):
    judged = judge_after(CANNED[language], CANNED[language], language=language)

    assert (judged.signals["reuse_likeness"], judged.criteria["individuality"]) == (1000, 0)
    found = [finding for finding in judged.findings if finding.rule == "individuality.earlier_run"]
    assert [dict(finding.params) for finding in found] == [{"run": 3, "day": DAY, "likeness": 1000}] * 2
    assert sum(finding.points for finding in found) == -1000


def test_fingerprints_that_logs_hold_are_still_recognised():
    """They cannot be made anew once the words are erased: what changes masking or hashing would lose all of them."""
    kept = Fingerprints(KEPT)
    first, second = (read(text, language="de").prose for text in PRINTED)

    assert [kept.find_sentence(sentence.words.split(" ")) for sentence in first.sentences] == [
        Trace(EarlierRun(3, DAY), 1000, (0, 1, 2, 3, 4, 5, 6, 7)),
        Trace(EarlierRun(3, DAY), 1000, (0, 1, 2, 3, 4)),
    ]
    assert [kept.find_whole(prose.whole) for prose in (first, second)] == [EarlierRun(3, DAY)] * 2


def test_the_same_words_leave_the_same_fingerprints_on_every_machine():
    assert print_texts(*PRINTED).text == KEPT


@pytest.mark.parametrize("language", ["de", "en"])
def test_other_words_are_ones_own(language):
    judged = judge_after(OWN[language], CANNED[language], language=language)

    assert (judged.signals["reuse_likeness"], judged.criteria["individuality"]) == (0, 1000)


@pytest.mark.parametrize("language", ["de", "en"])
def test_of_a_sentence_that_is_partly_new_the_repeated_words_are_marked(language):
    text = {
        "de": "Ihre Meldung liegt jetzt bei der Technik, ist das recht so?",
        "en": "Hm, your ticket has been forwarded to our engineers already?",
    }
    words = {
        "de": ["Ihre Meldung liegt jetzt bei der Technik"],
        "en": ["your ticket has been forwarded to our engineers"],
    }

    judged = judge_after(text[language], CANNED[language], language=language)

    assert marked(text[language], judged, "individuality.earlier_run") == words[language]


def test_what_this_run_holds_as_well_is_shown_there():
    judged = judge_after(CANNED["de"], CANNED["de"], earlier=[CANNED["de"]])

    assert {
        finding.rule for finding in judged.findings if finding.points < 0 and finding.criterion == "individuality"
    } == {"individuality.repeated"}


def test_a_short_reply_is_recognised_as_a_whole():
    assert judge_after("Gern! Kommt noch.", "Gern! Kommt noch.").signals["reuse_likeness"] == 1000
    assert judge_after("Gern! Macht nichts.", "Gern! Kommt noch.").signals["reuse_likeness"] == 0


@given(sentences)
def test_whatever_is_repeated_to_the_word_is_wholly_alike(said):
    text = " ".join(" ".join(sentence).capitalize() + "." for sentence in said)

    assert judge_after(text, "Etwas ganz anderes stand hier.", text).signals["reuse_likeness"] == 1000


def test_no_word_can_be_read_and_every_key_gives_other_prints():
    one, other = print_texts(*CANNED.values()).text, print_texts(*CANNED.values(), key=OTHER_KEY).text

    assert not any(word in one.lower() for word in ("meldung", "technik", "ticket", "engineers"))
    for field in ("rows", "wholes"):
        assert json.loads(one)[field] != json.loads(other)[field]


def test_the_order_of_the_words_is_not_kept():
    there, back = (
        print_texts(text).text
        for text in ("Eins zwei drei vier. Fünf sechs sieben acht.", "Fünf sechs sieben acht. Eins zwei drei vier.")
    )

    assert json.loads(there)["rows"] == json.loads(back)["rows"]


def test_only_so_much_is_kept_the_newest():
    texts = [
        f"Antwort {chr(97 + nth % 26)}{chr(97 + nth // 26)}{'x' * 9} "
        + " ".join(f"{chr(97 + nth % 26)}{chr(97 + nth // 26)}{chr(97 + at)}wort" for at in range(25))
        for nth in range(300)
    ]

    prints = print_texts(*texts)

    assert prints.replies <= MOST_REPLIES
    assert len(prints.text) <= 40_000
    kept = Fingerprints(prints.text)
    assert kept.find_whole(read(texts[-1], language="de").prose.whole) == EarlierRun(3, DAY)
    assert kept.find_whole(read(texts[0], language="de").prose.whole) is None


def write_words(*runs: tuple[int, str]) -> Fingerprints:
    """Of one reply of one sentence for each (run, words)."""
    written = [(run, DAY, Prose(text, (MaskedSentence(text, "", 0, 0, 0),), None)) for run, text in runs]
    prints = write_fingerprints(written, key=KEY)
    assert prints is not None
    return Fingerprints(prints.text)


def find_words(before: Fingerprints, text: str) -> Trace | None:
    return before.find_sentence(text.split(" "))


def test_a_sentence_stood_there_from_half_of_its_words_on():
    before = write_words((3, "ab cd ef gh ij kl"))

    assert find_words(before, "ab cd ef gh x y z q") == Trace(EarlierRun(3, DAY), 500, (0, 1, 2, 3))
    assert find_words(before, "x y ab cd ef gh ij z q") == Trace(EarlierRun(3, DAY), 555, (2, 3, 4, 5, 6))
    assert find_words(before, "ab cd ef gh x y z q r") is None
    assert find_words(before, "ab cd ef") is None


def test_of_several_earlier_replies_the_one_with_most_of_the_words_is_named_of_equals_the_first():
    before = write_words((1, "x ab cd ef gh"), (2, "ab cd ef gh ij"), (3, "ab cd ef gh ij"))
    most, equal = find_words(before, "ab cd ef gh ij"), find_words(before, "ab cd ef gh")

    assert (most, equal) == (
        Trace(EarlierRun(2, DAY), 1000, (0, 1, 2, 3, 4)),
        Trace(EarlierRun(1, DAY), 1000, (0, 1, 2, 3)),
    )
    assert before.find_whole("ab cd ef gh ij") == EarlierRun(2, DAY)


def test_two_replies_without_words_of_their_own_are_not_the_same_reply():
    assert write_words((1, ""), (2, "ab cd ef gh")).find_whole("") is None


def test_the_last_two_hundred_replies_are_kept_and_as_many_rows_as_there_is_room_for():
    many = [(nth, f"wort{nth}") for nth in range(MOST_REPLIES + 1)]
    before = write_words(*many)
    assert [before.find_whole(f"wort{nth}") for nth in (0, 1, MOST_REPLIES)] == [
        None,
        EarlierRun(1, DAY),
        EarlierRun(MOST_REPLIES, DAY),
    ]

    def fill(run: int, rows: int) -> tuple[int, str]:
        return run, " ".join(f"w{run}x{at}" for at in range(rows + ROW - 1))

    full = [fill(1, MOST_ROWS // 2), fill(2, MOST_ROWS // 2)]
    assert write_words(*full).find_whole(full[0][1]) == EarlierRun(1, DAY)
    assert write_words(*full, fill(3, 1)).find_whole(full[0][1]) is None
    assert write_words(*full, fill(3, 1)).find_whole(full[1][1]) == EarlierRun(2, DAY)


def test_nothing_gives_no_fingerprints():
    assert write_fingerprints([], key=KEY) is None


def test_a_shelf_without_them_is_as_before():
    assert Shelf().before is None
