"""A CSV file of public conversations into the texts of a scenario and its brand profile: the whole import, pure.

Rules kept here: every row of the file ends up in exactly one count of the ledger; the same bytes and wishes give the
same texts, and for conversations the order of rows gives no other.
"""

from collections.abc import Callable
from dataclasses import dataclass

from scenarios.core.importing.from_messages import convert_messages
from scenarios.core.importing.from_singles import convert_singles
from scenarios.core.importing.rows import detect_kind, read_messages, read_singles
from scenarios.core.importing.sketch import Ledger
from scenarios.core.importing.stand_ins import Company, StandIns
from scenarios.core.importing.table import read_table
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
    return Imported(
        write_scenario(sketch, brand_file=brand_file), write_brand(sketch), language, ledger, len(sketch.doubts)
    )
