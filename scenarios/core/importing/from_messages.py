"""Rows of a conversation file into a sketch for one brand."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from scenarios.core.importing.assembling import assemble_sketch, make_channels, make_masker
from scenarios.core.importing.cast import Cast
from scenarios.core.importing.conversations import Conversation, build_conversations
from scenarios.core.importing.nudges import Nudger
from scenarios.core.importing.pacing import space_starts
from scenarios.core.importing.patterns import MENTION
from scenarios.core.importing.plan import Plan, plan_conversation
from scenarios.core.importing.problems import ImportRefused, Unread
from scenarios.core.importing.room import take_few, take_fitting
from scenarios.core.importing.rows import Message
from scenarios.core.importing.script import Scriptwriter
from scenarios.core.importing.sketch import Ledger, Sketch, SketchThread
from scenarios.core.importing.stand_ins import Company, StandIns
from scenarios.core.importing.wishes import Wishes

MICROBLOG_LIMIT = 280


def convert_messages(
    messages: Sequence[Message],
    unread: Sequence[Unread],
    *,
    wishes: Wishes,
    company: Company | None,
    language: str,
    stand_ins: StandIns,
    source: str,
    accounts: Mapping[str, int] | None = None,
) -> tuple[Sketch, Ledger]:
    """The sketch of the wished brand's threads, and where every row went.

    `accounts` are brands of a file that is about them as a whole, although they may be silent in it.
    """
    brands = Counter(accounts or {})
    brands.update(message.author for message in messages if not message.inbound)
    brand = choose_brand(brands, wishes.brand, unread=unread)
    company = company or stand_ins.draw_company(brand.lower())
    own = {name.lower() for name in (brand, *wishes.aliases)}
    conversations = [found for found in build_conversations(messages) if accounts or concerns(found, own)]
    plans = [(found, plan_conversation(found, own=own, cap_s=wishes.gap_cap_s)) for found in conversations]
    playable = [(found, plan) for found, plan in plans if plan.posts]
    wanted = playable[wishes.skip :][: wishes.limit]
    if not wanted:
        raise ImportRefused("no_threads", unread=unread, brand=brand, found=len(playable))
    channel = make_channels({"microblog": ("microblog", MICROBLOG_LIMIT)}, wishes=wishes, language=language)[
        "microblog"
    ]
    masker = make_masker(stand_ins, brand=brand, company=company, companies=brands, wishes=wishes, language=language)
    writer = Scriptwriter(
        stand_ins=stand_ins,
        masker=masker,
        cast=Cast(masker, seed=wishes.seed),
        nudger=Nudger(seed=wishes.seed, language=language),
        channel=channel,
    )
    threads = take_fitting(_write_threads(wanted, writer=writer, wishes=wishes))
    taken = [plan for _, plan in wanted[: len(threads)]]
    sketch = assemble_sketch(
        threads,
        channels=(channel,),
        masker=masker,
        company=company,
        wishes=wishes,
        language=language,
        stand_ins=stand_ins,
        source=source,
    )
    rows_of_own = sum(len(found.messages) for found, _ in plans)
    # Posts of the brand that answer nothing belong to no thread that could be left out.
    unlinked = sorted(message.line for plan in _with_lonely(plans, taken) for message in plan.unlinked)
    played = sum(len(plan.posts) for plan in taken)
    then = sum(len(found) for plan in taken for found in plan.answers.values())
    ledger = Ledger(
        rows=len(messages) + sum(not problem.kept for problem in unread),
        played=played,
        then=then,
        unlinked=tuple(unlinked),
        left_out=rows_of_own - played - then - len(unlinked),
        elsewhere=len(messages) - rows_of_own,
        unread=tuple(unread),
        threads_taken=len(threads),
        threads_found=len(playable),
        brand=brand,
        brands=dict(brands),
    )
    return sketch, ledger


def choose_brand(brands: Counter[str], wished: str | None, *, unread: Sequence[Unread] = ()) -> str:
    """The wished account as the file spells it, or the one that wrote most. Raises ImportRefused."""
    ranked = sorted(brands, key=lambda brand: (-brands[brand], brand))
    if not ranked:
        raise ImportRefused("no_brands", unread=unread)
    if wished is None:
        return ranked[0]
    for brand in ranked:
        if brand.lower() == wished.lower().removeprefix("@"):
            return brand
    raise ImportRefused("unknown_brand", brand=wished[:60], known=", ".join(ranked[:30]), count=len(ranked))


def concerns(conversation: Conversation, own: Collection[str]) -> bool:
    """Whether the brand takes part, or, where no service account does, whether it is addressed."""
    authors = {message.author.lower() for message in conversation.messages}
    if not authors.isdisjoint(own):
        return True
    if any(not message.inbound for message in conversation.messages):
        return False
    return any(
        match["it"].lower() in own for message in conversation.messages for match in MENTION.finditer(message.text)
    )


def _write_threads(
    wanted: Sequence[tuple[Conversation, Plan]], *, writer: Scriptwriter, wishes: Wishes
) -> Iterator[SketchThread]:
    few = list(take_few(wanted, texts_of=lambda found: [planned.message.text for planned in found[1].posts]))
    starts = space_starts(len(few), per_hour=wishes.per_hour)
    for number, ((conversation, plan), start_s) in enumerate(zip(few, starts, strict=True), start=1):
        yield writer.write_thread(conversation, plan=plan, key=f"t{number:03}", start_s=start_s)


def _with_lonely(plans: Sequence[tuple[Conversation, Plan]], taken: Sequence[Plan]) -> list[Plan]:
    chosen = {id(plan) for plan in taken}
    return [plan for _, plan in plans if id(plan) in chosen or not plan.posts]
