"""What a house profile's form shows and what it brought back: rows of channels, desks, texts, and lists of words."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from scenarios.core.house.sheets import Sheet, make_key, put
from scenarios.core.scalars import is_key
from trainer_ui.looking import read_id

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "channels": ("name", "kind", "limit", "first_target", "next_target", "closing_target", "worthless_after"),
    "desks": ("name", "about"),
    "articles": ("title", "text"),
    "templates": ("title", "text"),
}
MOST_ROWS: Mapping[str, int] = {"channels": 16, "desks": 24, "articles": 60, "templates": 120}
SHORT = ("name", "handle", "address", "sign_off", "service_name", "emoji", "gendering")
NEEDED = ("name", "handle", "address", "sign_off", "service_name")
WORDS = ("greeting", "sign_off", "officialese", "forbidden")
"""Rules of the lexicon that the form shows; all others go through it unchanged."""
MAY_BE_EMPTY = ("limit", "closing_target", "worthless_after")
MORE = 3
"""Empty rows at the end of a section that somebody asks more of."""


def read_posted(posted: Mapping[str, str], *, before: Sheet, language: str) -> Sheet:
    """What was typed, over what the form does not show of `before`. Rows that are empty or taken off are left out."""
    sheet: Sheet = {**before, "format": "1", "language": language}
    for name in SHORT:
        value = posted.get(name, "").strip()
        if name in NEEDED:
            sheet[name] = value
        else:
            put(sheet, name, value)
    put(sheet, "private_addresses", _read_lines(posted, "private_addresses"))
    for section in SECTIONS:
        rows = _read_rows(posted, section)
        if section == "channels":
            sheet[section] = rows
        else:
            put(sheet, section, rows)
    lexicon = dict(before.get("lexicon", {}))
    for rule in WORDS:
        put(lexicon, rule, _read_lines(posted, f"words-{rule}"))
    put(sheet, "lexicon", lexicon)
    sheet["key"] = before.get("key") or make_key(sheet["name"] or "house", taken=[])
    return sheet


def make_rows(sheet: Sheet, section: str, *, faults: Mapping[str, Sequence[str]], more: bool) -> list[dict[str, Any]]:
    """The rows of a section as the page draws them, with the sentences about each field."""
    rows = [
        {"key": key, "fields": {name: str(item.get(name, "")) for name in SECTIONS[section]}}
        for key, item in sheet.get(section, {}).items()
    ]
    empty = MORE if more else 0 if rows else 1
    rows += [{"key": "", "fields": dict.fromkeys(SECTIONS[section], "")} for _ in range(empty)]
    for number, row in enumerate(rows):
        row["number"] = number
        row["faults"] = [said for name in ("", *SECTIONS[section]) for said in faults.get(_at(section, row, name), ())]
        row["wrong"] = [name for name in SECTIONS[section] if row["key"] and faults.get(_at(section, row, name))]
    return rows[: MOST_ROWS[section]]


def name_field(path: Sequence[str | int]) -> str:
    """The field that the value at `path` of a profile stands in; "" is the form as a whole."""
    if not path:
        return ""
    first, *rest = (str(part) for part in path)
    if first in SECTIONS and rest:
        return ".".join((first, *rest[:2])) if len(rest) > 1 else f"{first}.{rest[0]}."
    if first == "lexicon" and rest and rest[0] in WORDS:
        return f"words-{rest[0]}"
    return first if first in (*SHORT, *SECTIONS, "private_addresses") else ""


def make_first_sheet(language: str) -> Sheet:
    """What a new profile begins with: the four kinds of channel and the desks that most houses have."""
    german = language == "de"
    names = (
        ("Kurznachrichten", "Unsere Seite", "Forum", "Homepage")
        if german
        else ("Microblog", "Page", "Forum", "Homepage")
    )
    desks = (
        (("operations", "Betrieb", "Störungen, Ursachen, Prognosen"),
         ("customer-service", "Kundenservice", "Verträge, Rechnungen, Erstattung"),
         ("press", "Pressestelle", "Anfragen von Redaktionen"),
         ("security", "Sicherheit", "Drohungen, Betrug, veröffentlichte Daten"))
        if german else
        (("operations", "Operations", "Outages, causes, forecasts"),
         ("customer-service", "Customer service", "Contracts, bills, refunds"),
         ("press", "Press office", "Questions from newsrooms"),
         ("security", "Security", "Threats, fraud, published data"))
    )  # fmt: skip
    limits = {"microblog": ("280", "4:00", "4:00"), "page": ("1000", "6:00", "6:00"),
              "forum": ("2000", "6:00", "6:00"), "homepage": ("600", "3:30", "3:30")}  # fmt: skip
    return {
        "address": "sie" if german else "you",
        "sign_off": "initials",
        "channels": {
            kind: {"name": name, "kind": kind, "limit": limit, "first_target": first, "next_target": following}
            for name, (kind, (limit, first, following)) in zip(names, limits.items(), strict=True)
        },
        "desks": {key: {"name": name, "about": about} for key, name, about in desks},
    }


def name_choices(language: str) -> dict[str, list[tuple[str, str]]]:
    """Of each field with a choice, what can be chosen and how it is called on the page."""
    addresses = [("sie", gettext("Sie")), ("du", gettext("du"))] if language == "de" else [("you", gettext("you"))]
    return {
        "address": addresses,
        "sign_off": [
            ("initials", gettext("by the agent’s initials (^AB)")),
            ("service_name", gettext("by the team’s name")),
        ],
        "emoji": [
            ("", gettext("nothing is said of it")),
            ("none", gettext("none")),
            ("sparing", gettext("few")),
            ("free", gettext("welcome")),
        ],
        "gendering": [
            ("", gettext("nothing is said of it")),
            ("neutral", gettext("neutral words")),
            ("pairs", gettext("both forms")),
            *([("colon", gettext("with a colon")), ("star", gettext("with a star"))] if language == "de" else []),
            ("none", gettext("no rule")),
        ],
        "kind": [
            ("microblog", gettext("short posts")),
            ("page", gettext("page of the company")),
            ("forum", gettext("forum")),
            ("homepage", gettext("own homepage")),
        ],
    }


def _read_rows(posted: Mapping[str, str], section: str) -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    count = read_id(posted.get(f"{section}-count", "")) or 0
    for number in range(min(count, MOST_ROWS[section])):
        at = f"{section}-{number}-"
        fields = {name: posted.get(at + name, "").replace("\r\n", "\n").strip() for name in SECTIONS[section]}
        said = [value for name, value in fields.items() if name != "kind"]
        if posted.get(f"{at}remove") or not any(said):
            continue
        kept = posted.get(f"{at}key", "")
        title = fields.get("name") or fields.get("title") or section
        key = kept if is_key(kept) and kept not in rows else make_key(title, taken=rows)
        rows[key] = {name: value for name, value in fields.items() if value or name not in MAY_BE_EMPTY}
    return rows


def _read_lines(posted: Mapping[str, str], name: str) -> list[str]:
    """Lines that say something, each once."""
    return list(dict.fromkeys(line.strip() for line in posted.get(name, "").splitlines() if line.strip()))


def _at(section: str, row: Mapping[str, Any], name: str) -> str:
    return f"{section}.{row['key']}.{name}"
