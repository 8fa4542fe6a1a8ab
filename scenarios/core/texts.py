"""Checks what is written: variables, and lengths in graphemes (what a person takes for one character)."""

from functools import lru_cache
from itertools import islice

import regex

from scenarios.core.draft import Draft
from scenarios.core.nodes import Scalar, find_in_scalar
from scenarios.core.problems import HINT, WARNING, Report
from scenarios.core.records import Found, Record
from scenarios.core.suggestions import suggest
from scenarios.core.timeline import Brand, Post
from scenarios.core.variables import NAMES, VARIABLE, fill, find_unknown

FACT_VARIABLES = ("brand",)
"""A fact is told to nobody in particular."""

USUAL_NAME = "Maximiliane Sch."
"""Stands for a name or handle that is drawn per run when a text's length is taken."""

USUAL_INITIALS = "^AB"

MOST_UNKNOWN = 20
"""So many unknown variables of one text are reported."""

GAP = regex.compile(r"\[[\p{L}][^\[\]\n]{0,40}\]|<\p{L}[^<>\n]{0,40}>|\b(?:XX|xx)[:.](?:XX|xx)\b|\bXXX+\b|_{3,}")

_GRAPHEME = regex.compile(r"\X")


@lru_cache(maxsize=1024)
def count_graphemes(text: str) -> int:
    """The length of `text` as channels count it."""
    return len(text) if text.isascii() and "\r" not in text else len(_GRAPHEME.findall(text))


def check_brand_texts(brand: Brand, records: dict[tuple[str, str], Record], *, source: str, report: Report) -> None:
    """Variables of the brand's templates; nobody fills any in an article."""
    for template in brand.templates:
        record = records["template", template.key]
        check_variables(record, "text", source=source, report=report)
        _check_gaps(record.found("text"), HINT, source=source, report=report)
    for article in brand.articles:
        check_variables(records["article", article.key], "text", source=source, report=report, allowed=())


def check_texts(draft: Draft) -> None:
    """Variables and lengths of all texts of a scenario."""
    for kind, names, allowed in (
        ("post", ("text",), NAMES),
        ("fact", ("text", "approved"), FACT_VARIABLES),
        ("template", ("text",), NAMES),
    ):
        for (record_kind, _), record in draft.records.items():
            for name in names if record_kind == kind else ():
                check_variables(record, name, source=draft.source, report=draft.report, allowed=allowed)
    for (kind, _), record in draft.records.items():
        if kind == "template":
            _check_gaps(record.found("text"), HINT, source=draft.source, report=draft.report)
    for post in draft.posts.values():
        needs = draft.records["post", post.key].record("needs")
        if needs:
            for name in ("model", "paraphrase"):
                check_variables(needs, name, source=draft.source, report=draft.report)
                _check_gaps(needs.found(name), WARNING, source=draft.source, report=draft.report)
        _check_lengths(draft, post)


def check_variables(
    record: Record, name: str, *, source: str, report: Report, allowed: tuple[str, ...] = NAMES
) -> None:
    """Every variable in field `name` of `record` that is none of `allowed`, at its own place where that can be told."""
    found = record.found(name)
    if found is not None:
        check_variables_of(found, source=source, report=report, allowed=allowed)


def check_variables_of(found: Found, *, source: str, report: Report, allowed: tuple[str, ...]) -> None:
    """The same for one text of a list, and braces that are left over."""
    if found.node is None or not ("{" in found.node.value or "}" in found.node.value):
        return
    _check_braces(found.node, source=source, report=report)
    seen: dict[str, int] = {}
    for variable in islice(find_unknown(found.node.value, allowed=allowed), MOST_UNKNOWN):
        if report.is_full:
            return
        part = "{" + variable + "}"
        place = find_in_scalar(source, found.node, part=part, occurrence=seen.get(variable, 0))
        seen[variable] = seen.get(variable, 0) + 1
        options = ", ".join(allowed)
        suggestion = suggest(variable, allowed, report=report)
        report.add(place, "unknown-variable", variable=variable, options=options, suggestion=suggestion)


def _check_braces(node: Scalar, *, source: str, report: Report) -> None:
    """The first brace that opens or closes nothing: half a variable, most likely."""
    rest = VARIABLE.sub(lambda match: " " * len(match[0]), node.value)
    at = min((place for place in (rest.find("{"), rest.find("}")) if place >= 0), default=-1)
    if at >= 0:
        brace = rest[at]
        place = find_in_scalar(source, node, part=brace, occurrence=node.value[:at].count(brace))
        report.warn(place, "lone-brace")


def _check_gaps(found: Found | None, severity: str, *, source: str, report: Report) -> None:
    """What somebody meant to fill in, and nobody does: a model with one is no example, a template asks for care."""
    match = GAP.search(str(found.value)) if found and found.node else None
    if match and found and found.node:
        place = find_in_scalar(source, found.node, part=match[0])
        report.add(place, "unfilled", severity=severity, words=match[0], options=", ".join(NAMES))


def _check_lengths(draft: Draft, post: Post) -> None:
    channel = draft.channel_of(post.thread)
    if channel is None or channel.limit is None or draft.brand is None:
        return
    brand, limit = draft.brand, channel.limit
    values = _sample_values(draft, post, brand)
    texts = [("post-too-long", draft.place("post", post.key, "text"), fill(post.text, values))]
    if post.needs.model:
        texts.append(("model-too-long", draft.needs_place(post.key, "model"), fill(post.needs.model, values)))
    if post.needs.paraphrase:
        place = draft.needs_place(post.key, "paraphrase")
        texts.append(("model-too-long", place, fill(post.needs.paraphrase, values)))
    for key in post.needs.facts:
        approved = draft.facts[key].approved if key in draft.facts else None
        if approved:
            texts.append(("approved-too-long", draft.place("fact", key, "approved"), fill(approved, values)))
    for code, place, text in texts:
        if len(text) > limit and (length := count_graphemes(text)) > limit:
            draft.report.add(place, code, length=length, limit=limit, channel=channel.key)


def _sample_values(draft: Draft, post: Post, brand: Brand) -> dict[str, str]:
    persona = draft.personas.get(post.persona)
    return {
        "name": (persona and persona.name) or USUAL_NAME,
        "handle": (persona and persona.handle) or USUAL_NAME,
        "brand": brand.name,
        "agent": brand.service_name if brand.sign_off == "service_name" else USUAL_INITIALS,
    }
