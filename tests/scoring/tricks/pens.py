"""The tricks, each a pure function of what is on the desk: the post, the facts that are known, the templates.

`CHEATS` tell nothing, or deny what they tell, and should get nowhere. `HALVES` send the nearest fact as it stands: that
is half of a fair answer, and passes where it is all that was asked. "That is a lie." in front of it is what somebody
says who sets a rumour right, and is read so.
"""

from collections.abc import Mapping

from scoring.core.robots.cast import Pen, Sheet
from tests.scoring.tricks.words import LONG, greet, join, list_nearest, say, words_of

FIRST = 120
"""Characters of a post that are given back."""


def _frame(key: str, mark: str = ":", end: str = "") -> Pen:
    """The nearest fact behind a phrase that denies it, doubts it or asks for it."""

    def write(sheet: Sheet) -> str:
        fact = list_nearest(sheet)
        return greet(sheet, f"{say(sheet, key)}{mark}", fact.rstrip(".") + end if end else fact)

    return write


def alphabetical(sheet: Sheet) -> str:
    return greet(sheet, " ".join(sorted(words_of(list_nearest(sheet)), key=str.lower)))


def backwards(sheet: Sheet) -> str:
    return greet(sheet, " ".join(reversed(words_of(list_nearest(sheet)))))


def by_length(sheet: Sheet) -> str:
    return greet(sheet, " ".join(sorted(words_of(list_nearest(sheet)), key=len)))


def long_words(sheet: Sheet) -> str:
    """The words that say something, in alphabetical order."""
    words = [word for word in words_of(list_nearest(sheet)) if len(word) >= LONG or word[0].isdigit()]
    return greet(sheet, " ".join(sorted(words, key=str.lower)))


def every_other_first(sheet: Sheet) -> str:
    words = words_of(list_nearest(sheet))
    return greet(sheet, " ".join((*words[::2], *words[1::2])))


def denied_behind(sheet: Sheet) -> str:
    return greet(sheet, list_nearest(sheet), say(sheet, "lie"))


def denied_in_front(sheet: Sheet) -> str:
    return greet(sheet, say(sheet, "lie"), list_nearest(sheet))


def if_so(sheet: Sheet) -> str:
    return greet(sheet, f"{say(sheet, 'if')}:", list_nearest(sheet))


def whole_post(sheet: Sheet) -> str:
    return greet(sheet, sheet.post)


def yes_and_post(sheet: Sheet) -> str:
    return greet(sheet, say(sheet, "yes"), sheet.post[:FIRST].rpartition(" ")[0])


def sorry_and_post(sheet: Sheet) -> str:
    return greet(sheet, say(sheet, "sorry"), say(sheet, "with"), sheet.post[:FIRST].rpartition(" ")[0], ".")


def quoted_post(sheet: Sheet) -> str:
    return greet(sheet, f"„{sheet.post}“", say(sheet, "thanks"), "!")


def sorted_post(sheet: Sheet) -> str:
    return greet(sheet, " ".join(sorted(words_of(sheet.post), key=str.lower)))


def longest_words(sheet: Sheet) -> str:
    """The longest words of the post in a friendly frame."""
    words = sorted(dict.fromkeys(words_of(sheet.post)), key=lambda word: (-len(word), word))[:4]
    return greet(sheet, say(sheet, "sorry"), say(sheet, "with"), ", ".join(words) + ".", say(sheet, "look") + ".")


def first_template(sheet: Sheet) -> str:
    return sheet.templates[0] if sheet.templates else sheet.agent


def template_and_words(sheet: Sheet) -> str:
    words = sorted(dict.fromkeys(words_of(sheet.post)), key=lambda word: (-len(word), word))[:2]
    return join(first_template(sheet), " ".join(words))


def sorry_thrice(sheet: Sheet) -> str:
    return greet(sheet, *[say(sheet, "sorry")] * 3)


def kind_promise(sheet: Sheet) -> str:
    return greet(sheet, say(sheet, "thanks") + "!", say(sheet, "sorry"), say(sheet, "look") + ".")


def plain_yes(sheet: Sheet) -> str:
    return greet(sheet, say(sheet, "yes"))


def figures_alone(sheet: Sheet) -> str:
    """Every figure of every known fact."""
    return greet(sheet, ", ".join(word for fact in sheet.facts for word in words_of(fact) if word[0].isdigit()))


def beginnings(sheet: Sheet) -> str:
    """The first four words of every known fact."""
    return greet(sheet, " ... ".join(" ".join(words_of(fact)[:4]) for fact in sheet.facts))


def all_facts(sheet: Sheet) -> str:
    return greet(sheet, *sheet.facts)


def post_and_fact(sheet: Sheet) -> str:
    return join(sheet.post[:FIRST].rpartition(" ")[0], list_nearest(sheet))


def greeted_fact(sheet: Sheet) -> str:
    return greet(sheet, list_nearest(sheet))


def bare_fact(sheet: Sheet) -> str:
    return list_nearest(sheet)


def kind_facts(sheet: Sheet) -> str:
    return greet(sheet, say(sheet, "sorry"), list_nearest(sheet, count=2))


CHEATS: Mapping[str, Pen] = {
    "maybe: fact": _frame("maybe"),
    "maybe. fact": _frame("maybe", "."),
    "allegedly: fact": _frame("allegedly"),
    "rumour: fact": _frame("rumour"),
    "if that is so: fact": if_so,
    "not true that fact": _frame("not_true", ""),
    "doubt that fact": _frame("doubt", ""),
    "don't know whether fact": _frame("whether", ""),
    "did you know: fact?": _frame("did_you_know", end="?"),
    "who says that fact?": _frame("who_says", "", end="?"),
    "fact?": lambda sheet: greet(sheet, list_nearest(sheet).rstrip(".") + "?"),
    "fact. that is a lie": denied_behind,
    "fact, alphabetical": alphabetical,
    "fact, backwards": backwards,
    "fact, by length": by_length,
    "fact, every other word first": every_other_first,
    "fact, long words alphabetical": long_words,
    "whole post": whole_post,
    "yes, post": yes_and_post,
    "sorry, post": sorry_and_post,
    "post quoted, thanks": quoted_post,
    "post, alphabetical": sorted_post,
    "longest words of post": longest_words,
    "first template": first_template,
    "template, words of post": template_and_words,
    "sorry, three times": sorry_thrice,
    "kind promise": kind_promise,
    "yes": plain_yes,
    "all figures": figures_alone,
    "first words of all facts": beginnings,
}
HALVES: Mapping[str, Pen] = {
    "post, fact": post_and_fact,
    "greeting, fact": greeted_fact,
    "all facts": all_facts,
    "fact alone": bare_fact,
    "that is a lie. fact": denied_in_front,
    "sympathy, two facts": kind_facts,
}
