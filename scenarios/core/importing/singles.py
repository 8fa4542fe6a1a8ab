"""Single posts without links into threads of one post each.

Decided here, since the file does not say who was answered: a post needs an answer if it addresses the brand's account,
is marked relevant, is no retweet, and asks something or is marked negative. What is marked irrelevant, and what news
sites write, is best left alone. What the brand's own agents wrote (marked, or signed like /ab) answers nothing that is
in the file and is not played.
"""

import re
from collections import Counter
from collections.abc import Sequence

from scenarios.core.importing.cast import Cast, guess_temper
from scenarios.core.importing.lengths import fit_text
from scenarios.core.importing.masking import PLACEHOLDERS, Masker
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import Spoken
from scenarios.core.importing.nudges import Nudger
from scenarios.core.importing.patterns import MENTION
from scenarios.core.importing.rows import Single
from scenarios.core.importing.sketch import SketchChannel, SketchPost, SketchThread
from scenarios.core.importing.stand_ins import StandIns

ALIASES = ("Deutsche Bahn", "Deutschen Bahn", "DB Bahn", "DB")
"""by_db and at_db: the railway that these columns are about."""

_MICROBLOGS = ("twitter.com", "mastodon", "bsky")
_PAGES = ("facebook.com", "plus.google.com", "instagram.com", "youtube.com", "linkedin.com", "xing.com")
_FORUMS = ("forum", "gutefrage", "treff", "mydealz", "szene", "community", "board", "talk")
_SIGNED_BY_AGENT = re.compile(r"(?:^|\s)[/^][a-zäöü]{2}(?=\s*[\"”]*\s*(?:$|/cc|https?://|\(?\d/\d))")
_MOODS = {"negative": 3, "neutral": 2, "positive": 1}


def is_own(single: Single) -> bool:
    """Whether the brand wrote it."""
    text = single.text.strip()
    return single.by_brand or (bool(_SIGNED_BY_AGENT.search(text)) and not text.startswith("RT "))


def find_account(singles: Sequence[Single]) -> str | None:
    """The account that posts to the brand mention most often; None if none does."""
    mentioned = Counter(match["it"] for single in singles if single.to_brand for match in MENTION.finditer(single.text))
    named = [(-count, handle) for handle, count in mentioned.items() if handle.lower() not in PLACEHOLDERS]
    return min(named)[1] if named else None


def choose_channel(source: str) -> str:
    """microblog, page, forum, or press for every host that is none of the known ones."""
    for key, hosts in (("microblog", _MICROBLOGS), ("page", _PAGES), ("forum", _FORUMS)):
        if any(host in source for host in hosts):
            return key
    return "press"


def needs_answer(single: Single) -> bool:
    """See the top of this file."""
    is_call = single.to_brand and single.relevant and not single.text.startswith("RT ")
    return is_call and (single.mood == "negative" or (single.mood == "neutral" and "?" in single.text))


def write_single(
    single: Single,
    *,
    identity: str,
    key: str,
    start_s: int,
    channel: SketchChannel,
    stand_ins: StandIns,
    masker: Masker,
    cast: Cast,
    nudger: Nudger,
) -> SketchThread:
    """One thread. `identity` names the post; its author is nobody else's."""
    is_press = channel.key == "press"
    temper = guess_temper(single.text, base=_MOODS[single.mood])
    persona = cast.find_persona(f"post {identity}", role="journalist" if is_press else "customer", temper=temper)
    names = collect_names([Spoken(single.text, by_agent=False, to=None)], stand_ins=stand_ins)
    text = masker.mask(single.text, identity=identity, names=names, by_agent=False)
    post = SketchPost(
        key=f"{key}-1",
        persona=persona.key,
        text=fit_text(text, limit=channel.limit),
        at_s=start_s,
        answer=needs_answer(single),
        leave=is_press or not single.relevant,
    )
    reactions = (nudger.nudge(post, channel=channel, identity=identity, is_later=False),) if post.answer else ()
    ends = start_s + sum(reaction.after_s + (reaction.wait_s or 0) for reaction in reactions)
    return SketchThread(key, channel.key, read_topic(single.topics), (post,), reactions, (persona,), ends)


def read_topic(topics: str) -> str:
    """The first category: `Zugfahrt#Pünktlichkeit|…` → zugfahrt-pünktlichkeit; without any, `allgemein`."""
    first = topics.split("|")[0].removesuffix("#Haupt").replace("#", "-").replace("_", "-").lower()
    return re.sub(r"[^\w-]", "", first)[:60] or "allgemein"
