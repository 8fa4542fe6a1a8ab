"""What a reply is judged against: values taken from the run's state at the moment the reply arrives."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scenarios.core.timeline import Fact, Template, Timeline
from scoring.core.masking import Prose
from scoring.core.reading import Reading, read
from scoring.core.text import analyse, fold
from simulator.core.state import PostState, State


@dataclass(frozen=True, slots=True)
class Context:
    """`wait_ms` is None where speed does not apply: nothing waited, or the clock ran at another speed than 1."""

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
    templates: tuple[tuple[str, Reading], ...]
    earlier: tuple[tuple[int, Prose], ...]
    known: tuple[Reading, ...]


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
        templates=(),
        earlier=tuple(earlier),
        known=(),
    )


def names_in(state: State) -> frozenset[str]:
    """The folded words that are somebody's name in this run: hand them to `read` with every reply."""
    people = [text for member in state.cast.values() for text in (member["name"], member["handle"])]
    return _fold_names((*people, state.agent, state.timeline.brand.service_name))


def context_for(
    state: State,
    *,
    thread: str,
    post: str,
    visibility: str,
    at_ms: int,
    seen_seq: int,
    earlier: Sequence[tuple[int, Prose]],
) -> Context:
    """The context of a reply to `post` at `at_ms`. Call it *before* the reply is folded into `state`.

    `earlier` is the prose of the same trainee's replies in this run, by number in the log. Facts count as known up to
    `seen_seq`. Costs microseconds: it is called inside the run's lock.
    """
    timeline, brand = state.timeline, state.timeline.brand
    names = names_in(state)
    waiting = _longest_waiting(state, post)
    channel = state.plan.channels[state.plan.threads[thread].channel]
    is_first = waiting is not None and _is_first(state, waiting)
    known = tuple(
        text
        for fact in timeline.facts
        if fact.key in state.facts and state.facts[fact.key].seq <= seen_seq
        for text in _fact_readings(fact, state.language)
    )
    wait_ms = (
        None if waiting is None or not ran_at_full_speed(state.speeds, waiting.at_ms, at_ms) else at_ms - waiting.at_ms
    )
    return Context(
        language=state.language,
        visibility=visibility,
        situation=timeline.situation,
        address=brand.address,
        private_addresses=brand.private_addresses,
        names=names,
        post_text=state.posts[post].text if post in state.posts else "",
        wait_ms=wait_ms,
        target_ms=channel.first_target_ms if is_first else channel.next_target_ms,
        is_first=is_first,
        templates=_read_templates(_all_templates(timeline), language=state.language, names=names),
        earlier=tuple(earlier),
        known=known,
    )


def _longest_waiting(state: State, post: str) -> PostState | None:
    """The earliest post that this reply answers and that needed an answer."""
    if post not in state.posts:
        return None
    asked = state.posts[post]
    for key in state.threads[asked.thread].posts:
        other = state.posts[key]
        if other.persona == asked.persona and not other.answered_by and state.plan.posts[key].needs.answer:
            return other
    return None


def _is_first(state: State, post: PostState) -> bool:
    return state.threads[post.thread].posts[0] == post.key


def ran_at_full_speed(speeds: Sequence[tuple[int, int]], since_ms: int, until_ms: int) -> bool:
    """Whether run time passed as fast as time did between the two. `speeds` are (at_ms, per mille), in order."""
    speed = 1000
    for at_ms, per_mille in speeds:
        if at_ms <= since_ms:
            speed = per_mille
        elif at_ms < until_ms and per_mille != 1000:
            return False
    return speed == 1000


@lru_cache(maxsize=256)
def _fold_names(texts: tuple[str, ...]) -> frozenset[str]:
    """Words of names that are no words of the language as well: short ones and particles are left in."""
    tokens = [token for text in texts for token in analyse(text).tokens]
    return frozenset(fold(token.text.lstrip("@")) for token in tokens if len(token.text) > 2 and token.kind != "punct")


def _all_templates(timeline: Timeline) -> tuple[Template, ...]:
    """The brand's templates and the scenario's own: a trainee may use either, and both are canned."""
    by_key = {template.key: template for template in (*timeline.brand.templates, *timeline.templates)}
    return tuple(by_key.values())


def _read_templates(
    templates: tuple[Template, ...], *, language: str, names: frozenset[str]
) -> tuple[tuple[str, Reading], ...]:
    """Names differ from run to run and hardly ever stand in a template: with only those, runs share the readings."""
    return _template_readings(templates, language, names & _words_of(templates))


@lru_cache(maxsize=64)
def _words_of(templates: tuple[Template, ...]) -> frozenset[str]:
    return frozenset(fold(token.text.lstrip("@")) for template in templates for token in analyse(template.text).tokens)


@lru_cache(maxsize=64)
def _template_readings(
    templates: tuple[Template, ...], language: str, names: frozenset[str]
) -> tuple[tuple[str, Reading], ...]:
    return tuple((template.key, read(template.text, language=language, names=names)) for template in templates)


@lru_cache(maxsize=512)
def _fact_readings(fact: Fact, language: str) -> tuple[Reading, ...]:
    texts = (fact.text, fact.approved) if fact.approved else (fact.text,)
    return tuple(read(text, language=language) for text in texts)
