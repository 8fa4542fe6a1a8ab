"""Assessing what is said in a run: reply by reply as it is played, or the whole of a log again from the words in it.

Rules kept here: a reply is held against the state before it; likeness is to what the same person wrote before, as far
as it stands; a correction is held against the state as it would be without its reply.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from scenarios.core.timeline import Timeline
from scenarios.core.vocabulary import PROTOCOL
from scoring.core.assessment import Assessment
from scoring.core.fingerprints import Fingerprints
from scoring.core.hearing.ears import ears_of
from scoring.core.judging import judge, judge_notice
from scoring.core.reading import Reading, read
from scoring.core.run_names import names_in
from scoring.core.shelf import Shelf
from scoring.core.situating import context_for, context_for_notice
from scoring.core.tone import RUDE
from simulator.core.events import ASSESSED, Event
from simulator.core.folding import fold
from simulator.core.state import State, start_state
from simulator.core.ways import blank_subject, split_mail, way_of

FAIR = frozenset({"tone", "individuality", "privacy"})
"""The criteria by which a reply to what a coach brought is judged."""


def assess_log(timeline: Timeline, log: Iterable[Event]) -> Iterator[tuple[int, Assessment | None]]:
    """(number of the reply or notice, its assessment) for all that was said in public or private in this run, in order.

    None where the words are erased, and for what the same person wrote after erased words (in this run, or in one whose
    fingerprints it began with), since likeness to those can no longer be told. Replies that a fork copied belong to the
    run it came from and are only read.
    """
    state = start_state(timeline)
    written: dict[str, Shelf] = {}
    erased: set[str] = set()
    events = list(log)
    forked_at = max((event.seq for event in events if event.kind == "RunForked"), default=0)
    for event in events:
        if event.kind in ASSESSED:
            if event.words is None or _has_forgotten(state, event.actor):
                erased.add(event.actor)
            earlier = read_earlier(state, actor=event.actor, shelves=written, without=event.data.get("reply", 0))
            way = way_of(state, event.data)
            reading = read_words(event.words or "", state=state, way=way)
            if event.seq > forked_at:
                judged = judge_said(state, reading, data=event.data, at_ms=event.at_ms, earlier=earlier)
                yield event.seq, None if event.actor in erased else judged
            if event.kind == "ReplySent" and way != PROTOCOL:
                earlier.keep(event.seq, reading, is_public=event.data["visibility"] == "public")
        fold(state, event)


def judge_said(state: State, reading: Reading, *, data: Mapping[str, Any], at_ms: int, earlier: Shelf) -> Assessment:
    """The assessment of the reply or notice `data` that is not folded into `state` yet."""
    if "topic" in data:
        return judge_notice(reading, context_for_notice(state, topic=data["topic"], earlier=earlier))
    corrected = state.replies.get(data.get("reply", 0))
    context = context_for(
        state,
        thread=data["thread"],
        post=data["post"] if corrected is None else corrected.post,
        visibility=data["visibility"] if corrected is None else corrected.visibility,
        way=way_of(state, data),
        at_ms=at_ms,
        seen_seq=data["seen_seq"],
        earlier=earlier,
        without=0 if corrected is None else corrected.seq,
    )
    judged = judge(reading, context)
    post = state.posts.get(data["post"] if corrected is None else corrected.post)
    return keep_fair(judged) if post is not None and post.is_coached else judged


def keep_fair(judged: Assessment) -> Assessment:
    """Of a reply to what a coach brought: how it was said. What was asked there, and when, no author has weighed."""
    criteria = {name: value for name, value in judged.criteria.items() if name in FAIR}
    findings = tuple(finding for finding in judged.findings if finding.criterion in FAIR)
    return replace(judged, criteria=criteria, findings=findings)


def read_words(words: str, *, state: State, names: Collection[str] | None = None, way: str = "") -> Reading:
    """`words` as they are read in this run; `names` are its `names_in`, if they are at hand. Of a mail, its body; with
    the subject where that may insult somebody, which no place in a mail excuses."""
    names = names_in(state) if names is None else names
    ears = ears_of(state.timeline)
    if way == "mail":
        subject = read(split_mail(words)[0], language=state.language, names=names, ears=ears)
        words = words if any(match.rule in RUDE for match in subject.matches) else blank_subject(words)
    return read(words, language=state.language, names=names, ears=ears)


def read_earlier(state: State, *, actor: str, shelves: dict[str, Shelf], without: int = 0) -> Shelf:
    """The prose of the actor's earlier replies that stand, in the order in which it was written, as far as the words
    are not erased; read once and kept in `shelves`. `without` is the reply that is about to be corrected.

    The rest of a reading, a tuple for every token, weighs eight times as much and is never asked for again.
    """
    shelf = shelves.get(actor)
    if shelf is None or without or shelf.revision != state.revisions:
        shelf = shelves[actor] = _open_shelf(state, actor)
        # With the correction folded it is the shelf of the state after it, and the new words are the next to be added.
        shelf.revision = state.revisions + bool(without)
    known = {without, *shelf.writers}
    unread = [reply for reply in state.replies.values() if reply.seq not in known and reply.actor == actor]
    for reply in sorted(unread, key=lambda each: each.last):
        if reply.words is not None and not reply.deleted and reply.way != PROTOCOL:
            reading = read_words(reply.words, state=state, way=reply.way)
            shelf.keep(reply.seq, reading, is_public=reply.visibility == "public")
    return shelf


def _open_shelf(state: State, actor: str) -> Shelf:
    """An empty shelf. The trainee's begins with the fingerprints of earlier runs, if the run did."""
    prints = state.fingerprints if actor == state.trainee else None
    return Shelf(before=Fingerprints(prints) if prints else None)


def _has_forgotten(state: State, actor: str) -> bool:
    return actor == state.trainee and state.fingerprints is None


Readings = dict[tuple[str, str], Reading]
"""By the words and their way, in runs of one scenario and one seed: the same people are called the same there."""


class Assessor:
    """Assesses a run while it is played: hand it to `fold_input`. What is read is looked up and kept in `readings`."""

    def __init__(self, readings: Readings | None = None) -> None:
        self._shelves: dict[str, Shelf] = {}
        self._readings: Readings = {} if readings is None else readings

    def __call__(self, state: State, said: Event) -> Mapping[str, Any]:
        words, way = said.words or "", way_of(state, said.data)
        reading = self._readings.get((words, way)) or read_words(words, state=state, way=way)
        self._readings[words, way] = reading
        earlier = read_earlier(state, actor=said.actor, shelves=self._shelves, without=said.data.get("reply", 0))
        judged = judge_said(state, reading, data=said.data, at_ms=said.at_ms, earlier=earlier)
        if said.kind == "ReplySent" and way != PROTOCOL:
            earlier.keep(said.seq, reading, is_public=said.data["visibility"] == "public")
        return {**judged.to_data(), "reply": said.seq}
