"""What may not be said of the same reply at once: the table of findings that contradict each other, and who gives way.

Rules kept here: nobody is praised and blamed for the same words; the blame stands, the praise goes, with its points.
How something is written (capitals, marks, the form of address, a template) is another matter than what it says, so a
greeting in capitals is a greeting, and shouting.
"""

from collections.abc import Iterator, Mapping, Sequence

from scoring.core.assessment import Finding
from scoring.core.spans import Spans
from scoring.core.wholes import SUBSTANCE

PRAISE = frozenset({"substance.stated", "substance.rumour_corrected", "privacy.closing_note"})
"""Rules that praise without points."""
FORM = frozenset(
    {
        "tone.address",
        "tone.address_changed",
        "tone.emoji",
        "tone.exclamation",
        "tone.forbidden",
        "tone.gushing",
        "tone.nominal_style",
        "tone.shouting",
        "individuality.template",
        "individuality.repeated",
        "individuality.earlier_run",
        "individuality.placeholder",
    }
)
"""Rules about how words are written or where they come from, which may hold for good words, too."""
WHOLE: Mapping[str, frozenset[str]] = {
    "privacy.needlessly_private": frozenset({"tone.to_private", "privacy.many_turns", "privacy.no_public_word"}),
    "privacy.many_turns": frozenset({"tone.to_private", "privacy.closing_note"}),
    "substance.unowned": frozenset({"substance.over_apology", "tone.apology", "tone.ownership"}),
    "substance.over_apology": frozenset({"tone.ownership"}),
    "substance.no_answer": frozenset({"substance.stated", "substance.off_topic", "substance.echo"}),
    "substance.echo": frozenset({"substance.stated", "substance.off_topic"}),
    "tone.vague": SUBSTANCE,
    "tone.cold": frozenset({"tone.greeting", "tone.thanks", "tone.question", "tone.apology"}),
}
"""Rule → rules that cannot hold for the same reply, wherever their words are: the one blames that the other is missing,
or that it is there."""


def find_contradictions(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """(what is blamed, what contradicts it), each pair once."""
    for blamed in findings:
        for other in findings:
            is_about_the_same = _is_blame(blamed) and _is_praise(other) and _overlap(blamed, other)
            if is_about_the_same or other.rule in WHOLE.get(blamed.rule, ()):
                yield blamed, other


def keep_longer(findings: Sequence[Finding]) -> list[Finding]:
    """`findings` of one criterion without faults that are part of something good ("You are" in "You are right")."""
    good = Spans(found.span for found in findings if found.span is not None and _is_praise(found))
    return [
        found
        for found in findings
        if not _is_blame(found)
        or found.critical
        or found.span is None
        or not (good.hold(found.span[0] - 1, found.span[1]) or good.hold(found.span[0], found.span[1] + 1))
    ]


def drop_contradicted(findings: Sequence[Finding], *, against: Sequence[Finding]) -> list[Finding]:
    """`findings` without praise that something in `against` contradicts."""
    wrong = Spans(found.span for found in against if found.span is not None and _is_blame(found))
    excluded = {rule for found in against for rule in WHOLE.get(found.rule, ())}
    return [
        found
        for found in findings
        if not _is_praise(found) or found.rule not in excluded and not (found.span and wrong.touch(*found.span))
    ]


def _is_praise(found: Finding) -> bool:
    return found.points > 0 or found.rule in PRAISE


def _is_blame(found: Finding) -> bool:
    return (found.points < 0 or found.critical) and found.rule not in FORM


def _overlap(one: Finding, other: Finding) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]
