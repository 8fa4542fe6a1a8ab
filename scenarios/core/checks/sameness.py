"""Checks that a crowd has enough to say for as many posts as it is likely to write."""

from scenarios.core.draft import Draft
from scenarios.core.sameness import count_bodies_needed, count_closers_needed, count_likely_posts
from scenarios.core.stock.crowd import pools_of
from scenarios.core.vocabulary import LANGUAGES


def check_sameness(draft: Draft) -> None:
    record, crowd = draft.scenario.record("crowd"), draft.public.crowd
    if record is None or crowd is None or record.is_damaged or not crowd.voices or draft.duration_ms is None:
        return
    posts = count_likely_posts(crowd, duration_ms=draft.duration_ms)
    language, situation = draft.scenario.text("language"), draft.scenario.text("situation") or ""
    pools = pools_of(crowd, language or LANGUAGES[0], situation=situation).values()
    openers, closers = (min(len(getattr(pool, part)) for pool in pools) for part in ("openers", "closers"))
    bodies = sum(len(voice.bodies) for voice in crowd.voices)
    needed = count_bodies_needed(posts, openers=openers, closers=closers)
    if bodies < needed:
        draft.report.hint(record.place_of("voices"), "crowd-repeats", posts=posts, count=bodies, least=needed)
    own, least = len([closer for closer in crowd.closers if closer]), count_closers_needed(posts)
    if crowd.closers and own < least:
        draft.report.hint(record.place_of("closers"), "few-closers", posts=posts, count=own, least=least)
