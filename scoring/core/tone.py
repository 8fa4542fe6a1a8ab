"""Tone: what a reply does, and what it does wrong, as findings whose points add up to the criterion."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scoring.core.assessment import Finding
from scoring.core.context import Context
from scoring.core.patterns import FIGURES
from scoring.core.reading import Reading
from scoring.core.rules import RULES, TONE_BASE

SHOUTED = 5
"""Capitals in a row, from which a word is shouted: shorter ones are abbreviations."""


def value_tone(findings: Sequence[Finding]) -> int:
    """Per mille 0..1000: the base, and the points of every finding."""
    return min(1000, max(0, TONE_BASE + sum(finding.points for finding in findings)))


def find_tone(reading: Reading, context: Context) -> list[Finding]:
    """All findings of tone, in order of rule and place; what a rule finds beyond its most has no points."""
    counts: Counter[str] = Counter()
    findings = []
    for rule, first, last in sorted(_places(reading, context)):
        counts[rule] += 1
        points = RULES[rule].points if counts[rule] <= RULES[rule].most else 0
        span = reading.text.span(first, last) if first < last else None
        findings.append(Finding(rule, RULES[rule].criterion, span, points, critical=RULES[rule].critical))
    return findings


def _places(reading: Reading, context: Context) -> Iterator[tuple[str, int, int]]:
    """(rule, first token, last token) of everything found; first = last where it is about the whole reply."""
    relief = {match.first for match in reading.matches if match.rule == "relief"}
    for match in reading.matches:
        if match.rule == "regret":
            if not relief:
                yield "tone.bare_regret", match.first, match.last
        elif match.rule != "relief":
            yield f"tone.{match.rule}", match.first, match.last
    yield from _marks(reading)
    if _is_wrong_address(reading.formality, context.address):
        yield "tone.address", reading.formal_tokens[0], reading.formal_tokens[0] + 1


def _marks(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """What stands in single tokens: figures, capitals, question and exclamation marks, emoji."""
    previous = ""
    for index, token in enumerate(reading.text.tokens):
        if token.kind in FIGURES or token.kind == "link":
            yield "tone.concrete", index, index + 1
        elif token.kind == "word" and len(token.text) >= SHOUTED and token.text.isupper() and token.text.isalpha():
            yield "tone.shouting", index, index + 1
        elif token.text == "?":
            yield "tone.question", index, index + 1
        elif token.text == "!" and previous == "!":
            yield "tone.exclamation", index - 1, index + 1
        elif token.kind == "punct" and ord(token.text) >= 0x1F300:
            yield "tone.emoji", index, index + 1
        previous = token.text


def _is_wrong_address(formality: str, address: str) -> bool:
    return address in {"du", "sie"} and formality not in {"none", address}
