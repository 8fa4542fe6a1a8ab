"""The robots: each is the expert with one thing else, so that a score that cannot tell them apart shows what it misses.

What each does, in words, and why: docs/rehearsal.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from scoring.core.robots.pace import HESITANT, PASTING, PERSON, Pace

MODEL, PARAPHRASE, TEMPLATE, PARROT = "model", "paraphrase", "template", "parrot"
NONE, NEEDED, ALL, EASY = "none", "needed", "all", "easy"
TRIAGE, COMING, NEWEST = "triage", "coming", "newest"
HAND_OVER, HIDE = "hand_over", "hide"


class Sheet(NamedTuple):
    """What lies before somebody who answers `post` by a rule: names are filled in, facts are those known and true."""

    language: str
    name: str
    agent: str
    post: str
    facts: tuple[str, ...]
    templates: tuple[str, ...]


Pen = Callable[[Sheet], str]


@dataclass(frozen=True, slots=True)
class Robot:
    """`writes`: the model, its paraphrase, a template, another post's model (parrot), or the kind of its own lines
    (`scoring.core.robots.lines`). `pen` writes instead of all that, where there is one: a trick that is tried.

    `answers`: which posts, `order`: which of them first. `is_thorough`: it does what is not a
    reply as well: hands over, treats, keeps the notice, answers in private, waits for facts, resolves. `triages`: of
    that, it hands over and treats, because clicks are cheap. `does`: what it does to every post instead of answering.
    """

    key: str
    writes: str = MODEL
    answers: str = NEEDED
    order: str = TRIAGE
    pace: Pace = PERSON
    is_thorough: bool = False
    triages: bool = False
    does: str = ""
    pen: Pen | None = None


EXPERT = Robot("expert", is_thorough=True)
ABSENT = Robot("absent", answers=NONE)

ROBOTS: Mapping[str, Robot] = {
    robot.key: robot
    for robot in (
        EXPERT,
        Robot("paraphraser", PARAPHRASE, is_thorough=True),
        ABSENT,
        Robot("slow", pace=HESITANT, is_thorough=True),
        Robot("spammer", TEMPLATE, pace=PASTING),
        Robot("polite", "polite"),
        Robot("defensive", "defensive"),
        Robot("overpromiser", "overpromiser"),
        Robot("privacy_breaker", "privacy_breaker"),
        Robot("answers_everything", answers=ALL, order=COMING),
        Robot("no_triage", order=NEWEST),
        Robot("stuffer", "stuffer", triages=True),
        Robot("dumper", "dumper", pace=PASTING, triages=True),
        Robot("parrot", PARROT, triages=True),
        Robot("words", "words", triages=True),
        Robot("echo", "echo", triages=True),
        Robot("brusher", "brusher", triages=True),
        Robot("mover", "mover", triages=True),
        Robot("delegator", answers=NONE, does=HAND_OVER),
        Robot("hider", answers=NONE, does=HIDE),
        Robot("picker", answers=EASY, triages=True),
    )
}
"""By key, as `rehearsal` names them."""
