"""Checks that the stage shows what is asked for: what the desk does not show, nobody can do."""

from collections.abc import Iterator

from scenarios.core.conditions import Escalated, NoticeIs, Treated, list_leaves
from scenarios.core.draft import Draft
from scenarios.core.problems import Place

HANDS_ON = ("hide", "report", "block")
"""Treatments that need a click; leaving alone needs none."""
RESOLVED = "resolved"
SHOWS_DEED = {
    "templates": "templates",
    "handed_over": "desks",
    "left_alone": "treat",
    "hidden": "treat",
    "reported": "treat",
}
"""What a step of the guide waits for → the part of the desk that it is done with."""

Wanted = tuple[str, str, Place]
"""Part of the desk, what needs it, and where that is asked for."""


def check_stage(draft: Draft) -> None:
    """Each part that is missing once, at the first place that asks for it."""
    shown = draft.scenario.texts("stage")
    told = set[str]()
    for part, what, place in _list_wanted(draft) if shown else ():
        if part not in shown and part not in told:
            told.add(part)
            draft.report.warn(place, "stage-lacks", part=part, what=what)


def _list_wanted(draft: Draft) -> Iterator[Wanted]:
    for post in draft.posts.values():
        needs, thread = post.needs, draft.threads.get(post.thread)
        is_asked = needs.answer or bool(needs.desk) or needs.treatment in HANDS_ON
        if is_asked and thread and thread.mention != "direct":
            yield "listening", f"mention: {thread.mention}", draft.place("thread", post.thread, "mention")
        if needs.answer:
            yield "composer", "answer", draft.needs_place(post.key, "answer")
        if needs.facts:
            yield "facts", "facts", draft.needs_place(post.key, "facts")
        if needs.desk:
            yield "desks", "desk", draft.needs_place(post.key, "desk")
        if needs.treatment in HANDS_ON:
            yield "treat", f"treatment: {needs.treatment}", draft.needs_place(post.key, "treatment")
    if draft.public.notice:
        yield "notice", "notice", draft.scenario.key_place_of("notice")
    for step in draft.scenario.parts("guide"):
        if part := SHOWS_DEED.get(step.text("until") or ""):
            yield part, f"until: {step.text('until')}", step.place_of("until")
    for reaction in draft.reactions.values():
        place = draft.place("reaction", reaction.key, "when")
        for leaf in list_leaves(reaction.when):
            match leaf:
                case Escalated():
                    yield "desks", "escalated", place
                case NoticeIs():
                    yield "notice", "notice", place
                case Treated(act=act) if act != RESOLVED:
                    yield "treat", "treated", place
