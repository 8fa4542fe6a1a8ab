"""What the score says about a scenario's own model replies, before anybody has played it.

A run draws names for personas that have none. Here stand-ins take their place: words of no language, so that they weigh
what a drawn name weighs. All else is as an expert would meet it: the model is the public word, because that is what the
length check holds it to and what the expert robot sends, and a private message only where the post is one; what was
known by then may be repeated; nothing was written before it, and nothing waited, so that speed does not apply.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scenarios.core.earliest import Earliest, find_earliest
from scenarios.core.timeline import Brand, Fact, Persona, Post, Timeline
from scenarios.core.variables import fill
from scoring.core.assessment import Assessment
from scoring.core.context import Context, context_alone
from scoring.core.hearing.ears import ears_of
from scoring.core.judging import judge
from scoring.core.reading import read
from scoring.core.run_names import fold_names
from scoring.core.sources import read_facts, read_templates

STAND_IN = {"name": "Mika Sandvoss", "handle": "@mika.sandvoss"}
"""Whoever has no name or handle before a run draws one."""
INITIALS = "^GP"


def assess_models(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """Post → the data of ReplyAssessed, without the number of the reply, for its model as a reply to it.

    Posts without a model have no key. Spans count graphemes of `fill_model`. About half a millisecond per model.
    """
    names = _names_of(timeline)
    alone = replace(
        context_alone(language=timeline.language),
        situation=timeline.situation,
        address=timeline.brand.address,
        private_addresses=timeline.brand.private_addresses,
        names=names,
        templates=read_templates(timeline, names=names),
        ears=ears_of(timeline),
    )
    earliest = find_earliest(posts=timeline.posts, facts=timeline.facts, reactions=timeline.reactions)
    return {
        post.key: _assess(post, timeline, earliest=earliest, alone=alone).to_data()
        for post in timeline.posts
        if post.needs.model
    }


def fill_model(post: Post, *, timeline: Timeline) -> str:
    """The model reply to `post` as it is assessed; an empty text where there is none."""
    return fill(post.needs.model or "", _values_for(post, timeline))


def _assess(post: Post, timeline: Timeline, *, earliest: Earliest, alone: Context) -> Assessment:
    known = _known_to(post, timeline, earliest=earliest)
    author = next(persona for persona in timeline.personas if persona.key == post.persona)
    context = replace(
        alone,
        visibility=post.visibility,
        post_text=fill(post.text, _values_for(post, timeline)),
        known=read_facts(
            tuple(known),
            language=timeline.language,
            lexicon=timeline.brand.lexicon,
            articles=timeline.brand.articles,
        ),
        known_facts=frozenset(fact.key for fact in known),
        asked_for=post.needs.facts,
        topic=next(thread.topic for thread in timeline.threads if thread.key == post.thread),
        thread=post.thread,
        needs=post.needs,
        post_visibility=post.visibility,
        record=tuple(author.record.items()),
        history=author.history,
        own_posts=_list_own(author, timeline),
    )
    text = fill_model(post, timeline=timeline)
    return judge(read(text, language=timeline.language, names=alone.names, ears=alone.ears), context)


def _known_to(post: Post, timeline: Timeline, *, earliest: Earliest) -> list[Fact]:
    """What can be released before `post` can appear, and what its answer should hold, whenever that is released."""
    at_ms = earliest.posts.get(post.key, 0)
    return [
        fact
        for fact in timeline.facts
        if earliest.facts.get(fact.key, at_ms + 1) <= at_ms or fact.key in post.needs.facts
    ]


def _list_own(author: Persona, timeline: Timeline) -> tuple[str, ...]:
    """What `author` may have written in public before they are answered."""
    return tuple(post.text for post in timeline.posts if post.persona == author.key and post.visibility == "public")


def _names_of(timeline: Timeline) -> frozenset[str]:
    """What `names_in` gives for a run, with stand-ins for what the run would draw."""
    people = [text for persona in timeline.personas for text in _name(persona).values()]
    return fold_names((*people, _sign_off_of(timeline.brand), timeline.brand.service_name))


def _values_for(post: Post, timeline: Timeline) -> Mapping[str, str]:
    author = next(persona for persona in timeline.personas if persona.key == post.persona)
    return {**_name(author), "brand": timeline.brand.name, "agent": _sign_off_of(timeline.brand)}


def _name(persona: Persona) -> Mapping[str, str]:
    return {"name": persona.name or STAND_IN["name"], "handle": persona.handle or STAND_IN["handle"]}


def _sign_off_of(brand: Brand) -> str:
    return INITIALS if brand.sign_off == "initials" else brand.service_name
