"""A small valid scenario with its brand, which tests change line by line; and a large one, made to any size."""

import re

from scenarios.core.compiler import compile_scenario
from scenarios.core.problems import Problem
from scenarios.core.timeline import Timeline

BRAND = """\
format: 1
key: seenbahn
language: de
name: Seenbahn
handle: "@seenbahn"
address: sie
sign_off: initials
service_name: Team Seenbahn
private_addresses: [service@seenbahn.example]
channels:
  microblog: {name: Zwitscher, kind: microblog, limit: 280, first_target: 4:00, next_target: 6:00}
  forum: {name: Forum, kind: forum, first_target: 6:00, next_target: 9:00}
templates:
  warten: {title: Warten, text: "Hallo {name}, wir sehen nach. {agent}"}
"""

SCENARIO = """\
format: 1
key: quiet-morning
language: de
title: {de: Ein ruhiger Morgen, en: A quiet morning}
brief: {de: Sie haben Dienst., en: You are on duty.}
brand: brands/seenbahn.de.yaml
situation: normal
duration: 10:00
rubric: {weights: {speed: 2, tone: 1, individuality: 1}}
personas:
  jana: {role: customer, reach: 140, temper: 3, gender: f}
  omar: {role: critic, name: Omar Yildiz, handle: "@omar"}
facts:
  fundbuero: {at: 0:30, text: Das Fundbüro öffnet um neun., approved: ab neun Uhr}
templates:
  dank: {title: Dank, text: "Danke, {name}! {agent}"}
threads:
  rucksack:
    channel: microblog
    topic: fundsache
    posts:
      rucksack-1:
        at: 0:20
        by: jana
        text: Mein Rucksack 🎒 fährt ohne mich weiter, @{brand}!
        needs:
          answer: true
          facts: [fundbuero]
          acts: [feeling, next_step]
          triage: urgent
          model: "Hallo {name}, wie ärgerlich! Ich suche Ihren Rucksack, das Fundbüro hat ab neun Uhr offen. {agent}"
      rucksack-2:
        at: 1:00
        by: omar
        text: Typisch.
    reactions:
      rucksack-still:
        when: {no_answer_for: 3:00, to: rucksack-1}
        after: 0:20
        post: {key: rucksack-3, by: jana, text: Hallo?}
      rucksack-danke:
        when: {answered: rucksack-1}
        after: 0:40
        post: {key: rucksack-4, by: jana, text: Danke!, needs: {answer: false, triage: leave}}
"""

FILE = "quiet.yaml"
BRAND_FILE = "brands/seenbahn.de.yaml"


def compile_text(text: str | bytes, *, brand: str | bytes | None = BRAND) -> tuple[Timeline | None, list[Problem]]:
    """Compiles `text` beside one brand profile, or none."""
    return compile_scenario(text, file=FILE, brands=lambda _: None if brand is None else (BRAND_FILE, brand))


def change(old: str, new: str, *, text: str = SCENARIO) -> str:
    """`text` with `old`, which must be there exactly once, replaced."""
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    return text.replace(old, new)


def list_problems(text: str, *, brand: str | None = BRAND) -> list[str]:
    """The problems of `text` and `brand` as `CODE @what-stands-there`, those of the brand with `brand:` before it."""
    shown = []
    for problem in compile_text(text, brand=brand)[1]:
        source = text if problem.file == FILE else brand or ""
        rest = source.split("\n")[problem.line - 1][problem.column - 1 :]
        token = _TOKEN.match(rest)
        where = "" if problem.file == FILE else "brand: "
        shown.append(f"{where}{problem.code} @{token[0] if token else ''}")
    return shown


_TOKEN = re.compile(r"[^\s,}\]]+[}\]]?")


def generate_scenario(*, bytes_wanted: int) -> str:
    """A sound scenario of at least `bytes_wanted` bytes, made of threads like those that authors write."""
    head, _, _ = SCENARIO.partition("threads:\n")
    lines = [change("duration: 10:00", "duration: 24:00:00", text=head), "threads:\n"]
    size, number = sum(map(len, lines)), 0
    while size < bytes_wanted:
        number += 1
        block = _generate_thread(number)
        size += len(block.encode())
        lines.append(block)
    return "".join(lines)


def generate_threads(count: int) -> str:
    """So many threads of three posts each, one of them brought by a reaction, below `threads:`."""
    return "".join(map(_generate_thread, range(1, count + 1)))


def _generate_thread(number: int) -> str:
    minutes = number * 4
    at = f"{minutes // 60}:{minutes % 60:02}:20"
    later = f"{minutes // 60}:{minutes % 60:02}:50"
    return f"""\
  faden-{number}:
    channel: {"forum" if number % 3 else "microblog"}
    topic: thema-{number % 7}
    posts:
      post-{number}-a:
        at: {at}
        by: jana
        text: >
          Zug {number} ist schon wieder zu spät, und in Überlingen 😤 weiß niemand, wann er kommt.
          Was soll ich jetzt tun, liebe {{brand}}?
        needs:
          answer: true
          facts: [fundbuero]
          acts: [feeling, apology, next_step]
          private: false
          triage: normal
          model: "Hallo {{name}}, das ist ärgerlich. Zug {number} kommt, ab neun Uhr wissen wir mehr. {{agent}}"
      post-{number}-b:
        at: {later}
        by: omar
        text: "Bei mir genauso, seit {number} Tagen. Schöne Grüße aus Konstanz!"
    reactions:
      still-{number}:
        when: {{no_answer_for: 3:00, to: post-{number}-a}}
        after: 0:20
        post: {{key: post-{number}-c, by: jana, text: "Ist da überhaupt jemand?"}}
"""
