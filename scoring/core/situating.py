"""The context of what is said in a run: everything that its state holds at the moment the words arrive."""

from scenarios.core.timeline import Fact
from scoring.core.context import Context
from scoring.core.hearing.ears import ears_of
from scoring.core.past import find_form_before, heard_now, read_past
from scoring.core.run_names import names_in
from scoring.core.shelf import Shelf
from scoring.core.sources import read_facts, read_own_templates, read_templates
from scoring.core.waiting import find_longest_waiting, is_first_post, ran_at_full_speed
from simulator.core.injecting import find_words
from simulator.core.state import State


def context_for(
    state: State,
    *,
    thread: str,
    post: str,
    visibility: str,
    at_ms: int,
    seen_seq: int,
    earlier: Shelf,
    without: int = 0,
    way: str = "",
) -> Context:
    """The context of a reply to `post` at `at_ms`. Call it *before* the reply is folded into `state`.

    `earlier` is the prose of the same trainee's replies in this run; it may grow afterwards. Facts count as known up
    to `seen_seq`. `without` is the reply that this one corrects: the context is as if that had not been, and nobody
    waits. Costs microseconds: it is called inside the run's lock.
    """
    timeline, brand = state.timeline, state.timeline.brand
    names = names_in(state)
    waiting = find_longest_waiting(state, post, without=without)
    opened = state.threads.get(thread) or state.plan.threads[thread]
    channel = state.plan.channels[opened.channel]
    is_first = waiting is not None and is_first_post(state, waiting)
    known_facts, known, is_told = _read_known(state, seen_seq=seen_seq)
    needs = state.posts[post].needs if post in state.posts else None
    is_timed = waiting is not None and not without and ran_at_full_speed(state.speeds, waiting.at_ms, at_ms)
    standing = state.threads[thread].replies if thread in state.threads else ()
    replies = [state.replies[seq] for seq in standing if seq != without]
    return Context(
        language=state.language,
        visibility=visibility,
        way=way,
        situation=timeline.situation,
        address=brand.address,
        private_addresses=brand.private_addresses,
        names=names,
        post_text=state.posts[post].text if post in state.posts else "",
        wait_ms=at_ms - waiting.at_ms if waiting is not None and is_timed else None,
        target_ms=channel.first_target_ms if is_first else channel.next_target_ms,
        worthless_ms=channel.worthless_ms,
        is_first=is_first,
        templates=read_templates(timeline, names=names),
        own_templates=read_own_templates(state.own_templates, timeline, names=names),
        earlier=earlier,
        known=known,
        ears=ears_of(timeline),
        known_facts=known_facts,
        asked_for=needs.facts if needs else (),
        told=frozenset(fact for reply in replies for fact in heard_now(state, reply).get("facts", ())),
        topic=opened.topic,
        thread=thread,
        needs=needs,
        at_ms=at_ms,
        **read_past(state, replies, post=post, topic=opened.topic, earlier=earlier),
        said_in_public=earlier.public,
        form_before=find_form_before(state, replies, earlier),
        is_told=is_told,
    )


def context_for_notice(state: State, *, earlier: Shelf, topic: str = "") -> Context:
    """The context of a notice: it speaks to everybody, nobody waits for it, and all that is known may be in it."""
    timeline, brand = state.timeline, state.timeline.brand
    known_facts, known, is_told = _read_known(state, seen_seq=state.seq)
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
        is_told=is_told,
    )


def _read_known(state: State, *, seen_seq: int) -> tuple[frozenset[str], Shelf, bool]:
    """The keys and the texts of the facts that are known up to `seen_seq`, and whether a coach's own are among them."""
    keys = frozenset(fact.key for fact in state.facts.values() if fact.seq <= seen_seq)
    facts = tuple(fact for fact in state.timeline.facts if fact.key in keys)
    told = tuple(Fact(key, find_words(state, key) or "", None, None) for key in state.injected if key in keys)
    brand = state.timeline.brand
    shelf = read_facts((*facts, *told), language=state.language, lexicon=brand.lexicon, articles=brand.articles)
    return keys, shelf, bool(told)
