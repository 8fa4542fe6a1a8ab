"""What a reply is judged against: values, taken from a run's state (scoring/core/situating.py) or from none."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from scenarios.core.timeline import Needs
from scoring.core.hearing.ears import Ears
from scoring.core.hearing.telling import Told
from scoring.core.masking import Prose
from scoring.core.shelf import Shelf, Source


@dataclass(frozen=True, slots=True)
class Context:
    """`wait_ms` is None where speed does not apply: nothing waited, or the clock ran at another speed than 1.

    `earlier` are the same trainee's replies, by number in the log; `said_in_public` are those that were public. `known`
    are the texts of the facts `known_facts`. `asked_for` are the facts that the post needs, `told` those that replies
    in the thread have stated, `topic` is the thread's. `needs` are the post's, None outside a run. `worthless_ms` is as
    in `value_wait`.
    `told_before` is what this desk said of the topic in public or to this person, by time; of the thread, `was_owned`
    says whether a reply apologised or owned it, `had_private` whether one to this person was private, `public_turns`
    how many were public. `record` is what the company knows of the person, `history` what they had to do with it
    before; `own_posts` is what they wrote in public so far, where they have a history.
    `way` is callback, call or mail where a private reply is no message.
    `form_before` is the form of address (du or sie) of the last earlier reply in the thread that has one.
    `own_templates` are those that the trainee brought along, None for none. `is_told`: a coach has told a fact in words
    of their own, which no rule can hold anything against.
    """

    language: str
    visibility: str
    situation: str
    address: str
    private_addresses: tuple[str, ...]
    names: frozenset[str]
    post_text: str
    wait_ms: int | None
    target_ms: int
    is_first: bool
    templates: Shelf
    earlier: Shelf
    known: Shelf
    ears: Ears | None = None
    known_facts: frozenset[str] = frozenset()
    asked_for: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    topic: str = ""
    thread: str = ""
    needs: Needs | None = None
    at_ms: int = 0
    told_before: Iterable[Told] = ()
    was_owned: bool = False
    had_private: bool = False
    public_turns: int = 0
    record: tuple[tuple[str, str], ...] = ()
    history: tuple[str, ...] = ()
    own_posts: tuple[str, ...] = ()
    post_visibility: str = "public"
    worthless_ms: int = 0
    said_in_public: Set[Source] = frozenset()
    form_before: str = ""
    way: str = ""
    own_templates: Shelf | None = None
    is_told: bool = False

    @property
    def canned(self) -> list[Shelf]:
        """All templates that a reply may have been made of: the house's first."""
        return [self.templates] if self.own_templates is None else [self.templates, self.own_templates]


def context_alone(
    *, language: str, visibility: str = "public", post_text: str = "", earlier: Sequence[tuple[int, Prose]] = ()
) -> Context:
    """The context of a reply outside any run: no clock, no brand, nothing released."""
    return Context(
        language=language,
        visibility=visibility,
        situation="normal",
        address="",
        private_addresses=(),
        names=frozenset(),
        post_text=post_text,
        wait_ms=None,
        target_ms=0,
        is_first=True,
        templates=Shelf(),
        earlier=Shelf(earlier),
        known=Shelf(),
    )
