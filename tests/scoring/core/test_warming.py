"""Nothing is loaded at the first reply: whatever the score needs is in memory once `warm_up` was called."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FIRST_REPLY = """
import sys
from scoring.core import warm_up
from tests.scoring.core.hearing.worlds import assess
from tests.scoring.test_robustness import EVERYTHING
TEXTS = {
    "de": "Hallo Jana, das ist ärgerlich. Die Ersatzbusse fahren ab Südausgang, ich melde mich bis 18:30 Uhr. ^TB",
    "en": "Hi Jana, that is annoying. Replacement buses leave from the south exit, I will write by 6:30 pm. ^TB",
}
if WARM:
    warm_up()
seen = []
sys.addaudithook(lambda event, args: seen.append(f"{event} {args[0]}") if event in ("open", "import") else None)
for language, text in TEXTS.items():
    assess(text, language=language, **EVERYTHING)
print("\\n".join(seen))
"""


def list_loaded(*, warm: bool) -> list[str]:
    """What is opened and imported while the first reply of each language is assessed, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_REPLY.replace("WARM", str(warm))],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "config.settings_for_tests"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize("warm", [True, False])
def test_the_first_reply_opens_no_file_and_imports_no_module(warm):
    """The sabotage twin: without `warm_up` there is something to load."""
    assert (list_loaded(warm=warm) in ([], [""])) is warm
