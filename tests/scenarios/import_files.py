"""Invented files of the three further kinds, and the import as the command runs it."""

import json
import zipfile
from datetime import time
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from scenarios.core.importing.convert import Imported, Makers, Source, convert_sources
from scenarios.core.importing.wishes import Wishes
from scenarios.importing.fake_people import FakePeople, name_company
from scenarios.importing.workbook import is_workbook, read_workbook

PLAN_HEAD = ("Zeit", "Von", "An", "Kanal", "Text", "Erwartete Reaktion")
PLAN_ROWS: list[tuple[Any, ...]] = [
    ("09:15", "Petra Zschau", "Nordbahn", "Twitter", "Warum steht der Zug in Altenried?", "Antworten"),
    (time(9, 20), "Troll", "Nordbahn", "Facebook", "Ihr Versager!", "nicht reagieren"),
    ("9:25 Uhr", "Anwohner", "Nordbahn", "E-Mail", "Hier riecht es nach Gas.", "sofort eskalieren"),
    ("9.30", "Abendblatt", "Nordbahn", "Presse", "Wir bitten um Stellungnahme.", ""),
]


def make_workbook(rows: list[tuple[Any, ...]], *, head: tuple[str, ...] = PLAN_HEAD, title: str = "Plan") -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in (head, *rows):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def status(identity: str, acct: str, text: str, *, to: str | None = None, **more: Any) -> dict[str, Any]:
    """A post as Mastodon's API gives it."""
    return {
        "id": identity,
        "created_at": f"2026-05-01T10:{int(identity) % 60:02}:00.000Z",
        "in_reply_to_id": to,
        "visibility": "public",
        "spoiler_text": "",
        "content": text,
        "account": {"acct": acct, "username": acct.split("@")[0], "display_name": "", "followers_count": 1234},
        "mentions": [{"username": "nordbahn", "acct": "nordbahn@bahn.example"}],
        "media_attachments": [],
        "reblogs_count": 0,
        **more,
    }


MENTION = (
    '<span class="h-card"><a href="https://bahn.example/@nordbahn" class="mention">@<span>nordbahn</span></a></span>'
)
STATUS = status("100", "petra@social.example", f"<p>{MENTION} Wann geht es &lt;endlich&gt; weiter?</p>")
CONTEXT = {
    "ancestors": [],
    "descendants": [
        status("101", "nordbahn@bahn.example", "<p>In zehn Minuten.</p>", to="100", mentions=[]),
        status("102", "jo", "<p>Bei mir auch<br>:blobcat_angry: :unbekannt:</p>", to="100", reblogs_count=3),
        status("103", "petra@social.example", "<p>Danke!</p>", to="101", edited_at="2026-05-01T11:00:00Z"),
        status("104", "ann", "<p>Geheim</p>", to="100", visibility="private"),
        status("105", "bob", "", to="100"),
        status("106", "bob", "<p>Los</p>", to="999", spoiler_text="Bahn", mentions=[]),
        status("107", "eve", "", to="100", media_attachments=[{"description": "Leerer Bahnsteig"}]),
    ],
}
ACTORS = "username,class,name\nanna,normal,Anna Zschau\nben,normal,\n"
POSTS = (
    ""
    "id,body,actor,time\n1,Guten Morgen,anna,-10:00\n2,Wer kennt "
    "das?,ben,0:30\n3,Kaputt,ben,morgen\n4,Ende,anna,10:30\n"
)
REPLIES = "id,reply,body,actor,time\n1,1,Moin Anna,ben,-09:00\n2,2,Ich,anna,0:10\n3,9,Nirgends,anna,1:00\n"


def import_sources(
    *sources: bytes | str | dict[str, Any] | list[Any], kind: str | None = None, **wishes: Any
) -> Imported:
    seed = wishes.get("seed", 1)
    read = []
    for number, source in enumerate(sources):
        data = json.dumps(source) if isinstance(source, (dict, list)) else source
        raw = data.encode() if isinstance(data, str) else data
        sheets = tuple(read_workbook(raw, file="plan.xlsx")) if is_workbook(raw) else ()
        read.append(Source(f"file{number}", b"" if sheets else raw, sheets))
    return convert_sources(
        read,
        kind=kind,
        columns=wishes.pop("columns", None),
        wishes=Wishes(**{"key": "imported", **wishes}),
        brand_file="brand.yaml",
        makers=Makers(
            lambda language: FakePeople(seed=seed, language=language),
            lambda name, language: name_company(name, language=language),
        ),
    )


def rewrite_part(data: bytes, name: str, content: bytes) -> bytes:
    """The workbook with another part of that name."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        new.writestr(name, content)
    return out.getvalue()
