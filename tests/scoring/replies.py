"""Replies to judge, outside any run: by whom, in which language, after what."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scoring.core import Assessment, Shelf, judge, read
from scoring.core.context import context_alone
from scoring.core.fingerprints import Fingerprints


def judge_text(
    text: str,
    *,
    language: str = "de",
    earlier: Sequence[str] = (),
    before: Fingerprints | None = None,
    **changes: Any,
) -> Assessment:
    """The assessment of `text` after the same person's `earlier` texts in this run, and what they wrote `before` in
    others; `changes` are fields of the context."""
    texts = enumerate(earlier, start=1)
    written = Shelf(((seq, read(each, language=language).prose) for seq, each in texts), before=before)
    context = replace(context_alone(language=language), earlier=written, **changes)
    return judge(read(text, language=language, names=context.names), context)


def as_templates(*texts: str, language: str = "de") -> Shelf:
    return Shelf((f"template-{nth}", read(text, language=language).prose) for nth, text in enumerate(texts, start=1))


def rules_of(assessment: Assessment, *, criterion: str = "tone") -> set[str]:
    return {finding.rule for finding in assessment.findings if finding.criterion == criterion}


def marked(text: str, assessment: Assessment, rule: str) -> list[str]:
    """The words that findings of `rule` mark. For texts of one character per grapheme."""
    spans = [finding.span for finding in assessment.findings if finding.rule == rule]
    return [text[slice(*span)] for span in spans if span]
