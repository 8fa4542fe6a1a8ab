"""Sub-signals of tone, per mille: empathy, courtesy and openness. Evidence beside the criterion, not part of it."""

from collections import Counter

from scoring.core.reading import Reading

BASE = 500
WEIGHTS = {
    "empathy": {
        "feeling": 150,
        "apology": 100,
        "ownership": 100,
        "offer": 50,
        "next_step": 50,
        "blame": -150,
        "officialese": -50,
    },
    "courtesy": {
        "greeting": 80,
        "thanks": 80,
        "apology": 80,
        "sign_off": 60,
        "offer": 40,
        "insult": -500,
        "condescension": -100,
    },
    "openness": {"ownership": 120, "explanation": 60, "feeling": 80, "blame": -120, "denial": -120, "stalling": -60},
}
MOST = 3


def empathy_courtesy_openness(reading: Reading) -> dict[str, int]:
    counts = Counter(match.rule for match in reading.matches)
    return {
        name: min(1000, max(0, BASE + sum(points * min(MOST, counts[rule]) for rule, points in weights.items())))
        for name, weights in WEIGHTS.items()
    }
