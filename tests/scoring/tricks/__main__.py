"""Which tricks pass where:  python -m tests.scoring.tricks [TRICK…]

One seed of each scenario; says how many of all files, how many that are no drill, and the best score against the mark.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings_for_tests")
django.setup()

from tests.scoring.tricks.playing import TRICKS, load_library, try_tricks  # noqa: E402  (models need a set-up Django)


def main(wanted: list[str]) -> int:
    tricks = [key for key in TRICKS if not wanted or key in wanted]
    passes: dict[str, list[str]] = {key: [] for key in tricks}
    ahead: dict[str, list[str]] = {key: [] for key in tricks}
    for timeline in load_library():
        scores = try_tricks(timeline, tricks)
        name = f"{timeline.key}.{timeline.language}"
        for key in tricks:
            if scores[key] >= timeline.pass_mark:
                passes[key].append(name)
            if scores[key] > scores["expert"]:
                ahead[key].append(name)
    for key in tricks:
        whole = [name for name in passes[key] if not name.startswith("drill-")]
        sys.stdout.write(f"{key:32} {len(passes[key]):3} {len(whole):3} {len(ahead[key]):3}  {' '.join(whole)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
