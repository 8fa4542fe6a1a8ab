"""Repeated words beside the words that they repeat: this reply's and the earlier one's, or the template's."""

import json
from collections.abc import Sequence
from dataclasses import replace

from scoring.core.origins import find_origin
from trainer_ui.core.marking import GRAPHEME
from trainer_ui.findings import COPIED, Repeated, ShownFinding
from trainer_ui.played import PlayedRun


def show_origins(findings: Sequence[ShownFinding], words: str, played: PlayedRun) -> list[ShownFinding]:
    """`findings` of a reply that says `words`, each repetition with where it stood before, as far as there is text."""
    letters = GRAPHEME.findall(words)
    return [
        replace(
            finding,
            repeated=[_show(finding, "".join(letters[start:end]), played) for start, end in finding.spans if letters],
        )
        if finding.rule in COPIED and _has_text(finding)
        else finding
        for finding in findings
    ]


def _has_text(finding: ShownFinding) -> bool:
    """Of replies in earlier runs only a fingerprint is left."""
    return finding.rule != "individuality.earlier_run"


def _show(finding: ShownFinding, here: str, played: PlayedRun) -> Repeated:
    there = _find_text(json.loads(finding.params), played)
    if there is None:
        return Repeated(here, None)
    span = find_origin(here, there, language=played.timeline.language)
    return Repeated(here, "".join(GRAPHEME.findall(there)[slice(*span)]) if span else there)


def _find_text(params: dict[str, str | int], played: PlayedRun) -> str | None:
    if "template" in params:
        timeline, own = played.timeline, played.state.own_templates
        templates = {each.key: each.text for each in (*timeline.brand.templates, *timeline.templates, *own)}
        return templates.get(str(params["template"]))
    reply = played.state.replies.get(int(params["reply"]))
    return reply.words if reply else None
