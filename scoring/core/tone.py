"""Tone: what a reply does, and what it does wrong, as findings whose points add up to the criterion.

Rules kept here: the criterion is the weighted mean of its sub-scores, as the situation weighs them; a finding's points
are what it adds to that mean, its `params` what it adds to each sub-score. So every point shows its evidence, and both
can be added up again from what is stored.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from scenarios.core.vocabulary import ACTS
from scoring.core.assessment import Finding
from scoring.core.capitals import list_written_so
from scoring.core.context import Context
from scoring.core.hearing.clauses import MARKS
from scoring.core.marks import Place, find_marks, find_specifics
from scoring.core.plain_questions import answers_plainly
from scoring.core.quoting import find_quotes, is_from
from scoring.core.reading import Reading
from scoring.core.saying import Carried
from scoring.core.spans import Spans
from scoring.core.tone_rules import BASE, FACTORS, PLAIN, SUBSCORES, TONE, share_points, weights_for
from scoring.core.wholes import find_call, find_whole

FORBIDDEN = "tone.forbidden"
"""A word that the house does not say may still do good."""
HEDGES = frozenset({"regret", "relief"})
RELIEF = frozenset({"relief", "explanation", "offer", "ease", "guidance", "to_private"})
"""A reason or another way: regret beside it is not bare."""
ONE_CLAUSE = frozenset({"accusation"})
"""Whom it names and what it says of them stand in one clause: "I can reassure you, that is wrong" accuses nobody."""
GOOD = frozenset(name for name, rule in TONE.items() if sum(rule.parts.values()) > 0)
RUDE = frozenset({"insult", "coarse"})
"""What no quotation marks excuse, unless the words are the customer's."""
SMALL = GOOD - {f"tone.{act}" for act in ACTS} - {"tone.concrete", "tone.foresight", "tone.ease", "tone.guidance"}
"""Cues that say no more than the act they stand in."""


def value_tone(findings: Sequence[Finding], weights: Mapping[str, int]) -> int:
    """Per mille 0..1000: the weighted mean of the bases, and the points of every finding. An insult leaves nothing."""
    if any(finding.critical for finding in findings):
        return 0
    good = share_points(BASE, weights) + sum(finding.points for finding in findings if finding.points > 0)
    return max(0, min(1000, good) + sum(finding.points for finding in findings if finding.points < 0))


def value_subscores(findings: Sequence[Finding], weights: Mapping[str, int]) -> dict[str, int]:
    """Each sub-score that applies, per mille 0..1000, by its signal: `formality` is the form itself."""
    added = {name: sum(finding.params.get(name, 0) for finding in findings) for name in SUBSCORES if name in weights}
    values = {name: min(1000, max(0, BASE[name] + points)) for name, points in added.items()}
    return {"formality_kept" if name == "formality" else name: value for name, value in values.items()}


def weigh_reply(reading: Reading, context: Context) -> dict[str, int]:
    """The weights of the sub-scores that apply to this reply."""
    weights = dict(weights_for(context.situation))
    if reading.plain_language is None:
        del weights["plain_language"]
    if context.address not in {"du", "sie"} and not context.form_before and reading.formality != "mixed":
        del weights["formality"]
    return weights


def find_tone(reading: Reading, context: Context, weights: Mapping[str, int]) -> list[Finding]:
    """All findings of tone, in order of rule and place, of each rule the first so many. Those that only the brand's own
    lexicon finds have `house` among their parameters."""
    house = {(f"tone.{match.rule}", match.first, match.last) for match in reading.matches if match.is_house}
    factors = FACTORS.get(context.situation, {})
    counts: Counter[str] = Counter()
    findings = []
    for name, first, last in sorted(set(find_places(reading, context))):
        counts[name] += 1
        rule = TONE[name]
        if counts[name] > rule.most:
            continue
        parts = {part: points * factors.get(name, 100) // 100 for part, points in rule.parts.items()}
        span = reading.text.span(first, last) if first < last else None
        said = {**parts, "house": 1} if (name, first, last) in house else parts
        findings.append(Finding(name, "tone", span, share_points(parts, weights), said, critical=rule.critical))
    return [*findings, *_find_plainness(reading, weights)]


def find_places(reading: Reading, context: Context) -> Iterator[Place]:
    """Where each rule finds something, as often as it does."""
    carried = Carried(reading, context)
    phrases = _phrases_of(reading, context, carried)
    wrong = Spans((place.first, place.last) for place in phrases if place.rule not in GOOD and place.rule != FORBIDDEN)
    acts = Spans((place.first, place.last) for place in phrases if place.rule.removeprefix("tone.") in ACTS)
    places = [
        place
        for place in phrases
        if not (place.rule in GOOD and wrong.hold(place.first, place.last))
        and not (place.rule in SMALL and acts.hold(place.first, place.last))
    ]
    places += _marks_of(reading, context, wrong)
    if not any(place.rule == "tone.greeting" for place in places):
        called = find_call(reading, context.names)
        places += [called] if called is not None else []
    yield from places
    rules = {place.rule for place in places}
    answers = partial(answers_plainly, reading, context, rules)
    yield from find_whole(reading, rules, tells=carried.tells, answers=answers)
    yield from find_specifics(reading, context.post_text)
    yield from _find_address(reading, context)


def _marks_of(reading: Reading, context: Context, wrong: Spans) -> Iterator[Place]:
    """Single tokens but for an answer that is part of a fault, and capitals that are only written so."""
    marks = list(find_marks(reading))
    written = Spans(())
    if any(place.rule == "tone.shouting" for place in marks):
        written = list_written_so(reading.text.tokens, context)
    held = {"tone.answer": wrong, "tone.shouting": written}
    yield from (
        place for place in marks if place.rule not in held or not held[place.rule].hold(place.first, place.last)
    )


def _phrases_of(reading: Reading, context: Context, carried: Carried) -> list[Place]:
    """The lexicons' matches but for what the customer said or asked for, what a fact says, what leaves its clause, and
    regret that is not bare."""
    has_relief = any(match.rule in RELIEF for match in reading.matches)
    theirs, quoted = _quotes_in(reading, context)
    places = []
    for match in reading.matches:
        rule = f"tone.{match.rule}"
        if match.rule == "regret" and not has_relief:
            rule = "tone.bare_regret"
        elif (
            match.rule in HEDGES
            or theirs.hold(match.first, match.last)
            or match.rule not in RUDE
            and quoted.hold(match.first, match.last)
            or match.rule in ONE_CLAUSE
            and any(token.text in MARKS for token in reading.text.tokens[match.first : match.last])
            or carried.excuses(match)
        ):
            continue
        places.append(Place(rule, match.first, match.last))
    return places


def _quotes_in(reading: Reading, context: Context) -> tuple[Spans, Spans]:
    """What is quoted from the post, and, where the post is not at hand, what is quoted at all."""
    quotes = find_quotes(reading.text.tokens)
    if not context.post_text:
        return Spans(()), Spans(quotes)
    return Spans(quote for quote in quotes if is_from(quote, reading.text, post_text=context.post_text)), Spans(())


def _find_address(reading: Reading, context: Context) -> Iterator[Place]:
    """A form of address that is not the brand's, that is not the thread's so far, or both forms in one reply."""
    if reading.formality == "none":
        return
    first = reading.formal_tokens[0]
    wanted = context.address if context.address in {"du", "sie"} else ""
    if reading.formality == "mixed" or wanted and reading.formality != wanted:
        yield Place("tone.address", first, first + 1)
    elif context.form_before and reading.formality != context.form_before:
        yield Place("tone.address_changed", first, first + 1)


def _find_plainness(reading: Reading, weights: Mapping[str, int]) -> Iterator[Finding]:
    if reading.plain_language is not None and reading.plain_language != BASE["plain_language"]:
        parts = {"plain_language": reading.plain_language - BASE["plain_language"]}
        yield Finding(PLAIN, "tone", None, share_points(parts, weights), parts)
