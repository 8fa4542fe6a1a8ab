"""What `score_replies` says, in German and English."""

import os
from collections.abc import Mapping

from scenarios.core.vocabulary import LANGUAGES

TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "missing": "{file}: nicht zu lesen ({reason}).",
        "unwritable": "{file}: nicht zu schreiben ({reason}).",
        "same": "{file} ist Ein- und Ausgabe zugleich; nennen Sie eine andere Datei für die Ergebnisse.",
        "encoding": "{file}: kein UTF-8 (Zeile {line}). Speichern Sie die Datei als „CSV UTF-8“.",
        "column": "{file}: keine Spalte namens {column}. Die erste Zeile muss die Spalten nennen; sie lautet: {found}",
        "profile": "{file}: kein Markenprofil, nach dem sich bewerten lässt; Fehler darin: {count}.",
        "other_language": "{file} ist in einer anderen Sprache geschrieben als --language {spoken}.",
        "row": "Zeile {line} nicht gelesen: {reason}",
        "row_encoding": "kein UTF-8.",
        "row_quotes": "ein Anführungszeichen wird nicht geschlossen.",
        "row_long": "ein Feld ist länger als 131.072 Zeichen.",
        "row_columns": "mehr Felder als Spalten; steht ein Komma im Text, gehört er in Anführungszeichen.",
        "row_text": "die Zeile endet vor der Spalte text.",
        "row_visibility": "visibility ist weder public noch private.",
        "more": "… und {count} weitere",
        "done": "{count} Antworten bewertet: {file}",
        "partly": "{count} Antworten bewertet, {bad} Zeilen nicht gelesen; ihre Zeilen in {file} sind leer.",
    },
    "en": {
        "missing": "{file}: cannot be read ({reason}).",
        "unwritable": "{file}: cannot be written ({reason}).",
        "same": "{file} is input and output at once; name another file for the results.",
        "encoding": "{file}: not UTF-8 (line {line}). Save the file as “CSV UTF-8”.",
        "column": "{file}: no column named {column}. The first line has to name the columns; it says: {found}",
        "profile": "{file}: no brand profile to score by; errors in it: {count}.",
        "other_language": "{file} is written in another language than --language {spoken}.",
        "row": "line {line} was not read: {reason}",
        "row_encoding": "not UTF-8.",
        "row_quotes": "a quotation mark is never closed.",
        "row_long": "a field is longer than 131,072 characters.",
        "row_columns": "more fields than columns; a text with a comma in it needs quotation marks.",
        "row_text": "the line ends before the column text.",
        "row_visibility": "visibility is neither public nor private.",
        "more": "… and {count} more",
        "done": "{count} replies scored: {file}",
        "partly": "{count} replies scored, {bad} lines not read; their rows in {file} are empty.",
    },
}


def say(code: str, *, language: str, **params: object) -> str:
    return TEXTS[language][code].format(**params)


def language_of_user() -> str:
    """As the terminal has it (LC_ALL, LC_MESSAGES, LANG); English where it says neither."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if spoken := os.environ.get(name, ""):
            return spoken[:2].lower() if spoken[:2].lower() in LANGUAGES else "en"
    return "en"
