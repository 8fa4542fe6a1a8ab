"""Tone: what a reply does, and what it does wrong, as findings whose points add up to the criterion."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scenarios.core.vocabulary import ACTS
from scoring.core.assessment import Finding
from scoring.core.context import Context
from scoring.core.marks import Place, find_marks, find_specifics, find_whole
from scoring.core.patterns import Match
from scoring.core.reading import Reading
from scoring.core.rules import BY_SITUATION, RULES, TONE_BASE

HEDGES = frozenset({"regret", "relief"})


def value_tone(findings: Sequence[Finding]) -> int:
    """Per mille 0..1000: the base, and the points of every finding."""
    return min(1000, max(0, TONE_BASE + sum(finding.points for finding in findings)))


def find_tone(reading: Reading, context: Context) -> list[Finding]:
    """All findings of tone, in order of rule and place; what a rule finds beyond its most has no points."""
    situation = BY_SITUATION.get(context.situation, {})
    counts: Counter[str] = Counter()
    findings = []
    for name, first, last in sorted(set(_find_places(reading, context))):
        rule = RULES[name]
        counts[name] += 1
        points = situation.get(name, rule.points) if counts[name] <= rule.most else 0
        span = reading.text.span(first, last) if first < last else None
        findings.append(Finding(name, rule.criterion, span, points, critical=rule.critical))
    return findings


def _find_places(reading: Reading, context: Context) -> Iterator[Place]:
    wrong = _wrong_phrases(reading)
    marks = [place for place in find_marks(reading) if place.rule != "tone.answer" or not _is_inside(place, wrong)]
    places = [*_find_phrases(reading, wrong), *marks]
    yield from places
    yield from find_whole(reading, {place.rule for place in places})
    yield from find_specifics(reading, context.post_text)
    if context.address in {"du", "sie"} and reading.formality not in {"none", context.address}:
        first = reading.formal_tokens[0]
        yield Place("tone.address", first, first + 1)


def _wrong_phrases(reading: Reading) -> list[Match]:
    return [match for match in reading.matches if match.rule not in ACTS and match.rule not in HEDGES]


def _find_phrases(reading: Reading, wrong: Sequence[Match]) -> Iterator[Place]:
    """The lexicon's matches; an act inside a phrase that is wrong ("Danke für Ihre Geduld") is not one as well."""
    has_relief = any(match.rule == "relief" for match in reading.matches)
    for match in reading.matches:
        if match.rule == "regret":
            if not has_relief:
                yield Place("tone.bare_regret", match.first, match.last)
        elif match.rule not in HEDGES and not (match.rule in ACTS and _is_inside(match, wrong)):
            yield Place(f"tone.{match.rule}", match.first, match.last)


def _is_inside(match: Match | Place, others: Sequence[Match]) -> bool:
    return any(other.first <= match.first and match.last <= other.last for other in others)
