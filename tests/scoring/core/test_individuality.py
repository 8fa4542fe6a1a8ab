"""Individuality: which words are marked, what is credited, what was left unfilled, what may be repeated."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.core.public import Notice
from scoring.core import Shelf, ears_of, judge, read
from scoring.core.context import context_alone
from scoring.core.individuality import find_reuse, value_reuse
from scoring.core.reuse import Repeat, Reuse
from tests.scoring.replies import as_templates, judge_text, marked, rules_of
from tests.simulator.timelines import make_morning

REPEATED, SPECIFICS, GAP = "individuality.repeated", "individuality.specifics", "individuality.placeholder"
SENTENCES = [
    "Der Bus nach Seedorf fährt heute nur bis zum Hafen.",
    "Wir haben den Koffer am Schalter für Sie zurückgelegt.",
    "Morgen früh kommt jemand mit einem neuen Kabel vorbei.",
    "Danke dir sehr!",
    "Gern.",
]
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True).map(" ".join)
names = st.sampled_from(["Jana", "Özkan", "Mika Sandvoss"])


def own(judged):
    return [finding for finding in judged.findings if finding.criterion == "individuality"]


@pytest.mark.parametrize(
    ("language", "before", "text", "words"),
    [
        (
            "de",
            "Der Bus nach Seedorf fährt heute leider nur bis zum Hafen.",
            "Der Bus nach Seedorf fährt heute pünktlich und nur bis zum Hafen.",
            ["Der Bus nach Seedorf fährt heute", "nur bis zum Hafen"],
        ),
        (
            "en",
            "The bus to Mill Lane only runs as far as the harbour today.",
            "The bus to Mill Lane only runs as far as the new church today.",
            ["The bus to Mill Lane only runs as far as the"],
        ),
    ],
)
def test_of_a_sentence_only_the_words_that_stood_before_are_marked(language, before, text, words):
    judged = judge_text(text, language=language, earlier=[before])

    assert marked(text, judged, REPEATED) == words
    assert sum(finding.points for finding in own(judged)) == judged.criteria["individuality"] - 1000


@given(texts, texts, names)
def test_repeating_a_reply_raises_likeness_to_the_full_whoever_is_greeted(text, other, name):
    judged = judge_text(f"Hallo {name}, {text} ^TB", earlier=[other, f"Hallo Ole, {text} ^MK"])

    assert judged.signals["reuse_likeness"] == 1000


@pytest.mark.parametrize(
    ("likeness", "value"), [(0, 1000), (150, 1000), (151, 999), (300, 750), (450, 500), (749, 2), (750, 0), (1000, 0)]
)
def test_the_criterion_falls_with_the_likeness_in_a_straight_line(likeness, value):
    text = "Der Bus kommt um neun zum Markt, der Zug um zehn."
    repeats = (
        Repeat(0, 7, 3, likeness, 7, marks=((0, 7),)),
        Repeat(8, 12, "gruss", likeness, 4, marks=((8, 12),)),
    )
    found = find_reuse(read(text, language="de"), context_alone(language="de"), Reuse(likeness, repeats))

    assert value_reuse(found) == value
    assert [(each.rule, {**each.params}) for each in found] == [
        (REPEATED, {"reply": 3, "likeness": likeness}),
        ("individuality.template", {"template": "gruss", "likeness": likeness}),
    ]


@given(texts, st.lists(texts, max_size=3), st.randoms(use_true_random=False))
def test_no_order_of_what_was_written_before_matters(text, earlier, random):
    shuffled = list(earlier)
    random.shuffle(shuffled)

    one, other = judge_text(text, earlier=earlier), judge_text(text, earlier=shuffled)

    assert one.signals["reuse_likeness"] == other.signals["reuse_likeness"]
    assert one.criteria["individuality"] == other.criteria["individuality"]


@given(texts, texts)
def test_what_is_the_same_when_masked_is_as_alike(text, before):
    one = judge_text(f"Guten Tag Frau Lange, {text} ^TB", earlier=[before])
    other = judge_text(f"{text} Viele Grüße ^MK", earlier=[before])

    assert one.signals["reuse_likeness"] == other.signals["reuse_likeness"]


def test_a_short_sentence_counts_beside_one_of_the_same_reply():
    judged = judge_text("Gern. " + SENTENCES[0], earlier=["Gern. " + SENTENCES[0] + " " + SENTENCES[1]])

    assert judged.signals["reuse_likeness"] == 1000
    assert [finding.params["likeness"] for finding in own(judged)] == [1000, 1000]


@pytest.mark.parametrize(
    ("language", "post", "text", "words"),
    [
        ("de", "Mein Rollkoffer steht in Seedorf!", "Den Rollkoffer holen wir aus Seedorf.", ["Rollkoffer", "Seedorf"]),
        ("en", "My suitcase is in Millford!", "We fetch the suitcase from Millford.", ["suitcase", "Millford"]),
    ],
)
def test_taking_up_the_customers_own_words_is_credited_and_makes_up_for_a_little(language, post, text, words):
    canned = {"de": "Wir melden uns innerhalb von 48 Stunden.", "en": "You will hear back from us within two days."}
    text = f"{text} {canned[language]}"

    alone, taken = (
        judge_text(text, language=language, earlier=[canned[language]], post_text=each) for each in ("", post)
    )

    assert marked(text, taken, SPECIFICS) == words
    assert taken.criteria["individuality"] == alone.criteria["individuality"] + 100
    assert SPECIFICS not in rules_of(alone, criterion="individuality")


def test_a_name_alone_is_no_credit():
    post = "Hier ist Sandvoss, wo bleibt die Bahn?"

    here = {"post_text": post, "names": frozenset({"sandvoss"})}
    judged = judge_text("Liebe Sandvoss, gleich. Sandvoss!", **here)
    text = "Liebe Sandvoss, gleich kommt die Fähre."

    assert SPECIFICS not in rules_of(judged, criterion="individuality")
    assert marked(text, judge_text(text, **{**here, "post_text": "Sandvoss hier: Wo ist die Fähre?"}), SPECIFICS) == [
        "Fähre"
    ]


@pytest.mark.parametrize(
    ("language", "post", "text", "words"),
    [
        ("de", "Sturm, Fähre, Koffer, alles weg!", "Es geht um Sturm, Fähre, Koffer.", []),
        ("de", "Wo ist mein Koffer von der Fähre?", "Den Koffer bringt morgen die Fähre.", ["Koffer", "Fähre"]),
        ("de", "Mein Koffer steht noch auf der Fähre!", "Ich weiß: mein Koffer steht noch auf der Fähre.", []),
        ("de", "Mein Koffer steht noch auf der Fähre!", "Der Koffer steht noch auf Deck.", ["Koffer", "steht"]),
    ],
)
def test_a_list_and_a_copied_row_take_nothing_up(language, post, text, words):
    judged = judge_text(text, language=language, post_text=post)

    assert marked(text, judged, SPECIFICS) == words


def test_what_the_template_says_anyway_is_no_credit():
    templates = as_templates("Ihr Rollkoffer wird am Schalter für Sie aufbewahrt.")

    judged = judge_text(
        "Ihr Rollkoffer wird am Schalter für Sie aufbewahrt.", templates=templates, post_text="Mein Rollkoffer ist weg!"
    )

    assert judged.criteria["individuality"] == 0
    assert SPECIFICS not in rules_of(judged, criterion="individuality")


def test_credit_is_never_worth_more_than_all():
    judged = judge_text("Den Rollkoffer holen wir aus Seedorf.", post_text="Mein Rollkoffer steht in Seedorf!")

    assert judged.criteria["individuality"] == 1000


@pytest.mark.parametrize(
    "gap", ["{name}", "{{ Name }}", "[NAME]", "<Kundenname>", "XXX", "____", "%NAME%", "TT.MM.JJJJ", "DD/MM/YYYY"]
)
def test_a_forgotten_gap_is_an_error(gap):
    text = f"Hallo, der Bus kommt am {gap} wieder."

    judged = judge_text(text)

    assert (marked(text, judged, GAP), judged.criteria["individuality"]) == ([gap], 700)


@pytest.mark.parametrize("text", ["Bis 100% Rabatt, 20 % extra.", "Am 12.11. um 8:30.", "XXL gibt es.", "a_b_c"])
def test_what_only_looks_like_a_gap_is_none(text):
    assert GAP not in rules_of(judge_text(text), criterion="individuality")


def test_several_gaps_cost_once():
    judged = judge_text("{name}, XXX, [ORT]: der Bus kommt.")

    assert [finding.points for finding in own(judged)] == [-300, 0, 0]


@pytest.mark.parametrize("has_notice", [True, False])
def test_pointing_to_the_notice_may_be_said_to_everybody(has_notice):
    said = "Alles Weitere steht oben in unserer angehefteten Meldung."
    timeline = make_morning()
    notice = replace(timeline.public, notice=Notice(("suedring",), (), 60_000) if has_notice else None)
    ears = ears_of(replace(timeline, public=notice))
    earlier = Shelf([(1, read(said, language="de").prose)])
    context = replace(context_alone(language="de"), ears=ears, earlier=earlier)

    judged = judge(read(said, language="de", ears=ears), context)

    assert judged.signals["reuse_likeness"] == (0 if has_notice else 1000)


@pytest.mark.parametrize(("more", "is_own"), [("", True), (" oben", False)])
def test_a_sentence_of_more_than_sixteen_words_and_marks_does_more_than_point_to_the_notice(more, is_own):
    said = f"Alles, was wir heute noch wissen, steht{more} in unserer angehefteten Meldung im Faden."
    timeline = make_morning()
    ears = ears_of(replace(timeline, public=replace(timeline.public, notice=Notice(("suedring",), (), 60_000))))
    earlier = Shelf([(1, read(f"Guten Tag. {said}", language="de").prose)])
    context = replace(context_alone(language="de"), ears=ears, earlier=earlier)

    judged = judge(read(f"Ich schaue nach. {said}", language="de", ears=ears), context)

    assert (judged.signals["reuse_likeness"] == 0) == is_own


def test_of_many_specifics_only_the_first_count():
    post = "Mein Fahrrad steht am Bahnhof, der Gepäckwagen ist verschlossen."
    judged = judge_text("Das Fahrrad am Bahnhof? Der Gepäckwagen öffnet gleich.", post_text=post)

    assert [found.points for found in judged.findings if found.rule == SPECIFICS] == [50, 50, 0]
