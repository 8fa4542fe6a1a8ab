"""What somebody proposed as articles, as their own page shows it."""

from dataclasses import dataclass

from django.utils.translation import get_language

from people.models import User
from scenarios.core.timeline import Timeline
from scenarios.queries import load_timeline
from simulator.models import Run
from simulator.queries import list_proposals
from simulator.services.proposing import split_proposal
from trainer_ui.shelves import pick


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """`scenario` is the title of what was played, in the language of the page."""

    title: str
    text: str
    run: Run
    timeline: Timeline
    scenario: str


def describe_proposals(user: User) -> list[ShownProposal]:
    """The newest first."""
    shown = []
    for event in list_proposals(user):
        title, text = split_proposal(event.words.text if event.words and event.words.text else "")
        timeline = load_timeline(event.run.version)
        shown.append(ShownProposal(title, text, event.run, timeline, pick(timeline.title, get_language() or "de")))
    return shown
