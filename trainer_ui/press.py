"""Turns one page into a PDF, in a process of its own: `python -m trainer_ui.press` reads it from standard input.

Rules kept here: nothing is fetched from anywhere, and the style sheet comes with the page; text stays text, and the
document is tagged (PDF/UA-1), so that it can be read aloud. Only this module needs Pango and HarfBuzz, and nothing
imports it: where they are missing, everything but the PDF works.
"""

import json
import os
import sys
from typing import NoReturn

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher


class NoFetcher(URLFetcher):
    """Whoever wrote what stands on the page cannot make this machine ask another one, or read a file."""

    def fetch(self, url: str, headers: object = None) -> NoReturn:
        raise ValueError(f"a PDF fetches nothing: {url}")


def press(html: str, *, css: str) -> bytes:
    """`html` with the rules of `css` as a PDF."""
    sheet = CSS(string=css, url_fetcher=NoFetcher())
    pdf: bytes = HTML(string=html, url_fetcher=NoFetcher()).write_pdf(stylesheets=[sheet], pdf_variant="pdf/ua-1")
    return pdf


if __name__ == "__main__":
    page = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(press(page["html"], css=page["css"]))
    sys.stdout.flush()
    # Not by the door: once in some 150 times the libraries crash while they are unloaded, with the PDF long written.
    os._exit(0)
