import pytest

from tests.scenarios.samples import SCENARIO, change, list_problems

SECOND_THREAD = """\
  zug:
    channel: forum
    topic: zug
    posts:
      zug-1: {at: 0:10, by: omar, text: Wann kommt er?}
"""


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        ("by: omar\n", "by: anna\n", ["unknown-persona @anna"]),
        ("channel: microblog", "channel: mikroblog", ["unknown-channel @mikroblog"]),
        ("[fundbuero]", "[fundbuero, ümlaut, fund]", ["not-a-key @ümlaut", "unknown-fact @fund]"]),
        ("to: rucksack-1}", "to: rucksack-9}", ["unknown-post @rucksack-9}"]),
        ("{answered: rucksack-1}", "{answered: rucksack-9}", ["unknown-post @rucksack-9}"]),
        ("{answered: rucksack-1}", "{answered: zug-1}", ["other-thread @zug-1}"]),
        ("{answered: rucksack-1}", "{answered: rucksack-1, to: rucksack-1}", ["field-of-other-condition @to:"]),
        ("{answered: rucksack-1}", "{to: rucksack-1}", ["half-condition @to:"]),
        ("{answered: rucksack-1}", "{no_answer_for: 1:00}", ["half-condition @no_answer_for:"]),
        ("{answered: rucksack-1}", "{}", ["which-condition @when:"]),
        ("by: omar\n", "by: omar\n        reply_to: rucksack-9\n", ["unknown-post @rucksack-9"]),
        ("by: omar\n", "by: omar\n        reply_to: zug-1\n", ["other-thread @zug-1"]),
        ("by: omar\n", "by: omar\n        reply_to: rucksack-2\n", ["reply-to-itself @rucksack-2"]),
        ("by: omar\n", "by: omar\n        reply_to: rucksack-3\n", ["reply-to-reaction @rucksack-3"]),
        ("at: 1:00", "at: 0:20", ["reply-before-post @0:20"]),
        ("rucksack-4, by", "rucksack-2, by", ["post-twice @rucksack-2"]),
        ("      rucksack-danke:", "      rucksack-still:", ["duplicate-key @rucksack-still:"]),
        ("zug-1:", "rucksack-2:", ["post-twice @rucksack-2:"]),
        ("  dank: {", "  warten: {", ["template-twice @warten:"]),
    ],
)
def test_what_is_meant_has_to_exist_where_it_is_meant(old: str, new: str, problems: list[str]) -> None:
    assert list_problems(change(old, new, text=SCENARIO + SECOND_THREAD)) == problems


def test_keys_of_reactions_are_valid_in_the_whole_scenario() -> None:
    thread = SECOND_THREAD + (
        "    reactions:\n"
        "      rucksack-danke:\n"
        "        when: {answered: zug-1}\n"
        "        after: 0:10\n"
        "        post: {key: zug-2, by: omar, text: Danke}\n"
    )

    assert list_problems(SCENARIO + thread) == ["reaction-twice @rucksack-danke:"]
