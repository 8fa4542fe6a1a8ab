"""Personal data in words: what is asked for, what is shown, and whether the way is a private one.

A sentence asks when it names a kind of data and asks, and is no mere mention. A reply that points to a private place
is not asking in public, unless it offers the public one as well ("here or by DM").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from scenarios.core.vocabulary import PERSONAL_DATA
from scoring.core.lexicon.library import PRIVACY
from scoring.core.patterns import Match, find_matches
from scoring.core.text import Sentence, Text

IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b")
PHONE = re.compile(r"(?<![\w./])(?:\+\d{2}|0)[\d][\d\s/()-]{6,16}\d(?!\w)")
STREET = re.compile(
    r"\b(?:[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|gasse|weg|allee|platz|ring)\s\d{1,3}"
    r"|\d{1,4}\s[A-Z]\w+\s(?:Street|Road|Close|Lane|Avenue|Drive|Court|Way|Terrace|Crescent))\b"
)
PLATE = re.compile(r"\b(?:[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?|[A-Z]{2}\d{2} ?[A-Z]{3})\b")
"""German with its hyphen, British with its seven characters; trains, lines and flights have neither."""
SHOWN = (
    (("auftrag", "bestell", "buchung", "order", "booking"), "order_number"),
    (("zaehler", "meter"), "meter_number"),
    (("geboren", "born"), "birth_date"),
    (("vertrag", "kunde", "account", "customer", "contract"), "customer_number"),
)
"""How the words begin that show a kind of data; any other are about the customer's account."""
YOURS = re.compile(
    r"\b(?:bei|zu) (?:Ihnen|dir|euch)\b|\bwith you\b|\byour (?:home|place|address|house|flat)\b", re.IGNORECASE
)
FREE_PHONE = re.compile(r"0(?:800|808|180|137|900|30\s?0)")
OUR_LINE = re.compile(
    r"\b(?:hotline|zentrale|servicenummer|helpline|switchboard|(?:rufen Sie|ruf|ruft|erreichen Sie|erreichst du) uns"
    r"|unse\w+ (?:nummer|telefon\w*|team|kolleg\w+)|(?:call|ring|phone|reach) us|our (?:number|line|team|desk))\b"
    r"[^.!?]{0,40}$"
    r"|(?:^|[.!?;,:–] |\b(?:please|bitte|and|und|or|oder|just|einfach) )"
    r"(?:ring|call|phone|dial|(?:rufen|wählen) Sie|ruft?|wähle?)(?: bitte)?(?: (?:the|die))? $",
    re.IGNORECASE,
)
"""What stands before a number that is the company's own: nobody is told in public to ring themselves."""
BEFORE = 120
"""Characters before a number that are looked at for that: a long text of numbers is still read once."""
MOST_SHOWN = 20
"""So much that is shown is found; a text that holds more is no reply."""
OFFICE_MAIL = re.compile(
    r"(?:service|info|kontakt|contact|hilfe|help|support|care|social|kunden\w*|customer\w*|haertefall|team|fragen|hello|hallo|post|office"
    r"|\w*(?:service|hilfe|help|care|support|rechte|rights|refunds?|claims))@",
    re.IGNORECASE,
)


class PersonalData(NamedTuple):
    """`kind` is one of vocabulary.PERSONAL_DATA; tokens `first`..`last` ask for it (`asked`) or show it."""

    kind: str
    asked: bool
    first: int
    last: int


class Privacy(NamedTuple):
    """`is_private_way`: the words send the customer to a private place and offer no public one."""

    found: tuple[PersonalData, ...]
    is_private_way: bool


def read_privacy(text: Text, *, language: str) -> Privacy:
    matches = find_matches(PRIVACY[language], text.tokens, text.sentences)
    rules = {match.rule for match in matches}
    is_private = "private" in rules and ("here" not in rules or "not_here" in rules)
    asked = [item for sentence in text.sentences for item in _asked_in(text, sentence, matches)]
    shown = _shown(text, matches)
    return Privacy((*asked, *shown), is_private)


def _asked_in(text: Text, sentence: Sentence, matches: Sequence[Match]) -> list[PersonalData]:
    inside = [match for match in matches if sentence.first <= match.first < sentence.last]
    rules = {match.rule for match in inside}
    if "pronoun_ask" in rules:
        inside += [match for match in matches if match.first < sentence.first]
        rules -= {"mention"}
    if "ask" not in rules and "pronoun_ask" not in rules or "mention" in rules:
        return []
    kinds: dict[str, Match] = {}
    for match in inside:
        if match.rule.startswith("data."):
            kinds.setdefault(match.rule.removeprefix("data."), match)
    return [PersonalData(kind, True, kinds[kind].first, kinds[kind].last) for kind in PERSONAL_DATA if kind in kinds]


def _shown(text: Text, matches: Sequence[Match]) -> list[PersonalData]:
    found = []
    for index, token in enumerate(text.tokens):
        if token.kind == "mail" and not OFFICE_MAIL.match(token.text):
            found.append(PersonalData("mail", False, index, index + 1))
    patterns = [("bank", IBAN), ("phone", PHONE), ("plate", PLATE)]
    if YOURS.search(text.clean):
        patterns.append(("address", STREET))
    taken = {item.first for item in found}
    for kind, pattern in patterns:
        for match in pattern.finditer(text.clean):
            if len(found) >= MOST_SHOWN:
                return found
            first, last = _tokens_at(text, match.start(), match.end())
            if first not in taken and not (kind == "phone" and _is_ours(text.clean, match)):
                found.append(PersonalData(kind, False, first, last))
                taken.update(range(first, last))
    found += [_name_shown(text, match) for match in matches if match.rule == "show"]
    return found[:MOST_SHOWN]


def _name_shown(text: Text, match: Match) -> PersonalData:
    word = text.tokens[match.first].norm
    kind = next((kind for beginnings, kind in SHOWN if word.startswith(beginnings)), "customer_number")
    return PersonalData(kind, False, match.first, match.last)


def _is_ours(clean: str, match: re.Match[str]) -> bool:
    """Whether a telephone number is free of charge, or called the company's by what stands before it."""
    before = clean[max(0, match.start() - BEFORE) : match.start()]
    return bool(FREE_PHONE.match(match[0]) or OUR_LINE.search(before))


def _tokens_at(text: Text, start: int, end: int) -> tuple[int, int]:
    """The tokens that characters `start` up to `end` touch; tokens are in order and do not overlap."""
    first = bisect_right(text.tokens, start, key=lambda token: token.end)
    return first, max(first + 1, bisect_left(text.tokens, end, key=lambda token: token.start))
