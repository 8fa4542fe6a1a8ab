"""`hear`: what a reply comes to for the engine's rules, in what was known when it was sent (docs/scoring.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenarios.core.vocabulary import ACTS, FAULTS
from scoring.core.assessment import Finding
from scoring.core.context import Context
from scoring.core.hearing.copying import find_rows, rows_of
from scoring.core.hearing.ears import list_valid
from scoring.core.hearing.listening import Place, Said, clause_at, leave_out_rows, listen
from scoring.core.hearing.promising import Promise
from scoring.core.hearing.repeating import compare_templates, count_repeats
from scoring.core.hearing.stating import find_stated
from scoring.core.hearing.touching import marks_in
from scoring.core.reading import Reading

RIGHT, GOODWILL = "right", "goodwill"
HEARD = (
    "acts",
    "against",
    "facts",
    "early",
    "overpromises",
    "corrects",
    "spreads",
    "asked",
    "shown",
    "to_private",
    "ways",
    "template",
    "repeats",
    "says",
    "advertises",
    "offers",
    "rights",
    "notice",
)
"""The keys of the block."""
WAYS = ("call", "form", "mail", "message")


@dataclass(frozen=True, slots=True)
class Heard:
    """`data` is the block of ReplyAssessed, `said` what it was heard in. The rest are the places in the reply, as
    tokens, for findings."""

    data: Mapping[str, Any]
    said: Said
    facts: Mapping[str, Place] = field(default_factory=dict)
    early: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    corrects: Mapping[str, Place] = field(default_factory=dict)
    spreads: Mapping[str, Place] = field(default_factory=dict)
    retold: Mapping[str, Place] = field(default_factory=dict)


def hear(reading: Reading, context: Context, *, findings: Sequence[Finding]) -> Heard:
    """What is heard in a reply. Its acts, faults and personal data are those of `findings`, of tone and privacy."""
    said = leave_out_rows(listen_to(reading, context), find_rows(reading.text, rows_of(context.post_text)))
    post = marks_in(context.post_text, language=reading.language)
    facts = find_stated(said, post=post)
    early = tuple(sorted(key for key in facts if key not in context.known_facts))
    promises = _find_empty(said, context, post)
    corrects, spreads, retold = _find_rumours(said, context, facts)
    facts |= _list_corrected(context, corrects, but=facts)
    kinds = {fact.key: fact.kind for fact in context.ears.timeline.facts} if context.ears else {}
    rules = {match.rule for match in said.matches}
    is_right = "right" in rules or any(kinds[key] == RIGHT for key in facts)
    data = {
        **_from_findings(findings),
        "facts": sorted(facts),
        "early": list(early),
        "overpromises": len(promises),
        "corrects": sorted(corrects),
        "spreads": sorted(spreads),
        "to_private": reading.privacy.is_private_way or any(match.rule == "to_private" for match in reading.matches),
        "template": compare_templates(reading, context),
        "repeats": count_repeats(reading, context),
        "advertises": "advertising" in rules,
        "says": sorted(said.says),
        "offers": any(kinds[key] == GOODWILL for key in facts) or "offer" in rules and not is_right,
        "rights": is_right,
        "notice": "notice" in rules and context.ears is not None and context.ears.timeline.public.notice is not None,
    }
    if data["to_private"]:
        data["ways"] = [way for way in WAYS if f"way.{way}" in rules]
    return Heard(
        {name: value for name, value in data.items() if value}, said, facts, early, promises, corrects, spreads, retold
    )


def listen_to(reading: Reading, context: Context) -> Said:
    """What the reply says to the scenario of `context`, for which it was mostly read already."""
    said = reading.said
    if said is None or said.ears is not context.ears:
        return listen(reading.text, context.ears, language=reading.language)
    return said


def _from_findings(findings: Sequence[Finding]) -> dict[str, Any]:
    """Acts, faults of tone and kinds of personal data, each sorted."""
    tone = {finding.rule.removeprefix("tone.") for finding in findings if finding.criterion == "tone"}
    personal = {
        name: sorted({finding.params["kind"] for finding in findings if finding.rule == f"privacy.{name}_in_public"})
        for name in ("asked", "shown")
    }
    return {"acts": sorted(tone & set(ACTS)), "against": sorted(tone & set(FAULTS)), **personal}


def _find_empty(said: Said, context: Context, post: frozenset[str]) -> tuple[Promise, ...]:
    """The promises that nothing carries: no valid known fact, and where that is enough, not the customer's post."""
    if not said.promises:
        return ()
    facts = _carried(context)
    amounts = facts | post
    amounts |= {f"money:{share}" for share in _shares(amounts)}
    carries = {"certain": facts, "refund": facts}
    has_refund = any(mark.startswith(("money:", "percent:")) for mark in facts)
    return tuple(
        promise
        for promise in said.promises
        if not carries.get(promise.kind, amounts).intersection(promise.marks)
        and not (promise.kind == "refund" and has_refund)
    )


def _carried(context: Context) -> frozenset[str]:
    """What known facts say that none known has replaced."""
    if context.ears is None:
        return frozenset()
    valid = list_valid(context.ears, context.known_facts)
    return frozenset(mark for fact in context.ears.facts if fact.key in valid for mark in fact.carries)


def _shares(marks: frozenset[str]) -> set[int]:
    """A quarter of the fare is no new number: every known percentage of every known amount, in hundredths."""
    amounts = [int(mark.removeprefix("money:")) for mark in marks if mark.startswith("money:")]
    percents = [int(mark.removeprefix("percent:")) for mark in marks if mark.startswith("percent:")]
    return {amount * percent // 100 for amount in amounts for percent in percents}


def _find_rumours(
    said: Said, context: Context, facts: Mapping[str, Place]
) -> tuple[dict[str, Place], dict[str, Place], dict[str, Place]]:
    """Rumours that a public reply sets right, and those that it passes on; never one and the same. The third are of the
    first: told in a sentence of their own that nothing in the reply denies, only the fact stands beside it."""
    corrects: dict[str, Place] = {}
    spreads: dict[str, Place] = {}
    retold: dict[str, Place] = {}
    if context.visibility != "public" or context.ears is None:
        return corrects, spreads, retold
    is_denied = any(clause.kind == "denied" for clause in said.clauses)
    denial = next((match for match in said.matches if match.rule == "denies"), None)
    for rumour in context.ears.timeline.public.rumours:
        told = said.affirms.get(rumour.key)
        right = next((facts[key] for key in rumour.facts if key in facts), None) or said.denies.get(rumour.key)
        if right is None and told is not None and denial is not None:
            right = (denial.first, denial.last)
        if right is not None:
            corrects[rumour.key] = right
            is_apart = told is not None and _sentence_at(said, told) != _sentence_at(said, right)
            if told is not None and is_apart and denial is None and not is_denied:
                retold[rumour.key] = told
        elif told is not None:
            spreads[rumour.key] = told
    return corrects, spreads, retold


def _list_corrected(context: Context, corrects: Mapping[str, Place], *, but: Mapping[str, Place]) -> dict[str, Place]:
    """The known fact that a rumour is set right by: who denies it rightly has told it. Of several a denial says only
    that something is not so, and each is to be told for itself."""
    rumours = context.ears.timeline.public.rumours if context.ears else ()
    right = {rumour.key: [key for key in rumour.facts if key in context.known_facts] for rumour in rumours}
    return {
        keys[0]: corrects[key]
        for key, keys in right.items()
        if key in corrects and len(keys) == 1 and keys[0] not in but
    }


def _sentence_at(said: Said, place: Place) -> int:
    return clause_at(said.clauses, place).sentence
