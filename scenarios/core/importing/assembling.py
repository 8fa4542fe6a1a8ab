"""What every kind of import has in common: its channels, who masks, and the sketch in the end."""

from collections.abc import Iterable, Mapping, Sequence

from scenarios.core.importing.doubts import place_doubts
from scenarios.core.importing.lengths import fit_channels
from scenarios.core.importing.masking import Masker
from scenarios.core.importing.phrases import CHANNELS
from scenarios.core.importing.problems import Unread
from scenarios.core.importing.sketch import Ledger, Sketch, SketchChannel, SketchThread
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


def count_rows(
    threads: Sequence[SketchThread],
    *,
    rows: int,
    own: Sequence[int | str],
    found: int,
    unread: Sequence[Unread],
    brand: str,
) -> Ledger:
    """Where every row went, of a file in which each row is a post: `rows` could be read, `own` are the lines of the
    brand's, and `found` threads were there to choose from."""
    played = sum(len(thread.posts) for thread in threads)
    return Ledger(
        rows=rows + sum(not problem.kept for problem in unread),
        played=played,
        then=0,
        unlinked=tuple(own),
        left_out=rows - len(own) - played,
        elsewhere=0,
        unread=tuple(unread),
        threads_taken=len(threads),
        threads_found=found,
        brand=brand,
    )
