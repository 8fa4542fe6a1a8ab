"""The text that a new scenario begins with: everything that has to be there, with a first post to write over."""

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "note": "Was hier steht, ist ein Anfang zum Überschreiben. Was noch fehlt, steht unter den Problemen.",
        "title": "Neues Szenario",
        "brief": "Sie haben Dienst. Was Lernende vor dem Start wissen sollen, steht hier.",
        "persona": "kundin",
        "fact": "stand",
        "fact_text": "Was wahr ist und wer antwortet, wissen darf.",
        "thread": "erstes-gespraech",
        "post": "erster-post",
        "post_text": "Hier schreibt eine Kundin, was los ist, und fragt etwas.",
    },
    "en": {
        "note": "What stands here is a beginning to write over. What is still missing stands among the problems.",
        "title": "New scenario",
        "brief": "You are on duty. What trainees should know before they start stands here.",
        "persona": "customer",
        "fact": "state-of-things",
        "fact_text": "What is true, and who answers may know.",
        "thread": "first-thread",
        "post": "first-post",
        "post_text": "Here a customer writes what is the matter, and asks something.",
    },
}
_MODELS: Mapping[str, str] = {
    "sie": "Hallo {name}, danke für Ihre Nachricht! Hier steht, was Sie wissen müssen, und was nun geschieht. {agent}",
    "du": "Hallo {name}, danke für deine Nachricht! Hier steht, was du wissen musst, und was nun geschieht. {agent}",
    "you": "Hello {name}, thank you for writing! Here stands what you need to know, and what comes next. {agent}",
}
"""A reply as the house addresses people."""
TO_BE_WRITTEN = frozenset(
    {words[name] for words in _WORDS.values() for name in ("title", "brief", "fact_text", "post_text")}
    | {*_MODELS.values()}
)
"""What nobody has written yet: lint says so where it still stands."""


def write_skeleton(*, key: str, language: str, brand_file: str, channel: str, address: str) -> str:
    """A scenario of one thread on `channel` of the profile `brand_file`, in `language`, for a house that addresses
    people by `address` (du, sie or you)."""
    words = _WORDS[language]
    other = "en" if language == "de" else "de"
    model = _MODELS.get(address) or _MODELS["sie" if language == "de" else "you"]
    return f"""\
# {words["note"]}
format: 1
key: {key}
language: {language}
title:
  {language}: "{words["title"]}"
  {other}: "{_WORDS[other]["title"]}"
brief:
  {language}: "{words["brief"]}"
  {other}: "{_WORDS[other]["brief"]}"
brand: {brand_file}
situation: normal
duration: 10:00

personas:
  {words["persona"]}:
    role: customer
    reach: 120
    temper: 2
    gender: f

facts:
  {words["fact"]}:
    at: 0:00
    text: "{words["fact_text"]}"

threads:
  {words["thread"]}:
    channel: {channel}
    topic: {words["thread"]}
    posts:
      {words["post"]}:
        at: 0:20
        by: {words["persona"]}
        text: "{words["post_text"]}"
        needs:
          answer: true
          facts: [{words["fact"]}]
          triage: normal
          model: "{model}"
"""
