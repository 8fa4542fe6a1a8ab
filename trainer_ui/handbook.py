"""The handbook, for trainees first, then for coaches, managers and administrators: Markdown below docs/handbook, read
as it stands and shown inside the product.

It is ours and ships with the code, so it is trusted as much as a template is; HTML in it would be escaped all the same.
Bold is what stands on the screen and code is a key: a test holds both to the desk.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

HANDBOOK = settings.BASE_DIR / "docs" / "handbook"
PAGES = ("start", "desk", "replies", "acts", "debrief", "keys", "write", "classes", "certify", "operate")
"""In the order in which they are read; each is a file for each language."""
IMAGES = "../images/"
"""How a page names its pictures, which are served as static files (STATICFILES_DIRS)."""
SIZE = (1024, 640)
"""Of every picture, so that the text does not jump when one has come."""

_NO_WORD = re.compile(r"[^\w\s-]")


@dataclass(frozen=True, slots=True)
class HandbookPage:
    name: str
    title: str
    html: SafeString


@cache
def read_page(name: str, *, language: str) -> HandbookPage:
    """Page `name`, one of PAGES, in `language`. Its text does not change while the server runs."""
    parser = make_parser()
    tokens = parser.parse((HANDBOOK / language / f"{name}.md").read_text(encoding="utf-8"))
    title = ""
    for token, following in zip(tokens, tokens[1:], strict=False):
        if token.type == "heading_open":
            token.attrSet("id", name_anchor(following.content))
            title = title or following.content
        for child in following.children or ():
            _lead_on(child)
    # Escaped by the renderer: the parser knows no HTML.
    return HandbookPage(name, title, mark_safe(parser.renderer.render(tokens, parser.options, {})))  # noqa: S308


def make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("code_inline", _draw_key)
    parser.add_render_rule("table_open", _open_table)
    return parser


def name_anchor(heading: str) -> str:
    """What a link to a heading ends with, as on code-hosting sites."""
    return _NO_WORD.sub("", heading.lower()).strip().replace(" ", "-")


def list_pages(*, language: str) -> Sequence[HandbookPage]:
    return [read_page(name, language=language) for name in PAGES]


def _lead_on(token: Token) -> None:
    """Links between pages and pictures as the product serves them."""
    href, source = token.attrGet("href"), token.attrGet("src")
    if isinstance(href, str):
        page, _, anchor = href.partition("#")
        path = reverse("trainer_ui:handbook", args=[page.removesuffix(".md")]) if page else ""
        token.attrSet("href", f"{path}#{anchor}" if anchor else path)
    if isinstance(source, str):
        token.attrSet("src", static(f"handbook/{source.removeprefix(IMAGES)}"))
        for side, length in zip(("width", "height"), SIZE, strict=True):
            token.attrSet(side, str(length))
        token.attrSet("loading", "lazy")


def _draw_key(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
    return f"<kbd>{escapeHtml(tokens[index].content)}</kbd>"


def _open_table(*_: object) -> str:
    return '<table class="plain-table">\n'
