"""Has a page printed (trainer_ui/press.py): beside the server, so that no desk waits for it, and within bounds."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from django.conf import settings

logger = logging.getLogger(__name__)
CSS = Path(__file__).parent / "static" / "trainer_ui" / "css"
STYLES = (CSS / "variables.css", CSS / "print.css")
AT_ONCE = 1
"""How many PDFs one process of the server has made at the same time; a run under way needs the other core more."""
PATIENCE_S = 60
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "XDG_CACHE_HOME", "LD_LIBRARY_PATH")
"""What the press is told of the environment: where fonts and libraries are, and no secret."""

_presses = BoundedSemaphore(AT_ONCE)


class NotPrinted(Exception):
    """The PDF could not be made: libraries are missing, others were before it for too long, or it took too long."""


def print_page(html: str) -> bytes:
    """`html` as a PDF, with the print style sheet. Raises NotPrinted, after at most twice PATIENCE_S."""
    if not _presses.acquire(timeout=PATIENCE_S):
        raise NotPrinted("others were before it for too long")
    try:
        css = "".join(path.read_text(encoding="utf-8") for path in STYLES)
        return _press(json.dumps({"html": html, "css": css}).encode())
    finally:
        _presses.release()


def _press(page: bytes) -> bytes:
    command = [sys.executable, "-m", "trainer_ui.press"]
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    try:
        done = subprocess.run(  # noqa: S603  our own, from above
            command, input=page, capture_output=True, cwd=settings.BASE_DIR, env=environment, timeout=PATIENCE_S
        )
    except subprocess.TimeoutExpired:
        raise NotPrinted(f"it took more than {PATIENCE_S} s") from None
    if done.returncode:
        # The last line says what is missing; what was to be printed stands nowhere in it.
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        logger.warning("no PDF could be made: %s", *(reason or ["no reason given"]))
        raise NotPrinted(*reason)
    return done.stdout
