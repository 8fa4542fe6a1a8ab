"""What the crowd says: in storms of 300 hardly two posts are alike, and most start with words of their own."""

from collections import Counter
from itertools import combinations

import pytest

from scenarios.core.public import Voice
from scenarios.core.sameness import LEAST_OWN_STARTS, MOST_ALIKE, find_alike, measure_sameness
from scenarios.core.stock.crowd import LINES, PLEASED, pools_of, shares_of
from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import SITUATIONS, TEMPERS
from scoring.core.lexicon.library import TONE
from scoring.core.masking import mask_text
from scoring.core.patterns import find_matches
from scoring.core.text import analyse
from simulator.core.crowd.fitting import find_said, list_fitting, pick_address
from simulator.core.crowd.stream import Stream
from simulator.core.crowd.wording import Wording, Writer
from tests.simulator.crowds import PLACES, THINGS, make_crowd, make_storm

STORM = 300
SCENARIOS = [(situation, language) for situation in ("outage", "storm") for language in ("de", "en")]


def mask(text: str, *, language: str) -> str:
    """`text` as scoring compares it."""
    analysed = analyse(text)
    acts = find_matches(TONE[language], analysed.tokens, analysed.sentences)
    return mask_text(analysed, acts=acts, names=frozenset()).whole


def find_storm(timeline: Timeline, *, seed: int, posts: int = STORM) -> Stream:
    stream = Stream(timeline, seed=seed, seconds=timeline.duration_ms // 1_000 + 1)
    while stream.find_more(timeline.duration_ms):
        pass
    # As thinning would at a steady rate.
    share = (posts << 64) // len(stream.found)
    stream.found = [candidate for candidate in stream.found if candidate.mark < share]
    return stream


def write_storm(timeline: Timeline, *, seed: int, posts: int = STORM) -> list[str]:
    stream = find_storm(timeline, seed=seed, posts=posts)
    return [stream.writer.write(candidate.wording) for candidate in stream.found]


@pytest.mark.thorough
@pytest.mark.parametrize(("situation", "language"), SCENARIOS)
def test_hardly_two_posts_of_a_storm_are_alike(situation, language):
    timeline = make_storm(situation, language)
    measured = [
        measure_sameness(write_storm(timeline, seed=seed), lambda text: mask(text, language=language))
        for seed in range(20)
    ]

    assert max(each.share for each in measured) <= MOST_ALIKE
    assert min(each.own_starts for each in measured) >= LEAST_OWN_STARTS


def test_parts_drawn_each_for_itself_would_be_alike(monkeypatch):
    """The sabotage twin: nobody remembers what was used with what."""

    def forget(writer: Writer, body: str, pool, starts) -> tuple[str, ...]:
        return tuple(pool.closers[start % len(pool.closers)] for start in starts)

    monkeypatch.setattr(Writer, "_pick_closers", forget)
    texts = write_storm(make_storm("storm", "de"), seed=7)

    assert measure_sameness(texts, lambda text: mask(text, language="de")).share > MOST_ALIKE


def test_no_two_texts_of_a_storm_share_two_parts():
    stream = find_storm(make_storm(), seed=7)
    pairs = Counter(
        pair
        for candidate in stream.found
        for pair in [
            (candidate.wording.opener, candidate.wording.body),
            *((candidate.wording.body, closer) for closer in candidate.wording.closers),
            *combinations(sorted(candidate.wording.closers), 2),
        ]
    )

    assert [pair for pair, times in pairs.items() if times > 1] == []


@pytest.mark.parametrize(("situation", "language"), SCENARIOS)
def test_bodies_are_filled_with_the_scenarios_own_words(situation, language):
    timeline = make_storm(situation, language)
    stream = find_storm(timeline, seed=7)
    texts = write_storm(timeline, seed=7)

    assert not any("{" in text for text in texts)
    assert {candidate.wording.place for candidate in stream.found} == set(PLACES[language])
    assert {candidate.wording.thing for candidate in stream.found} == set(THINGS[situation, language])


def test_a_body_comes_again_only_when_all_of_its_voice_have_been_said():
    bodies = [
        post.wording.body for post in find_storm(make_storm(), seed=7, posts=900).found if post.voice.key == "stuck"
    ]

    assert len(set(bodies[:13])) == 13
    assert len(set(bodies[13:26])) == 13


def test_an_author_always_writes_in_the_same_way():
    ways: dict[int, set[tuple[str, ...]]] = {}
    for candidate in find_storm(make_storm(), seed=7).found:
        ways.setdefault(candidate.author, set()).add(candidate.wording.styles)

    assert {len(each) for each in ways.values()} == {1}
    assert {styles[0] for each in ways.values() for styles in each} == {"du", "sie"}


def test_a_scenarios_own_openers_and_closers_stand_in_place_of_the_stock():
    own = {"openers": ("Mist,",), "closers": tuple(f"Das ist Satz {word}." for word in ("eins", "zwei", "drei"))}
    found = find_storm(make_storm(**own), seed=7).found

    assert {post.wording.opener for post in found} == {"Mist,"}
    assert {closer for post in found for closer in post.wording.closers} == set(own["closers"])


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_stock_keeps_what_it_promises(language, situation):
    pools = pools_of(make_crowd(openers=(), closers=()), language, situation=situation)

    assert set(pools) == set(TEMPERS)
    for pool in pools.values():
        assert len(set(pool.openers)) == len(pool.openers) >= 18
        assert len(set(pool.closers)) == len(pool.closers) >= 30
        assert max(len(opener.split()) for opener in pool.openers) <= 3
        assert find_alike([mask(closer, language=language) for closer in pool.closers]) == []


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("phase", ["witnesses", "press", "flood", "morphing"])
def test_every_phase_of_every_situation_has_its_tempers(situation, phase):
    shares = shares_of(situation, phase)

    assert sum(shares.values()) == 10
    assert set(shares) <= set(TEMPERS)


@pytest.mark.parametrize(
    ("opener", "begins"),
    [
        ("Leute,", "Leute, kommt"),
        ("Also", "Also kommt"),
        ("Update:", "Update: Kommt"),
        ("Es langt!", "Es langt! Kommt"),
        ("", "Kommt"),
    ],
)
def test_a_body_begins_with_a_capital_unless_the_openers_sentence_goes_on(opener, begins):
    body = "kommt {thing} aus {place} noch"
    writer = Writer(make_storm(), make_crowd(), seed=7)
    wording = Wording(opener, body, ("Wohl nicht.",), "Moosham", "der RE 4", ("du",), 0)

    assert writer.write(wording) == f"{begins} der RE 4 aus Moosham noch. Wohl nicht."


@pytest.mark.parametrize("opener", ["Nun,", "{place}:"])
def test_variables_are_filled_in_openers_and_closers_too(opener):
    closers = ("{brand} schweigt dazu.", "{thing} war in {place} schon voll.", "Danke für nichts, {handle}.")
    writer = Writer(make_storm(), make_crowd(), seed=7)
    wording = Wording(opener, "so ist es", closers, "Moosham", "der RE 4", ("du",), 0)

    assert writer.write(wording) == (
        f"{opener.replace('{place}', 'Moosham')} {'so' if opener == 'Nun,' else 'So'} ist es. "
        "Seenbahn schweigt dazu. Der RE 4 war in Moosham schon voll. Danke für nichts, @seenbahn."
    )


def test_an_empty_closer_leaves_no_blanks():
    writer = Writer(make_storm(), make_crowd(), seed=7)
    texts = [
        writer.write(Wording("", "so ist es", closers, "", "", ("du",), 0))
        for closers in [("", "Ende."), ("Ende.", ""), ("", "")]
    ]

    assert texts == ["So ist es. Ende.", "So ist es. Ende.", "So ist es."]


@pytest.mark.parametrize(
    ("opener", "body", "expected"),
    [
        ("Frage:", "fährt heute noch etwas?", True),
        ("Frage:", "der Zug steht", False),
        ("Frage:", "wer hat das abgenickt", False),
        ("Update:", "der Zug steht", True),
        ("Update:", "fährt heute noch etwas?", False),
        ("Update:", "wer hat das abgenickt", False),
        ("Update:", "„wer“ steht da in Anführungszeichen", False),
        ("Boah,", "wer hat das abgenickt", True),
    ],
)
def test_an_opener_that_announces_something_stands_before_it(opener, body, expected):
    assert list_fitting([opener], body, language="de") == [opener] * expected


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_opener_that_announces_something_is_in_the_stock(language):
    """The sets name what is there: one that was renamed in one place only would go before anything."""
    lines = LINES[language]
    stock = {opener for openers in lines.OPENERS.values() for opener in openers} | {"Gerade gelesen:"}

    assert stock >= lines.BEFORE_QUESTIONS | lines.BEFORE_STATEMENTS


def test_who_says_sie_is_dealt_what_has_no_ihr_in_it():
    deck = ["es gibt noch eins", "habt ihr davon gehört"]

    assert [find_said(deck, address) for address in ("du", "sie")] == [1, 0]
    assert find_said(deck[1:], "sie") == 0


def test_closers_call_the_brand_what_the_body_calls_it():
    assert [pick_address(body, "sie") for body in ("habt ihr das gehört", "das geht so nicht")] == ["du", "sie"]


def test_nobody_is_pleased_by_chance():
    """A cheerful sentence after a complaint is what gives a crowd away."""
    of_chance = {
        temper
        for situation in SITUATIONS
        for phase in ("witnesses", "press", "flood", "morphing")
        for temper in shares_of(situation, phase)
        if situation != "praise"
    }

    assert PLEASED not in of_chance
    assert set(shares_of("praise", "flood")) == {PLEASED}


def test_a_voice_says_how_its_speakers_are_disposed():
    assert shares_of("outage", "flood", tempers=("asking", "weary")) == {"asking": 3, "weary": 3}
    assert shares_of("outage", "flood", tempers=("eager",)) == {"eager": 1}

    joyful = Voice("joy", "joy", "microblog", 1, ("so ist es",), tempers=("eager",))
    stock = set(LINES["de"].CLOSERS["eager"])
    found = find_storm(make_storm(voices=(joyful,)), seed=7).found

    assert {closer for post in found for closer in post.wording.closers} <= stock


@pytest.mark.parametrize("language", ["de", "en"])
def test_who_waits_says_other_things_than_who_is_outraged(language):
    crowd = make_crowd(openers=(), closers=())
    outage, storm = (pools_of(crowd, language, situation=each)["asking"].closers for each in ("outage", "storm"))

    assert set(LINES[language].OUTAGE["asking"]) <= set(outage) - set(storm)
    assert set(LINES[language].STORM["asking"]) <= set(storm) - set(outage)
