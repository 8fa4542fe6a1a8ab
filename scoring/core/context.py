"""What a reply is judged against: values taken from the run's state at the moment the reply arrives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from scenarios.core.timeline import Needs
from scoring.core.formality import find_form
from scoring.core.hearing.ears import Ears, ears_of
from scoring.core.hearing.telling import Told
from scoring.core.masking import Prose
from scoring.core.shelf import Shelf, Source
from scoring.core.sources import fold_names, read_facts, read_templates
from simulator.core.state import PostState, State


@dataclass(frozen=True, slots=True)
class Context:
    """`wait_ms` is None where speed does not apply: nothing waited, or the clock ran at another speed than 1.

    `earlier` are the same trainee's replies, by number in the log; `said_in_public` are those that were public. `known`
    are the texts of the facts `known_facts`. `asked_for` are the facts that the post needs, `told` those that replies
    in the thread have stated, `topic` is the thread's. `needs` are the post's, None outside a run. `worthless_ms` is as
    in `value_wait`.
    `told_before` is what this desk said of the topic in public or to this person, by time; of the thread, `was_owned`
    says whether a reply apologised or owned it, `had_private` whether one to this person was private, `public_turns`
    how many were public. `record` is what the company knows of the person.
    `form_before` is the form of address (du or sie) of the last earlier reply in the thread that has one.
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
    told_before: tuple[Told, ...] = ()
    was_owned: bool = False
    had_private: bool = False
    public_turns: int = 0
    record: tuple[tuple[str, str], ...] = ()
    post_visibility: str = "public"
    worthless_ms: int = 0
    said_in_public: Set[Source] = frozenset()
    form_before: str = ""


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


def names_in(state: State) -> frozenset[str]:
    """The folded words that are somebody's name in this run: hand them to `read` with every reply."""
    return list_names(state.cast.values(), state.agent, state.timeline.brand.service_name)


def list_names(people: Iterable[Mapping[str, str]], *others: str) -> frozenset[str]:
    """The folded words of the names and handles of `people`, and of `others`."""
    return fold_names((*(text for each in people for text in (each["name"], each["handle"])), *others))


def context_for(
    state: State,
    *,
    thread: str,
    post: str,
    visibility: str,
    at_ms: int,
    seen_seq: int,
    earlier: Shelf,
) -> Context:
    """The context of a reply to `post` at `at_ms`. Call it *before* the reply is folded into `state`.

    `earlier` is the prose of the same trainee's replies in this run; it may grow afterwards. Facts count as known up
    to `seen_seq`. Costs microseconds: it is called inside the run's lock.
    """
    timeline, brand = state.timeline, state.timeline.brand
    names = names_in(state)
    waiting = _longest_waiting(state, post)
    opened = state.threads.get(thread) or state.plan.threads[thread]
    channel = state.plan.channels[opened.channel]
    is_first = waiting is not None and _is_first(state, waiting)
    known_facts, known = _read_known(state, seen_seq=seen_seq)
    needs = state.posts[post].needs if post in state.posts else None
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
        worthless_ms=channel.worthless_ms,
        is_first=is_first,
        templates=read_templates(timeline, names=names),
        earlier=earlier,
        known=known,
        ears=ears_of(timeline),
        known_facts=known_facts,
        asked_for=needs.facts if needs else (),
        told=frozenset(state.threads[thread].told) if thread in state.threads else frozenset(),
        topic=opened.topic,
        thread=thread,
        needs=needs,
        at_ms=at_ms,
        **_read_past(state, thread=thread, post=post, topic=opened.topic, earlier=earlier),
        said_in_public=earlier.public,
        form_before=_form_before(state, thread),
    )


def context_for_notice(state: State, *, earlier: Shelf, topic: str = "") -> Context:
    """The context of a notice: it speaks to everybody, nobody waits for it, and all that is known may be in it."""
    timeline, brand = state.timeline, state.timeline.brand
    known_facts, known = _read_known(state, seen_seq=state.seq)
    return Context(
        language=state.language,
        visibility="public",
        situation=timeline.situation,
        address=brand.address,
        private_addresses=brand.private_addresses,
        names=names_in(state),
        post_text="",
        wait_ms=None,
        target_ms=0,
        is_first=True,
        templates=Shelf(),
        earlier=earlier,
        known=known,
        ears=ears_of(timeline),
        known_facts=known_facts,
        topic=topic,
        said_in_public=earlier.public,
    )


def _read_known(state: State, *, seen_seq: int) -> tuple[frozenset[str], Shelf]:
    """The keys and the texts of the facts that are known up to `seen_seq`."""
    keys = frozenset(fact.key for fact in state.facts.values() if fact.seq <= seen_seq)
    facts = tuple(fact for fact in state.timeline.facts if fact.key in keys)
    return keys, read_facts(facts, language=state.language)


def _read_past(state: State, *, thread: str, post: str, topic: str, earlier: Shelf) -> dict[str, Any]:
    """What was said before, in this thread and to this person, as fields of the context."""
    persona = state.posts[post].persona if post in state.posts else ""
    replies = [state.replies[seq] for seq in state.threads[thread].replies] if thread in state.threads else []
    acts = {act for reply in replies for act in state.heard.get(reply.seq, {}).get("acts", ())}
    to_them = [reply.visibility for reply in replies if state.posts[reply.post].persona == persona]
    return {
        "told_before": tuple(_list_told(state, persona=persona, topic=topic, earlier=earlier)),
        "was_owned": not acts.isdisjoint({"apology", "ownership"}),
        "had_private": "private" in to_them,
        "public_turns": to_them.count("public"),
        "record": _list_hidden(state, persona),
        "post_visibility": state.posts[post].visibility if post in state.posts else "public",
    }


def _list_told(state: State, *, persona: str, topic: str, earlier: Shelf) -> Iterator[Told]:
    for seq, claims in earlier.claims.items():
        reply = state.replies.get(int(seq))
        if reply is None or reply.post not in state.posts or state.threads[reply.thread].topic != topic:
            continue
        to = state.posts[reply.post].persona
        if reply.visibility == "public" or to == persona:
            for claim in claims:
                yield Told(claim, reply.seq, reply.at_ms, state.cast.get(to, {}).get("handle", ""))


def _list_hidden(state: State, persona: str) -> tuple[tuple[str, str], ...]:
    """What the company knows of the person."""
    person = next((each for each in state.timeline.personas if each.key == persona), None)
    return tuple(person.record.items()) if person is not None else ()


def _form_before(state: State, thread: str) -> str:
    """du or sie, as the last reply of the thread that has one of them has it."""
    for seq in reversed(state.threads[thread].replies if thread in state.threads else ()):
        words = state.replies[seq].words
        form = find_form(words, language=state.language) if words else "none"
        if form in {"du", "sie"}:
            return form
    return ""


def _longest_waiting(state: State, post: str) -> PostState | None:
    """The earliest post that this reply answers and that needed an answer."""
    if post not in state.posts:
        return None
    asked = state.posts[post]
    for key in state.threads[asked.thread].posts:
        other = state.posts[key]
        if other.persona == asked.persona and not other.answered_by and other.needs.answer:
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
