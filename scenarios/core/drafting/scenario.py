"""Records to a draft: what each element of a scenario says, with references as they were written."""

from scenarios.core.draft import Draft
from scenarios.core.drafting.people import draft_fact, draft_persona
from scenarios.core.drafting.posts import add_post
from scenarios.core.drafting.public import draft_public
from scenarios.core.drafting.reactions import add_reaction
from scenarios.core.drafting.templates import draft_templates
from scenarios.core.problems import Report
from scenarios.core.records import Record
from scenarios.core.timeline import Thread


def draft_scenario(scenario: Record, *, source: str, report: Report) -> Draft:
    """What `scenario` (an element SCENARIO) says, with references as they were written."""
    draft = Draft(scenario, report, source)
    for key, record in scenario.records("personas").items():
        draft.records["persona", key] = record
        draft.personas[key] = draft_persona(key, record)
    for key, record in scenario.records("facts").items():
        draft.records["fact", key] = record
        draft.facts[key] = draft_fact(key, record)
    draft.templates.update(draft_templates(scenario, records=draft.records))
    for key, record in scenario.records("threads").items():
        _add_thread(draft, key, record)
    for key, record in scenario.records("reactions").items():
        add_reaction(draft, key, record, thread="")
    draft.public = draft_public(scenario)
    return draft


def _add_thread(draft: Draft, key: str, record: Record) -> None:
    draft.records["thread", key] = record
    channel, topic = record.text("channel"), record.text("topic")
    if channel and topic:
        draft.threads[key] = Thread(key, channel, topic, record.text("mention") or "direct")
    previous = None
    for post_key, post in record.records("posts").items():
        add_post(draft, post_key, post, thread=key, default_reply_to=previous)
        previous = post_key
    for reaction_key, reaction in record.records("reactions").items():
        add_reaction(draft, reaction_key, reaction, thread=key)
