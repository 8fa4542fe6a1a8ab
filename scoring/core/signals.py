"""Sub-signals of tone, per mille: empathy, courtesy and openness. Evidence beside the criterion, not part of it.

Each is a base plus points for what is found, at most `MOST` of a kind. The signs were held; the sizes were fitted on
rated texts (docs/scoring.md) and rounded. Length counts by the square root of the words, since who listens writes more.
"""

from collections import Counter
from collections.abc import Mapping
from math import isqrt

from scoring.core.reading import Reading

MOST = 6
LONG = 100
"""Words from which more of them add nothing. `root_of_words` is five times the square root."""

BASE = {"empathy": 400, "courtesy": 400, "openness": 450}
WEIGHTS: Mapping[str, Mapping[str, int]] = {
    "empathy": {
        "appreciation": 45,
        "understanding": 25,
        "togetherness": 5,
        "self_critique": 50,
        "well_meant": 35,
        "feeling": 20,
        "apology": 25,
        "threat": -45,
        "accusation": -25,
        "ownership": 40,
        "next_step": 40,
        "first_person": 10,
        "blame": -60,
        "condescension": -30,
        "officialese": -10,
        "root_of_words": 3,
    },
    "courtesy": {
        "greeting": 40,
        "thanks": 40,
        "sign_off": 60,
        "softener": 10,
        "next_step": 40,
        "first_person": 15,
        "insult": -300,
        "condescension": -90,
        "blame": -60,
        "exclamations": -30,
        "root_of_words": 3,
    },
    "openness": {
        "agreement": 35,
        "appreciation": 45,
        "understanding": 20,
        "softener": 10,
        "self_critique": 20,
        "first_person": 12,
        "next_step": 30,
        "ownership": 50,
        "accusation": -35,
        "absolutes": -25,
        "negation": -25,
        "threat": -20,
        "exclamations": -60,
        "blame": -60,
        "denial": -60,
        "condescension": -60,
        "root_of_words": 2,
    },
}


def value_signals(reading: Reading) -> dict[str, int]:
    """Empathy, courtesy and openness, per mille 0..1000."""
    counts = Counter(reading.cues)
    counts.update(match.rule for match in reading.matches)
    amounts = {name: min(MOST, count) for name, count in counts.items()}
    amounts["root_of_words"] = isqrt(25 * min(LONG, reading.words))
    return {
        name: min(1000, max(0, BASE[name] + sum(points * amounts.get(what, 0) for what, points in weights.items())))
        for name, weights in WEIGHTS.items()
    }
