"""What every kind of import has in common: its channels, who masks, and the sketch in the end."""

from collections.abc import Iterable, Mapping, Sequence

from scenarios.core.importing.doubts import place_doubts
from scenarios.core.importing.lengths import fit_channels
from scenarios.core.importing.masking import Masker
from scenarios.core.importing.phrases import CHANNELS
from scenarios.core.importing.sketch import Sketch, SketchChannel, SketchThread
from scenarios.core.importing.stand_ins import Company, StandIns
from scenarios.core.importing.wishes import Wishes


def make_channels(kinds: Mapping[str, tuple[str, int]], *, wishes: Wishes, language: str) -> dict[str, SketchChannel]:
    """Channels by key, of `kinds` (channel → its kind and its length limit)."""
    first_s = wishes.first_target_s
    return {
        key: SketchChannel(key, CHANNELS[language][key], kind, limit, first_s, first_s * 3 // 2)
        for key, (kind, limit) in kinds.items()
    }


def make_masker(
    stand_ins: StandIns,
    *,
    brand: str,
    company: Company,
    companies: Iterable[str],
    wishes: Wishes,
    language: str,
    more_aliases: Sequence[str] = (),
) -> Masker:
    """Who masks every text of one import; `companies` are the real service accounts."""
    return Masker(
        stand_ins,
        brand=brand,
        company=company,
        companies=companies,
        aliases=(*more_aliases, *wishes.aliases),
        seed=wishes.seed,
        language=language,
    )


def assemble_sketch(
    threads: Sequence[SketchThread],
    *,
    channels: Iterable[SketchChannel],
    masker: Masker,
    company: Company,
    wishes: Wishes,
    language: str,
    stand_ins: StandIns,
    source: str,
) -> Sketch:
    """The sketch of `threads`, with what `masker` has doubted."""
    return Sketch(
        key=wishes.key,
        language=language,
        title=wishes.title,
        company=company,
        channels=fit_channels(channels, threads),
        threads=tuple(threads),
        per_hour=wishes.per_hour,
        seed=wishes.seed,
        source=source,
        doubts=place_doubts(masker.doubts, tuple(threads), stand_ins=stand_ins),
    )
