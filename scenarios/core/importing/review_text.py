"""The review of an imported scenario as text, and in the text of the scenario it belongs to."""

import json
import re

from scenarios.core.review import Review

_REVIEW = re.compile(r"^review:.*(?:\n|\Z)(?:(?:[ \t]*\r?\n)*[ \t]+\S.*(?:\n|\Z))*", re.MULTILINE)
"""The top-level entry with all that is indented under it; what people say never stands at the start of a line."""


def write_review(review: Review) -> str:
    """Lines of YAML, each ended."""
    lines = ["review:  # confirm with: manage.py review_import"]
    for name, value in (("digest", review.digest), ("by", review.by), ("on", review.on)):
        if value:
            lines.append(f"  {name}: {_quote(value)}")
    if not review.by and not review.doubts:
        lines[0] = "review: {}  # confirm with: manage.py review_import"
    if review.doubts:
        lines.append("  doubts:")
    for key, doubt in review.doubts.items():
        parts = [f"words: {_quote(doubt.words)}", f"why: {doubt.why}"]
        if doubt.suggestion:
            parts.append(f"suggestion: {_quote(doubt.suggestion)}")
        if doubt.posts:
            parts.append(f"posts: [{', '.join(doubt.posts)}]")
        if doubt.confirmed:
            parts.append(f"confirmed: {_quote(doubt.confirmed)}")
        lines.append(f"    {key}: {{{', '.join(parts)}}}")
    return "\n".join((*lines, ""))


def splice_review(source: str, review: Review) -> str:
    """`source` with `review` in place of the one it has; everything else stays to the byte."""
    written = write_review(review)
    spliced, count = _REVIEW.subn(lambda _: written, source, count=1)
    return spliced if count else f"{source.rstrip()}\n{written}"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
