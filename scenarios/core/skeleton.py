"""The text that a new scenario begins with: everything that has to be there, with a first post to write over."""

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "note": "Was hier steht, ist ein Anfang zum Überschreiben. Was fehlt, steht unter den Problemen.",
        "title": "Neues Szenario",
        "other_title": "New scenario",
        "brief": "Sie haben Dienst. Was Lernende vor dem Start wissen sollen, steht hier.",
        "other_brief": "You are on duty. What trainees should know before they start stands here.",
        "persona": "kundin",
        "fact": "stand",
        "fact_text": "Was wahr ist und wer antwortet, wissen darf.",
        "thread": "erstes-gespraech",
        "post": "erster-post",
        "post_text": "Hier schreibt eine Kundin, was los ist, und fragt etwas.",
        "model": "Hallo {name}, danke für Ihre Nachricht! Was wahr ist, steht hier, und was nun geschieht. {agent}",
    },
    "en": {
        "note": "What stands here is a beginning to write over. What is missing stands among the problems.",
        "title": "New scenario",
        "other_title": "Neues Szenario",
        "brief": "You are on duty. What trainees should know before they start stands here.",
        "other_brief": "Sie haben Dienst. Was Lernende vor dem Start wissen sollen, steht hier.",
        "persona": "customer",
        "fact": "state-of-things",
        "fact_text": "What is true, and who answers may know.",
        "thread": "first-thread",
        "post": "first-post",
        "post_text": "Here a customer writes what is the matter, and asks something.",
        "model": "Hello {name}, thank you for writing! What is true stands here, and what comes next. {agent}",
    },
}


def write_skeleton(*, key: str, language: str, brand_file: str, channel: str) -> str:
    """A scenario of one thread on `channel` of the profile `brand_file`, in `language`."""
    words = _WORDS[language]
    other = "en" if language == "de" else "de"
    return f"""\
# {words["note"]}
format: 1
key: {key}
language: {language}
title:
  {language}: "{words["title"]}"
  {other}: "{words["other_title"]}"
brief:
  {language}: "{words["brief"]}"
  {other}: "{words["other_brief"]}"
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
          model: "{words["model"]}"
"""
