"""What the tricks are made of: words of a text, the facts that are nearest to a post, and set phrases per language."""

import re

from scoring.core.robots.cast import Sheet

WORD = re.compile(r"\w+(?:[.:]\d+)*")
LONG = 5
"""Letters of a word that says something."""

PHRASES = {
    "de": {
        "hello": "Hallo",
        "maybe": "Vielleicht",
        "allegedly": "Angeblich",
        "not_true": "Es stimmt nicht, dass",
        "doubt": "Ich bezweifle, dass",
        "whether": "Ich weiß nicht, ob",
        "did_you_know": "Wussten Sie schon",
        "who_says": "Wer behauptet denn, dass",
        "rumour": "Man hört so einiges",
        "if": "Falls das stimmt",
        "lie": "Das ist gelogen.",
        "sorry": "Das tut mir sehr leid, ich verstehe gut, wie ärgerlich das ist.",
        "thanks": "Vielen Dank für Ihre Nachricht",
        "look": "Ich kümmere mich gern darum und melde mich bis heute Abend",
        "yes": "Ja, gern!",
        "with": "Es geht um",
    },
    "en": {
        "hello": "Hi",
        "maybe": "Maybe",
        "allegedly": "Allegedly",
        "not_true": "It is not true that",
        "doubt": "I doubt that",
        "whether": "I don't know whether",
        "did_you_know": "Did you know",
        "who_says": "Who says that",
        "rumour": "People say all sorts of things",
        "if": "If that is so",
        "lie": "That is a lie.",
        "sorry": "I'm so sorry, I can see how annoying that is.",
        "thanks": "Thank you for your message",
        "look": "I'll gladly look into it and get back to you by this evening",
        "yes": "Yes, of course!",
        "with": "This is about",
    },
}


def say(sheet: Sheet, key: str) -> str:
    return PHRASES[sheet.language][key]


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def list_nearest(sheet: Sheet, *, count: int = 1) -> str:
    """The known facts that have most words in common with the post; of equals the first."""
    asked = {word.lower() for word in words_of(sheet.post) if len(word) >= LONG}
    common = [len(asked & {word.lower() for word in words_of(fact)}) for fact in sheet.facts]
    order = sorted(range(len(common)), key=lambda at: (-common[at], at))
    return " ".join(sheet.facts[at] for at in order[:count])


def join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def greet(sheet: Sheet, *parts: str) -> str:
    """Between a greeting and initials."""
    return join(f"{say(sheet, 'hello')} {sheet.name},", *parts, sheet.agent)
