"""Numbers, clock times, spans of time and amounts as people write them, German and English."""

from collections.abc import Mapping

from scoring.core.text import list_words

NUMBERS: Mapping[str, Mapping[str, int]] = {
    "de": {
        "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
        "elf": 11, "zwoelf": 12, "fuenfzehn": 15, "zwanzig": 20, "dreissig": 30, "vierzig": 40,
        "fuenfundvierzig": 45, "fuenfzig": 50, "sechzig": 60, "neunzig": 90, "hundert": 100,
    },
    "en": {
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45,
        "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100,
    },
}  # fmt: skip
ONE = list_words("ein eine einer einem einen a an one")
HOURS: Mapping[str, Mapping[str, int]] = {
    "de": {"ein": 1, "eins": 1, **{word: n for word, n in NUMBERS["de"].items() if n <= 12}},
    "en": {"one": 1, **{word: n for word, n in NUMBERS["en"].items() if n <= 12}},
}

MINUTES = {
    **dict.fromkeys(("min", "mins", "minute", "minuten", "minutes"), 1),
    **dict.fromkeys(("std", "stunde", "stunden", "hour", "hours", "hr", "hrs"), 60),
    **dict.fromkeys(("tag", "tage", "tagen", "day", "days", "werktage", "werktagen", "working"), 24 * 60),
    **dict.fromkeys(("woche", "wochen", "week", "weeks"), 7 * 24 * 60),
    **dict.fromkeys(("monat", "monate", "monaten", "month", "months"), 30 * 24 * 60),
    **dict.fromkeys(("jahr", "jahre", "jahren", "year", "years"), 365 * 24 * 60),
}
"""Units of time in minutes. 48 hours and two days are the same."""
SPANS: Mapping[str, int] = {"viertelstunde": 15, "dreiviertelstunde": 45, "anderthalb": 90, "eineinhalb": 90}
HALVES = list_words("halbe halben half")

MONEY = list_words("€ £ $ euro euros eur pound pounds quid dollar dollars")
PERCENT = list_words("% prozent percent")

BEFORE_CLOCK: Mapping[str, frozenset[str]] = {
    "de": list_words("um bis gegen ab vor nach seit"),
    "en": list_words("at by until till around before after since"),
}
"""What stands before a bare hour: "bis 18", "by eight"."""
AFTER_CLOCK = list_words("tonight today tomorrow sharp heute morgen abends frueh wieder")
NEVER_CLOCK: Mapping[str, frozenset[str]] = {"de": list_words("zu"), "en": list_words("least most")}

TOMORROW = list_words("tomorrow tonight uebermorgen")
WEEKDAYS = list_words("""
    montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend
    monday tuesday wednesday thursday friday saturday sunday
""")
MIDNIGHT = list_words("mitternacht midnight")
NOON = list_words("noon midday")
