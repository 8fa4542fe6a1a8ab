"""Posts that come with their times, of an exercise plan or a Truman-style script, into a sketch.

Rules kept here: every row is a post; rows of one thread keep their order of time; the first post comes after
FIRST_START_S. What somebody wants done with a post comes from the file or stays open.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios.core.importing.assembling import assemble_sketch, count_rows, make_channels, make_masker
from scenarios.core.importing.cast import Cast, guess_temper
from scenarios.core.importing.from_singles import KINDS
from scenarios.core.importing.lengths import LONGEST_WORDS, fit_text
from scenarios.core.importing.masking import Masker
from scenarios.core.importing.name_search import collect_names
from scenarios.core.importing.names import Spoken, split_name
from scenarios.core.importing.nudges import Nudger
from scenarios.core.importing.pacing import FIRST_START_S
from scenarios.core.importing.problems import ImportRefused, Unread
from scenarios.core.importing.room import take_few, take_fitting
from scenarios.core.importing.sketch import Ledger, Sketch, SketchChannel, SketchPost, SketchThread
from scenarios.core.importing.stand_ins import Company, StandIns
from scenarios.core.importing.wishes import Wishes

NOBODY = "unnamed brand of the file"
"""Where no brand is named: no text has these words by chance."""

PLAN_KINDS = {**KINDS, "homepage": ("homepage", 2_000)}
TREATMENTS = {"leave": (False, None), "hide": (False, "hide"), "report": (False, "report"), "answer": (True, None)}


@dataclass(frozen=True, slots=True)
class Scripted:
    """`at_s` counts from the start. `thread` groups rows; `reply_to` is the line of another row of the same thread.

    `expected` is answer, leave, hide, report or escalate, or None; `note` is how the file puts it. `place` says
    where the row stands if its line alone does not.
    """

    line: int
    at_s: int
    author: str
    name: str
    thread: str
    channel: str
    text: str
    reply_to: int | None = None
    expected: str | None = None
    note: str = ""
    private: bool = False
    alt: str | None = None
    reach: int | None = None
    place: str = ""


def convert_scripted(
    rows: Sequence[Scripted],
    unread: Sequence[Unread],
    *,
    brand: str | None,
    wishes: Wishes,
    company: Company | None,
    language: str,
    stand_ins: StandIns,
    source: str,
) -> tuple[Sketch, Ledger]:
    """The sketch of the posts that are not the brand's own, and where every row went."""
    brand = brand or NOBODY
    company = company or stand_ins.draw_company(brand.lower())
    own = [row for row in rows if row.author.lower() in {brand.lower(), *map(str.lower, wishes.aliases)}]
    owned = {row.line for row in own}
    threads_of: dict[str, list[Scripted]] = {}
    for row in sorted(rows, key=lambda row: (row.at_s, row.line)):
        if row.line not in owned:
            threads_of.setdefault(row.thread, []).append(row)
    wanted = list(threads_of.values())[wishes.skip :][: wishes.limit]
    if not wanted:
        raise ImportRefused("no_threads", unread=unread, brand=brand, found=len(threads_of))
    channels = make_channels(PLAN_KINDS, wishes=wishes, language=language)
    masker = make_masker(stand_ins, brand=brand, company=company, companies=(brand,), wishes=wishes, language=language)
    known: dict[str, str] = {}
    for author, name in {row.author: row.name for row in rows if row.name and row.line not in owned}.items():
        known |= split_name(name, person=masker.find_person(author))
    cast, nudger = Cast(masker, seed=wishes.seed), Nudger(seed=wishes.seed, language=language)

    def write_threads() -> Iterator[SketchThread]:
        for number, found in enumerate(take_few(wanted, texts_of=lambda found: [row.text for row in found]), start=1):
            yield _write_thread(
                found,
                f"t{number:03}",
                channels,
                known=known,
                masker=masker,
                cast=cast,
                nudger=nudger,
                stand_ins=stand_ins,
            )

    threads = tuple(take_fitting(write_threads()))
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
        rows=len(rows),
        own=[row.place or row.line for row in own],
        found=len(threads_of),
        unread=unread,
        brand=company.name if brand == NOBODY else brand,
    )
    return sketch, ledger


def _write_thread(
    rows: Sequence[Scripted],
    key: str,
    channels: dict[str, SketchChannel],
    *,
    known: dict[str, str],
    masker: Masker,
    cast: Cast,
    nudger: Nudger,
    stand_ins: StandIns,
) -> SketchThread:
    channel = channels[rows[0].channel]
    names = collect_names([Spoken(row.text, False, None) for row in rows], stand_ins=stand_ins, known=known)
    keys = {row.line: f"{key}-{number}" for number, row in enumerate(rows, start=1)}
    is_press = channel.key == "press"

    def mask(text: str, row: Scripted) -> str:
        return masker.mask(text, identity=str(row.line), names=names, by_agent=False)

    posts, reactions, personas = [], [], {}
    for row in rows:
        role = "journalist" if is_press else "customer"
        persona = cast.find_persona(
            row.author.lower(), role=role, temper=guess_temper(row.text, base=2), reach=row.reach
        )
        personas[persona.key] = persona
        answer, treatment = TREATMENTS.get(row.expected or "", (row.expected == "escalate", None))
        first = rows[0].line
        post = SketchPost(
            key=keys[row.line],
            persona=persona.key,
            text=fit_text(mask(row.text, row), limit=channel.limit),
            at_s=FIRST_START_S + row.at_s,
            reply_to=None if row.line == first else keys.get(row.reply_to or first, keys[first]),
            answer=answer,
            leave=row.expected == "leave",
            then=mask(row.note, row)[:LONGEST_WORDS] or None if row.note else None,
            alt=mask(row.alt, row)[:500] if row.alt else None,
            private=row.private,
            treatment=treatment,
            desk="specialists" if row.expected == "escalate" else None,
        )
        posts.append(post)
        if answer and not row.private:
            reactions.append(nudger.nudge(post, channel=channel, identity=str(row.line), is_later=False))
    ends = max(post.at_s or 0 for post in posts)
    ends += max((reaction.after_s + (reaction.wait_s or 0) for reaction in reactions), default=0)
    topic = "service"
    return SketchThread(key, channel.key, topic, tuple(posts), tuple(reactions), tuple(personas.values()), ends)
