"""HTML of a post to plain text. Nothing is rendered or fetched; every pattern is linear in the text."""

import html
import re

_HIDDEN = re.compile(r"<(?P<end>/?)(?P<name>script|style|template)\b[^<>]{0,2000}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]{0,200}>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</(?:p|div|li|blockquote|h[1-6])\s*>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,2000}>")
_SHORTCODE = re.compile(r":([a-z0-9_]{2,40}):", re.IGNORECASE)
_EMOJI = (
    (("heart", "love"), "❤️"),
    (("angry", "rage", "mad"), "😠"),
    (("cry", "sad", "sob"), "😢"),
    (("laugh", "lol", "joy", "rofl"), "😂"),
    (("thumbsup", "plusone"), "👍"),
    (("smile", "happy", "blobcat"), "🙂"),
)
"""What drawn emoji of an instance most likely mean; the others are dropped."""
LONGEST_HTML = 40_000


def strip_html(text: str) -> str:
    """The words, with line breaks where paragraphs end. Entities are resolved last, so that none becomes a tag."""
    text = _drop_hidden(text[:LONGEST_HTML])
    text = _ITEM.sub("• ", _PARAGRAPH.sub("\n\n", _BREAK.sub("\n", text)))
    return html.unescape(_TAG.sub("", text)).strip()


def _drop_hidden(text: str) -> str:
    """Without scripts and styles. In one pass: looking for the end of each that nobody closed would take its square."""
    kept: list[str] = []
    at = opened = 0
    inside = ""
    for match in _HIDDEN.finditer(text):
        name = match["name"].lower()
        if not inside and not match["end"]:
            inside, opened = name, match.start()
        elif inside == name and match["end"]:
            kept += text[at:opened], " "
            inside, at = "", match.end()
    return "".join((*kept, text[at:]))


def show_emoji(text: str) -> str:
    """`:blobcat_angry:` as an emoji where its name says which, else as nothing."""

    def show(match: re.Match[str]) -> str:
        name = match[1].lower()
        return next((emoji for words, emoji in _EMOJI if any(word in name for word in words)), "")

    return _SHORTCODE.sub(lambda match: match[0] if match[1].isdigit() else show(match), text)
