"""How the score orders the project's own ranked replies (tests/scoring/ranked), each in a run of its scenario."""

import numpy as np

from tests.bench.figures import print_line
from tests.bench.measures import spearman
from tests.scoring.ranking import pairs_of, score_ranked


def print_ranking() -> None:
    """The project's own ranked replies, in runs of their scenario: 0.85 and ten pairs are wanted."""
    for language in ("de", "en"):
        scored = score_ranked(language)
        values = np.array([[one.value, one.grade] for one in scored.values()], float)
        right = sum(scored[better].value > scored[worse].value for worse, better in pairs_of(language))
        what = f"ranked replies {language}, Spearman"
        print_line(f"{what:48} {spearman(values[:, 0], values[:, 1]):6.3f}   pairs right: {right}")
