"""What `score_replies` says, in German and English."""

import os
import re
from collections.abc import Mapping

from scenarios.core.vocabulary import LANGUAGES

TEXTS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "missing": "{file}: nicht zu lesen ({reason}).",
        "unwritable": "{file}: nicht zu schreiben ({reason}).",
        "same": "{file} ist Ein- und Ausgabe zugleich; nennen Sie eine andere Datei für die Ergebnisse.",
        "encoding": "{file}: kein UTF-8 (Zeile {line}). Speichern Sie die Datei als „CSV UTF-8“.",
        "column": "{file}: keine Spalte namens {column}. Die erste Zeile muss die Spalten nennen; sie lautet: {found}",
        "twice": "{file}: Die Spalte {column} kommt mehrmals vor; benennen Sie die anderen um.",
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
        "done_1": "1 Antwort bewertet: {file}",
        "done_n": "{count} Antworten bewertet: {file}",
        "partly_1": "{scored}; 1 Zeile nicht gelesen, sie ist dort leer.",
        "partly_n": "{scored}; {count} Zeilen nicht gelesen, sie sind dort leer.",
    },
    "en": {
        "missing": "{file}: cannot be read ({reason}).",
        "unwritable": "{file}: cannot be written ({reason}).",
        "same": "{file} is input and output at once; name another file for the results.",
        "encoding": "{file}: not UTF-8 (line {line}). Save the file as “CSV UTF-8”.",
        "column": "{file}: no column named {column}. The first line has to name the columns; it says: {found}",
        "twice": "{file}: more than one column is named {column}, and nobody can tell which counts. Rename the others.",
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
        "done_1": "1 reply scored: {file}",
        "done_n": "{count} replies scored: {file}",
        "partly_1": "{scored}; 1 line was not read, its row there is empty.",
        "partly_n": "{scored}; {count} lines were not read, their rows there are empty.",
    },
}


USAGE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (.+)"), r"es fehlt: \1"),
    (re.compile(r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)"), r"\1: \2 gibt es nicht, nur \3"),
    (re.compile(r"argument (\S+): a number from 1 to 256"), r"\1: eine Zahl von 1 bis 256"),
    (re.compile(r"argument (\S+): expected one argument"), r"\1: der Wert dazu fehlt"),
    (re.compile(r"unrecognized arguments: (.+)"), r"unbekannt: \1"),
    (re.compile(r"ambiguous option: (\S+) could match (.+)"), r"\1 kann mehreres sein: \2"),
)
"""What argparse says in English only, and the same in German."""


def say_counted(code: str, count: int, *, language: str, **params: object) -> str:
    """`code` in the singular or the plural."""
    return say(f"{code}_1" if count == 1 else f"{code}_n", language=language, count=count, **params)


def say_usage(message: str, *, language: str) -> str:
    """What is wrong with a call, as argparse says it in English."""
    for pattern, german in USAGE if language == "de" else ():
        if found := pattern.fullmatch(message):
            return found.expand(german)
    return message


def say(code: str, *, language: str, **params: object) -> str:
    return TEXTS[language][code].format(**params)


def language_of_user() -> str:
    """As the terminal has it (LC_ALL, LC_MESSAGES, LANG); English where it says neither."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if spoken := os.environ.get(name, ""):
            return spoken[:2].lower() if spoken[:2].lower() in LANGUAGES else "en"
    return "en"
