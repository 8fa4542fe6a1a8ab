"""Checks the guide: each step is about a post, or about the run."""

from scenarios.core.draft import Draft
from scenarios.core.vocabulary import DEEDS_ABOUT_POSTS


def check_guide(draft: Draft) -> None:
    """What is done to a post needs one; what is done with the run has none. Whether the post exists is checked with all
    references."""
    for step in draft.scenario.parts("guide"):
        until = step.text("until") or ""
        if until in DEEDS_ABOUT_POSTS and not step.has("of"):
            draft.report.add(step.place_of("until"), "step-of-nothing", until=until)
        elif until and until not in DEEDS_ABOUT_POSTS and step.has("of"):
            draft.report.add(step.place_of("of"), "step-of-no-post", until=until)
