"""Rows of a file of single posts into a sketch. Their order is that of the file, since they carry no time."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scenarios.core.importing.assembling import assemble_sketch, count_rows, make_channels, make_masker
from scenarios.core.importing.cast import Cast
from scenarios.core.importing.nudges import Nudger
from scenarios.core.importing.pacing import space_starts
from scenarios.core.importing.problems import ImportRefused, Unread
from scenarios.core.importing.room import take_fitting
from scenarios.core.importing.rows import Single
from scenarios.core.importing.singles import ALIASES, choose_channel, find_account, is_own, write_single
from scenarios.core.importing.sketch import Ledger, Sketch, SketchThread
from scenarios.core.importing.stand_ins import Company, StandIns
from scenarios.core.importing.wishes import Wishes

KINDS = {"microblog": ("microblog", 280), "page": ("page", 1_000), "forum": ("forum", 2_000), "press": ("page", 1_000)}
"""Channel → its kind and its length limit."""


def convert_singles(
    singles: Sequence[Single],
    unread: Sequence[Unread],
    *,
    wishes: Wishes,
    company: Company | None,
    language: str,
    stand_ins: StandIns,
    source: str,
) -> tuple[Sketch, Ledger]:
    """The sketch of the posts that are not the brand's own, and where every row went."""
    brand = (wishes.brand or find_account(singles) or "DB").removeprefix("@")
    company = company or stand_ins.draw_company(brand.lower())
    own = [single for single in singles if is_own(single)]
    playable = [single for single in singles if not is_own(single)]
    wanted = playable[wishes.skip :][: wishes.limit]
    if not wanted:
        raise ImportRefused("no_threads", unread=unread, brand=brand, found=len(playable))
    channels = make_channels(KINDS, wishes=wishes, language=language)
    masker = make_masker(
        stand_ins,
        brand=brand,
        company=company,
        companies=(brand,),
        wishes=wishes,
        language=language,
        more_aliases=ALIASES,
    )

    def write_threads() -> Iterator[SketchThread]:
        cast = Cast(masker, seed=wishes.seed)
        nudger = Nudger(seed=wishes.seed, language=language)
        seen: Counter[str] = Counter()
        starts = space_starts(len(wanted), per_hour=wishes.per_hour)
        for number, (single, start_s) in enumerate(zip(wanted, starts, strict=True), start=1):
            seen[single.text] += 1
            yield write_single(
                single,
                identity=f"{single.source} {single.text} {seen[single.text]}",
                key=f"t{number:03}",
                start_s=start_s,
                channel=channels[choose_channel(single.source)],
                stand_ins=stand_ins,
                masker=masker,
                cast=cast,
                nudger=nudger,
            )

    threads = take_fitting(write_threads())
    sketch = assemble_sketch(
        threads,
        channels=channels.values(),
        masker=masker,
        company=company,
        wishes=wishes,
        language=language,
        stand_ins=stand_ins,
        source=source,
    )
    ledger = count_rows(
        threads,
        rows=len(singles),
        own=[single.line for single in own],
        found=len(playable),
        unread=unread,
        brand=brand,
    )
    return sketch, ledger
