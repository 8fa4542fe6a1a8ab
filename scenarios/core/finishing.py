"""A draft without errors becomes a Timeline: references stand, defaults are filled in."""

import re
from dataclasses import replace

from scenarios.core.draft import Draft
from scenarios.core.drafting.public import draft_crisis, draft_rehearsal
from scenarios.core.records import Record
from scenarios.core.schema.brand import FORMAT
from scenarios.core.timeline import Brand, Step, Timeline

DEFAULT_WEIGHTS = {"speed": 1, "tone": 1, "individuality": 1}
DEFAULT_PASS = 60
PER_MILLE = 10
"""In one per cent."""

_MAIL = re.compile(r"[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}\b")
_PHONE = re.compile(r"(?<![\d.,])(?:\+|0)\d{1,5}(?:[ /()-]{1,3}\d{2,8}){1,5}\b|(?<![\d.,])0\d{6,14}\b")


def weights_of(draft: Draft) -> dict[str, int]:
    rubric = draft.scenario.record("rubric")
    if rubric is None or not rubric.has("weights"):
        return dict(DEFAULT_WEIGHTS)
    return {name: int(str(found.value)) for name, found in rubric.entries("weights").items()}


def _pass_mark(draft: Draft) -> int:
    rubric = draft.scenario.record("rubric")
    return PER_MILLE * (rubric.whole_or("pass", DEFAULT_PASS) if rubric else DEFAULT_PASS)


def finish(draft: Draft) -> Timeline:
    scenario = draft.scenario
    if draft.brand is None or draft.duration_ms is None:
        raise AssertionError("a draft without errors is complete")
    return Timeline(
        format=FORMAT,
        key=scenario.text("key") or "",
        language=scenario.text("language") or "",
        title=_both_languages(scenario, "title"),
        brief=_both_languages(scenario, "brief"),
        situation=scenario.text("situation") or "",
        duration_ms=draft.duration_ms,
        weights=weights_of(draft),
        brand=_with_addresses(draft.brand, draft),
        personas=tuple(draft.personas.values()),
        facts=tuple(draft.facts.values()),
        templates=tuple(draft.templates.values()),
        threads=tuple(draft.threads.values()),
        posts=tuple(draft.posts.values()),
        reactions=tuple(draft.reactions.values()),
        public=draft.public,
        rehearsal=draft_rehearsal(scenario),
        goal=_both_languages(scenario, "goal"),
        stage=scenario.texts("stage"),
        difficulty=scenario.whole_or("difficulty", 0),
        pass_mark=_pass_mark(draft),
        crisis=draft_crisis(scenario),
        drill=scenario.text("drill") or "",
        undo=scenario.flag("undo"),
        guide=tuple(_step(record) for record in scenario.parts("guide")),
    )


def _step(record: Record) -> Step:
    return Step(
        text=_both_languages(record, "text"),
        until=record.text("until") or "",
        post=record.text("of") or "",
        place=record.text("at") or "",
        keys=record.texts("keys"),
    )


def _with_addresses(brand: Brand, draft: Draft) -> Brand:
    """Mail addresses and telephone numbers in facts are nobody's personal data: a scenario brings them along under any
    profile."""
    known = dict.fromkeys(brand.private_addresses)
    for fact in draft.facts.values():
        words = f"{fact.text} {fact.approved or ''}"
        known |= dict.fromkeys((*_MAIL.findall(words), *_PHONE.findall(words)))
    return replace(brand, private_addresses=tuple(known))


def _both_languages(scenario: Record, name: str) -> dict[str, str]:
    texts = scenario.record(name)
    return {language: str(found.value) for language, found in texts.fields.items()} if texts else {}
