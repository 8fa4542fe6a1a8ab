"""English service talk: what a rule has to hear in it, and the near miss that it has to leave alone."""

import pytest

from tests.scoring.replies import judge_text, rules_of

HEARD = [
    ("condescension", "As already announced twice, the office is shut.", "We announced it at nine."),
    ("condescension", "Read our pinned post before complaining.", "Read it before you travel, it helps."),
    ("condescension", "Nobody’s forcing you to come.", "Nobody’s at the desk yet."),
    ("condescension", "There’s always the bike.", "There’s always another train at 10:05."),
    ("condescension", "People like you are why we are late.", "People on platform 2 can board."),
    ("condescension", "It’s only a parcel.", "It’s your parcel that is late."),
    ("condescension", "You were warned, if you say so.", "They take it back if you say so."),
    ("condescension", "As we all know, it is shut.", "As far as we know it is shut."),
    ("blame", "That is not our department.", "Your end date is in the letter."),
    ("blame", "Please contact customer services.", "Contact me and I’ll sort it."),
    ("blame", "She ought to have checked.", "You ought to have heard from us first."),
    ("blame", "We can’t discuss that here.", "We talked about that here."),
    ("overpromise", "It opens at nine on the dot.", "It opens at nine."),
    ("overpromise", "Ten minutes at most.", "By the time you arrive it may be gone, and there is no guarantee."),
    ("advertising", "Why not take a look at our plans?", "Why not today? The desk is shut."),
    ("advertising", "Our passes offer excellent value.", "The pass is valid."),
    ("stalling", "Please refer to our official channels.", "The signal on channel 5 is back."),
    ("stalling", "All details can be found on the website.", "The form is at shop.example/form."),
    ("stalling", "We’re looking into things.", "We’re at the desk until six."),
    ("stalling", "Waiting times are longer than usual.", "The wait is ten minutes."),
    ("canned", "Your comfort is our top priority.", "Your seat is in coach 4."),
    ("canned", "We never want to let our customers down.", "I let you down."),
    ("canned", "Hope you enjoy the pleasant evening.", "The pleasant evening train is at 20:15."),
    ("denial", "We are not aware of that.", "Why it broke is not known yet."),
    ("officialese", "Clause and paragraph forbid it.", "Clause 7 forbids it."),
    ("feeling", "That must have been terrifying.", "That is not terrifying."),
    ("feeling", "I’d be furious as well.", "I’d be there at six."),
    ("ownership", "That was careless of us.", "That was told to us."),
    ("ownership", "The notice was misleading.", "The notice was on the door."),
    ("ownership", "It should have been answered in May.", "It was answered in May."),
    ("ownership", "Five weeks is far too long.", "Five weeks is what it takes."),
    ("next_step", "I’m chasing the depot.", "They chase balls."),
    ("next_step", "You’ll hear from me.", "You heard that song."),
    ("next_step", "I’ve handed it to the lab.", "They had it handed in."),
    ("explanation", "What’s failed is a pump.", "The pump runs."),
]


@pytest.mark.parametrize(("rule", "text", "near"), HEARD, ids=[f"{rule}: {text}" for rule, text, _ in HEARD])
def test_the_rule_hears_the_one_and_leaves_the_other(rule, text, near):
    heard = [f"tone.{rule}" in rules_of(judge_text(each, language="en")) for each in (text, near)]

    assert heard == [True, False]


def test_a_lecture_is_worth_less_than_the_same_facts_without_it():
    plain = judge_text("Hello Ms Summer, the office opens at 9:30.", language="en")
    lecture = judge_text("Hello Ms Summer, as already announced twice, the office opens at 9:30.", language="en")

    assert lecture.criteria["tone"] < plain.criteria["tone"]
