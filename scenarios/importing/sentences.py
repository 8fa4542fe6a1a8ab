"""What an import has to say, in German or English. The sentences are data (texts.toml)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from scenarios.core.importing.problems import ImportRefused, Param, Unread
from scenarios.core.importing.sketch import Ledger
from scenarios.core.review import Doubt
from scenarios.core.variables import fill

_TEXTS = Path(__file__).with_name("texts.toml")
MOST_OTHERS = 12
MOST_EXPLAINED = 20


@cache
def load_import_texts() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """refused, unread or report → code → language → sentence."""
    return tomllib.loads(_TEXTS.read_text("utf-8"))


def explain_refusal(refused: ImportRefused, *, language: str) -> str:
    """Why nothing was imported, and what the rows that could not be read have to do with it."""
    reason = _say("refused", refused.code, language, refused.params)
    file = refused.params.get("file")
    if file is not None and "{file}" not in load_import_texts()["refused"][refused.code][language]:
        reason = _say("report", "in_file", language, {"file": file, "reason": reason})
    shown = [explain_unread(unread, language=language) for unread in refused.unread[:MOST_EXPLAINED]]
    return "\n".join((reason, *shown, *(["…"] if len(refused.unread) > MOST_EXPLAINED else [])))


def explain_unread(unread: Unread, *, language: str) -> str:
    """`Line 12–14: quotes that do not match.`"""
    line = str(unread.line) if unread.line == unread.last_line else f"{unread.line}–{unread.last_line}"
    reason = _say("unread", unread.code, language, unread.params)
    if unread.place:
        return _say("report", "unread_at", language, {"place": unread.place, "reason": reason})
    return _say("report", "unread", language, {"line": line, "reason": reason})


def report_import(ledger: Ledger, *, brand_was_chosen: bool, skip: int, language: str) -> list[str]:
    """Where every row went, a sentence a line."""
    lines: list[str] = []
    others = sorted(
        (brand for brand in ledger.brands if brand != ledger.brand), key=lambda brand: -ledger.brands[brand]
    )
    if not brand_was_chosen and others:
        shown = [f"{brand} ({ledger.brands[brand]})" for brand in others[:MOST_OTHERS]]
        more = ["…"] if len(others) > MOST_OTHERS else []
        lines.append(
            _say("report", "brand_chosen", language, {"brand": ledger.brand, "others": ", ".join(shown + more)})
        )
    elif not brand_was_chosen:
        lines.append(_say("report", "brand_taken", language, {"brand": ledger.brand}))
    lost = [unread for unread in ledger.unread if not unread.kept]
    counts: dict[str, Param] = {
        "rows": ledger.rows,
        "played": ledger.played,
        "then": ledger.then,
        "unlinked": len(ledger.unlinked),
        "left_out": ledger.left_out,
        "elsewhere": ledger.elsewhere,
        "unread": len(lost),
    }
    lines.append(_say("report", "rows", language, counts))
    lines.append(_say("report", "threads", language, {"taken": ledger.threads_taken, "found": ledger.threads_found}))
    if skip + ledger.threads_taken < ledger.threads_found:
        lines.append(_say("report", "next", language, {"skip": skip + ledger.threads_taken}))
    if ledger.unlinked:
        lines.append(_say("report", "unlinked", language, {"lines": ", ".join(map(str, ledger.unlinked))}))
    return lines + [explain_unread(unread, language=language) for unread in ledger.unread]


def say_written(file: Path, *, brand_file: Path, warnings: int, doubts: int, language: str) -> list[str]:
    """Where the two files are."""
    return [
        _say("report", "written", language, {"file": str(file), "warnings": warnings}),
        _say("report", "written_brand", language, {"file": str(brand_file)}),
        _say("report", "look_through", language, {"count": doubts, "file": str(file)}),
    ]


def describe_doubt(number: int, doubt: Doubt, *, language: str) -> str:
    """`3  Müllenbeck  may be a name, in t001-2; suggestion: Weihmann`."""
    why = _say("review", doubt.why, language, {})
    values = {"number": number, "words": doubt.words, "why": why, "posts": ", ".join(doubt.posts[:5])}
    return _say("review", "doubt", language, {**values, "suggestion": doubt.suggestion})


def say_review(code: str, *, language: str, **params: Param) -> str:
    """A sentence about the review as a whole."""
    return _say("review", code, language, params)


def say_report(code: str, *, file: str, language: str) -> str:
    """What happened to a file."""
    return _say("report", code, language, {"file": file})


def _say(group: str, code: str, language: str, params: Mapping[str, Param]) -> str:
    return fill(load_import_texts()[group][code][language], {name: str(value) for name, value in params.items()})
