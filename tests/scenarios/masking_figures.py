"""What masking finds of what was planted, and what it touches that was not: counts, by kind."""

import difflib
import re
from collections import Counter
from dataclasses import dataclass, field

from scenarios.core.importing.masking import Masker
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import Spoken
from scenarios.core.importing.stand_ins import Company
from scenarios.importing.fake_people import FakePeople
from tests.scenarios.planting import Planted, plant_thread

NAME_KINDS = {"name", "handle"}


@dataclass
class Figures:
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    harmless: int = 0
    touched: int = 0
    leaks: list[tuple[str, str, str]] = field(default_factory=list)

    def recall(self, *, names: bool) -> float:
        kinds = [kind for kind in self.planted if (kind in NAME_KINDS) == names]
        return sum(self.found[kind] for kind in kinds) / sum(self.planted[kind] for kind in kinds)


def measure_masking(language: str, *, seeds: range) -> Figures:
    """Each seed is a thread of every template; each text is masked as a thread of its own, so no other helps it."""
    figures = Figures()
    for seed in seeds:
        stand_ins = FakePeople(seed=seed, language=language)
        company = Company("Larkfield", "LarkfieldHelps")
        masker = Masker(
            stand_ins,
            brand="AcmeHelp",
            company=company,
            companies=("AcmeHelp",),
            aliases=(),
            seed=seed,
            language=language,
        )
        for planted in plant_thread(language, seed=seed):
            names = collect_names([Spoken(planted.text, planted.by_agent, None)], stand_ins=stand_ins)
            masked = masker.mask(planted.text, identity="p", names=names, by_agent=planted.by_agent)
            _count(planted, masked, figures)
    return figures


def _count(planted: Planted, masked: str, figures: Figures) -> None:
    for kind, secret in planted.secrets:
        figures.planted[kind] += 1
        if leaks(secret, masked):
            figures.leaks.append((kind, secret, planted.text))
        else:
            figures.found[kind] += 1
    harmless = re.findall(r"\w+", re.sub(r"\{\w*\}(?:'s|s\b)?", " ", planted.template))
    after = re.findall(r"\w+", masked)
    blocks = difflib.SequenceMatcher(None, harmless, after, autojunk=False).get_matching_blocks()
    figures.harmless += len(harmless)
    figures.touched += len(harmless) - sum(block.size for block in blocks)


def leaks(secret: str, masked: str) -> bool:
    """Whether the secret stands in the text, with other blanks and marks too. Of digits, no seven in a row may stay."""
    if re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", masked, re.IGNORECASE) or f"{secret}s " in masked:
        return True
    compact, shown = re.sub(r"[\W_]", "", secret).lower(), re.sub(r"[\W_]", "", masked).lower()
    return any(map(str.isdigit, secret)) and len(compact) > 4 and compact in shown
