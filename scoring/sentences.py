"""What a finding says to the one who reads it. The sentences are data: sentences.toml, German and English together."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenarios.core.vocabulary import LANGUAGES

NAMED = {"kind": "kinds", "strategy": "strategies", "cluster": "clusters"}
"""Parameter → the table of sentences.toml that has its words."""

PLACE = re.compile(r"{(\w+)}")
TEXTS: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in words: its name, why it counts, what to do, and what that stands on."""

    title: str
    why: str
    advice: str
    source: str


def explain_finding(rule: str, *, language: str, params: Mapping[str, Any] | None = None) -> Explanation:
    """The words for a finding of `rule`, of today or of any scoring version before. {…} are replaced once, by `params`.

    What only the brand's own lexicon finds (`house`) is said to stand there. A finding that was stored before its
    sentence asked for more has the sentence of its time, under `former`.
    """
    language = language if language in LANGUAGES else "en"
    named = _readable(params or {}, language=language)
    told = [kept[rule] for kept in (TEXTS["rules"], TEXTS.get("former", {})) if rule in kept]
    texts = next((each for each in told if _asks_for(each[language]["why"]) <= set(named)), told[0])
    why = PLACE.sub(lambda place: named.get(place[1], place[0]), texts[language]["why"])
    if named.get("house"):
        why = f"{why} {TEXTS['house'][language]}"
    return Explanation(texts[language]["title"], why, texts[language]["advice"], texts["source"][language])


def _asks_for(text: str) -> set[str]:
    return set(PLACE.findall(text))


def _readable(params: Mapping[str, Any], *, language: str) -> dict[str, str]:
    named = {name.removesuffix("_ms"): _clock(value) for name, value in params.items() if name.endswith("_ms")}
    for name, table in NAMED.items():
        if name in params:
            named[name] = TEXTS[table][params[name]][language]
    if "day" in params:
        named["day"] = _day(params["day"], language=language)
    if "value" in params:
        value = params["value"]
        named["value"] = TEXTS["values"][value][language] if value in TEXTS["values"] else _figure(value)
    return {**{name: str(value) for name, value in params.items()}, **named}


def _figure(value: str) -> str:
    """A figure as people write it: "time:1185" is 19:45 (scoring/core/hearing/figures.py)."""
    kind, _, amount = value.partition(":")
    if not amount.isdecimal():
        return amount
    number = int(amount)
    match kind:
        case "time":
            return f"{number // 60}:{number % 60:02d}"
        case "money":
            return f"{number // 100},{number % 100:02d}" if number % 100 else str(number // 100)
        case "percent":
            return f"{number} %"
    return f"{number // 60}:{number % 60:02d} h" if number >= 60 else f"{number} min"


def _day(iso: str, *, language: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}" if language == "de" else f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def _clock(ms: int) -> str:
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
