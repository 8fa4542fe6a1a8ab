"""Files of public conversations into the texts of a scenario and its brand profile: the whole import, pure.

Rules kept here: every row of the file ends up in exactly one count of the ledger; the same bytes and wishes give the
same texts, and for conversations the order of rows gives no other.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from scenarios.core.importing.exercise import Columns, Sheet, guess_mapping, read_plan
from scenarios.core.importing.from_messages import convert_messages
from scenarios.core.importing.from_singles import convert_singles
from scenarios.core.importing.mastodon import looks_like_json, read_json, read_thread
from scenarios.core.importing.problems import ImportRefused
from scenarios.core.importing.rows import detect_kind, read_messages, read_singles
from scenarios.core.importing.scripted import convert_scripted
from scenarios.core.importing.sketch import Ledger, Sketch
from scenarios.core.importing.stand_ins import Company, StandIns
from scenarios.core.importing.table import Table, read_table
from scenarios.core.importing.truman import detect_part, read_truman
from scenarios.core.importing.wishes import Wishes
from scenarios.core.importing.writer import write_brand, write_scenario

LANGUAGE_OF = {"messages": "en", "singles": "de"}
"""What such files are written in, unless the wishes say otherwise."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Two texts that lint without errors, and where every row went."""

    scenario: str
    brand: str
    language: str
    ledger: Ledger
    doubts: int = 0
    columns: Columns | None = None


KINDS = ("mastodon", "plan", "truman", "table")
_GERMAN, _ENGLISH = (
    re.compile(rf"(?i)\b(?:{words})\b")
    for words in ("der|die|das|und|ich|nicht|ist|wir|ein|eine|mit|seit|auf", "the|and|is|not|i|you|we|a|with|for|my|on")
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name, and its bytes or, of a workbook, its sheets."""

    name: str
    data: bytes = b""
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Makers:
    """Who draws: `stand_ins_for` takes a language, `name_company` a name and a language."""

    stand_ins_for: Callable[[str], StandIns]
    name_company: Callable[[str, str], Company]


def detect_source_kind(sources: Sequence[Source]) -> str:
    """One of KINDS, by what the files hold."""
    if any(source.sheets for source in sources):
        return "plan"
    if all(looks_like_json(source.data) for source in sources):
        return "mastodon"
    if len(sources) > 1:
        return "truman"
    try:
        table = read_table(sources[0].data)
    except ImportRefused:
        return "table"
    return "truman" if detect_part(table) and "tweet_id" not in table.header else "table"


def convert_sources(
    sources: Sequence[Source],
    *,
    kind: str | None,
    columns: Columns | None,
    wishes: Wishes,
    brand_file: str,
    makers: Makers,
) -> Imported:
    """Import `sources`, all of one kind. `columns` is the mapping of a plan where there is one.

    Raises ImportRefused if the files or the wishes cannot be met.
    """
    kind = kind or detect_source_kind(sources)
    if kind == "table":
        if len(sources) > 1 or sources[0].sheets:
            raise ImportRefused("one_table_only")
        return convert_file(
            sources[0].data,
            wishes=wishes,
            source=sources[0].name,
            brand_file=brand_file,
            stand_ins_for=makers.stand_ins_for,
            name_company=makers.name_company,
        )
    if kind == "mastodon":
        documents = [read_json(source.data, file=source.name) for source in sources]
        messages, unread, account = read_thread(documents, brand=wishes.brand)
        language = wishes.language or guess_language(message.text for message in messages)
        sketch, ledger = convert_messages(
            messages,
            unread,
            wishes=replace(wishes, brand=account),
            company=_name(wishes, makers, language),
            language=language,
            stand_ins=makers.stand_ins_for(language),
            source=sources[0].name,
            accounts={account: 0},
        )
        return _write(sketch, ledger, language, brand_file)
    mapping: Columns | None = None
    brand = wishes.brand
    if kind == "plan":
        if len(sources) > 1:
            raise ImportRefused("one_plan_only")
        sheets = sources[0].sheets
        if not sheets:
            raise ImportRefused("no_workbook", file=sources[0].name)
        rows, unread, mapping, addressed = read_plan(sheets, columns or guess_mapping(sheets))
        brand = brand or addressed
    else:
        tables = [(source.name, _read_named_table(source)) for source in sources]
        rows, unread = read_truman(tables, brand=brand, gap_cap_s=wishes.gap_cap_s)
    language = wishes.language or guess_language(row.text for row in rows)
    sketch, ledger = convert_scripted(
        rows,
        unread,
        brand=brand,
        wishes=wishes,
        company=_name(wishes, makers, language),
        language=language,
        stand_ins=makers.stand_ins_for(language),
        source=sources[0].name,
    )
    return replace(_write(sketch, ledger, language, brand_file), columns=mapping)


def _read_named_table(source: Source) -> Table:
    """Of several files, a refusal says which."""
    try:
        return read_table(source.data)
    except ImportRefused as refused:
        named = ImportRefused(refused.code)
        named.params = {"file": source.name, **refused.params}
        raise named from refused


def guess_language(texts: Iterable[str]) -> str:
    """de or en, by small words."""
    text = "\n".join(islice(texts, 200))[:50_000]
    return "de" if len(_GERMAN.findall(text)) >= len(_ENGLISH.findall(text)) else "en"


def _name(wishes: Wishes, makers: Makers, language: str) -> Company | None:
    return makers.name_company(wishes.brand_name, language) if wishes.brand_name else None


def _write(sketch: Sketch, ledger: Ledger, language: str, brand_file: str) -> Imported:
    scenario = write_scenario(sketch, brand_file=brand_file)
    return Imported(scenario, write_brand(sketch), language, ledger, len(sketch.doubts))


def convert_file(
    data: bytes,
    *,
    wishes: Wishes,
    source: str,
    brand_file: str,
    stand_ins_for: Callable[[str], StandIns],
    name_company: Callable[[str, str], Company],
) -> Imported:
    """Import `data`. `source` and `brand_file` are names to write down.

    `stand_ins_for` takes a language, `name_company` a name and a language.
    Raises ImportRefused if the file or the wishes cannot be met.
    """
    table = read_table(data)
    kind = detect_kind(table)
    language = wishes.language or LANGUAGE_OF[kind]
    stand_ins = stand_ins_for(language)
    company = name_company(wishes.brand_name, language) if wishes.brand_name else None
    if kind == "messages":
        messages, unread = read_messages(table)
        unread = sorted((*table.unread, *unread))
        sketch, ledger = convert_messages(
            messages, unread, wishes=wishes, company=company, language=language, stand_ins=stand_ins, source=source
        )
    else:
        singles, unread = read_singles(table)
        unread = sorted((*table.unread, *unread))
        sketch, ledger = convert_singles(
            singles, unread, wishes=wishes, company=company, language=language, stand_ins=stand_ins, source=source
        )
    return _write(sketch, ledger, language, brand_file)
