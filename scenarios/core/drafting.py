"""Records to a draft: what each element of a scenario says, with references as they were written."""

from scenarios.core.conditions import Answered, NoAnswer
from scenarios.core.draft import Draft
from scenarios.core.problems import Report
from scenarios.core.public import Reaction
from scenarios.core.records import Record
from scenarios.core.timeline import Fact, Needs, Persona, Post, Template, Thread

DEFAULT_REACH = 100
DEFAULT_TEMPER = 2
DEFAULT_GENDER = "x"
DEFAULT_TRIAGE = "normal"
DEFAULT_WEIGHTS = {"speed": 1, "tone": 1, "individuality": 1}

NO_NEEDS = Needs(False, (), (), False, DEFAULT_TRIAGE, None, None)


def draft_scenario(scenario: Record, *, source: str, report: Report) -> Draft:
    """What `scenario` (an element SCENARIO) says, with references as they were written."""
    draft = Draft(scenario, report, source)
    for key, record in scenario.records("personas").items():
        draft.records["persona", key] = record
        draft.personas[key] = _persona(key, record)
    for key, record in scenario.records("facts").items():
        draft.records["fact", key] = record
        draft.facts[key] = Fact(key, record.text("text") or "", record.whole("at") or 0, record.text("approved"))
    draft.templates.update(draft_templates(scenario, records=draft.records))
    for key, record in scenario.records("threads").items():
        _add_thread(draft, key, record)
    return draft


def draft_templates(owner: Record, *, records: dict[tuple[str, str], Record]) -> dict[str, Template]:
    """The templates of a scenario or a brand; their elements go into `records`."""
    templates = {}
    for key, record in owner.records("templates").items():
        records["template", key] = record
        templates[key] = Template(key, record.text("title") or "", record.text("text") or "")
    return templates


def _persona(key: str, record: Record) -> Persona:
    reach, temper = record.whole("reach"), record.whole("temper")
    return Persona(
        key=key,
        role=record.text("role") or "",
        reach=DEFAULT_REACH if reach is None else reach,
        temper=DEFAULT_TEMPER if temper is None else temper,
        name=record.text("name"),
        handle=record.text("handle"),
        gender=record.text("gender") or DEFAULT_GENDER,
        record={name: str(found.value) for name, found in record.entries("record").items()},
    )


def _add_thread(draft: Draft, key: str, record: Record) -> None:
    draft.records["thread", key] = record
    channel, topic = record.text("channel"), record.text("topic")
    if channel and topic:
        draft.threads[key] = Thread(key, channel, topic)
    previous = None
    for post_key, post in record.records("posts").items():
        _add_post(draft, post_key, post, thread=key, default_reply_to=previous)
        previous = post_key
    for reaction_key, reaction in record.records("reactions").items():
        _add_reaction(draft, reaction_key, reaction, thread=key)


def _add_post(draft: Draft, key: str, record: Record, *, thread: str, default_reply_to: str | None) -> None:
    if ("post", key) in draft.records:
        first = draft.place("post", key)
        place = record.place_of("key")
        draft.report.add(place, "post-twice", post=key, first_line=first.line, first_column=first.column)
        return
    draft.records["post", key] = record
    draft.threads_of_posts[key] = thread
    persona, text = record.text("by"), record.text("text")
    if persona is None or text is None:
        return
    needs = record.record("needs")
    draft.posts[key] = Post(
        key=key,
        thread=thread,
        persona=persona,
        at_ms=record.whole("at"),
        reply_to=record.text("reply_to") or default_reply_to,
        text=text,
        needs=_needs(needs) if needs else NO_NEEDS,
    )


def _needs(record: Record) -> Needs:
    return Needs(
        answer=record.flag("answer"),
        facts=tuple(str(item.value) for item in record.items("facts")),
        acts=tuple(str(item.value) for item in record.items("acts")),
        private=record.flag("private"),
        triage=record.text("triage") or DEFAULT_TRIAGE,
        model=record.text("model"),
        then=record.text("then"),
    )


def _add_reaction(draft: Draft, key: str, record: Record, *, thread: str) -> None:
    when, follow_up = record.record("when"), record.record("post")
    trigger = _read_trigger(when, report=draft.report) if when else None
    post_key = follow_up.text("key") if follow_up else None
    if follow_up and post_key:
        _add_post(draft, post_key, follow_up, thread=thread, default_reply_to=trigger.post if trigger else None)
    if ("reaction", key) in draft.records:
        first = draft.place("reaction", key)
        draft.report.add(record.place, "reaction-twice", reaction=key, first_line=first.line, first_column=first.column)
        return
    draft.records["reaction", key] = record
    if trigger and post_key:
        draft.reactions[key] = Reaction(key, thread, trigger, record.whole("after") or 0, follow_up=post_key)


def _read_trigger(when: Record, *, report: Report) -> NoAnswer | Answered | None:
    """A condition that says exactly one thing."""
    waits, answered = when.has("no_answer_for") or when.has("to"), when.has("answered")
    if waits == answered:
        report.add(when.place, "which-condition")
        return None
    if answered:
        return Answered(when.text("answered") or "")
    post, wait_ms = when.text("to"), when.whole("no_answer_for")
    if post is None or wait_ms is None:
        report.add(when.place, "half-condition")
        return None
    return NoAnswer(post, wait_ms)
