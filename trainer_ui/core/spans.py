"""Run time as people read it."""


def format_span(ms: int) -> str:
    """65000 → 1:05; the same as formatSpan in js/run/clock.js."""
    seconds = max(0, ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"
