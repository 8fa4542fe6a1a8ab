"""What somebody would type to break out of a page: ways out of where text stands, times what they do once outside.

Everything they try is called `gpx`, so that it is known wherever it comes to lie.
"""

from html.parser import HTMLParser

MARK = "gpx"
WAYS_OUT = (
    "", '"', "'", '">', "'>", "-->", "<!--", "</script>", "</title>", "</textarea>", "</style>", "</select></option>",
    "]]>", "\\u003c/script\\u003e", "\u2028",
)  # fmt: skip
ATTACKS = (
    "<script>gpx()</script>", "<img src=x onerror=gpx()>", "<svg/onload=gpx()>", '<a href="javascript:gpx()">gpx</a>',
    "<iframe srcdoc='<script>gpx()</script>'></iframe>", "<style>@import '//gpx'</style>",
    "<gpx-tag autofocus tabindex=1 onfocus=gpx()>", " onmouseover=gpx() gpx=", "{{ gpx }}{% gpx %}${gpx}",
    "<base href=//gpx><meta http-equiv=refresh content='0;url=//gpx'>",
)  # fmt: skip
PAYLOADS = tuple(way + attack for attack in ATTACKS for way in WAYS_OUT)
ALL = "\n".join(PAYLOADS)
OUTSIDE = ("javascript:", "data:", "//")
"""Where no address of ours leads."""


class Page(HTMLParser):
    """Reads a page as a browser does. `escaped` says what of a payload is not text; `is_there` whether any is seen."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.escaped: list[str] = []
        self.is_there = False
        self._runs = False
        self.feed(f"{html}-->")  # a comment that was opened and never ended goes on to the end
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._runs = tag == "style" or tag == "script" and given.get("type") not in ("application/json", "importmap")
        self.is_there |= any(MARK in value for value in given.values())
        for name, value in given.items():
            leads_out = name in ("href", "src", "action", "formaction") and value.strip().lower().startswith(OUTSIDE)
            if MARK in name or name.startswith("on") or name in ("srcdoc", "style") and MARK in value or leads_out:
                self.escaped.append(f"<{tag} {name}={value}>")
        if MARK in tag:
            self.escaped.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        self._runs = False

    def handle_data(self, data: str) -> None:
        self.is_there |= MARK in data
        if self._runs and MARK in data:
            self.escaped.append(data)

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.escaped.append(f"<!--{data}-->")
