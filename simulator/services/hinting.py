"""Hints on demand: what the score would find in a draft in tone, reuse and privacy, before it is sent.

Rules kept here: of the draft nothing is kept, not even a hash; the log says that somebody asked, where, and in which
criteria something was found. Only where the run was begun with help, and never in a certification.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from people.models import User
from scenarios.core.vocabulary import HELPED, HINTED, VISIBILITIES, WAYS
from simulator.core.events import actor_of
from simulator.models import CERTIFICATION
from simulator.services.assess import assess
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import check_text, find_post, prepare_draft, read_draft
from simulator.services.session import Session


@dataclass(frozen=True, slots=True)
class Hint:
    """`findings` are those of the criteria that hints are about, as ReplyAssessed has them; none where the command had
    been acknowledged before: what was found then is not kept. `sent_ms` is when each reply was sent, by seq."""

    ack: Ack
    findings: Sequence[Mapping[str, Any]]
    sent_ms: Mapping[int, int]


def ask_hint(
    run_id: int,
    *,
    actor: User,
    cmd_id: str,
    thread: str,
    post: str,
    visibility: str,
    text: str,
    seen_seq: int,
    way: str = "",
) -> Hint:
    """What would be found in `text` if it were sent now; arguments are those of `reply`.

    Raises Refused: empty, bad_text, too_long, bad_visibility, bad_way, no_help, not_shown, unknown_thread,
    unknown_post, paused, ended, forbidden, conflict, unknown_run.
    """
    check_text(text)
    if visibility not in VISIBILITIES:
        raise Refused("bad_visibility")
    if way and (way not in WAYS or visibility != "private"):
        raise Refused("bad_way")
    draft = prepare_draft(run_id, text, way=way)
    findings: list[Mapping[str, Any]] = []
    sent_ms: dict[int, int] = {}

    def act(session: Session, body: str) -> int:
        state = session.state
        if state.mode == CERTIFICATION or state.help not in HELPED:
            raise Refused("no_help")
        require_running(session)
        found = find_post(state, thread=thread, post=post)
        seen = min(max(seen_seq, found.seq), state.seq)
        data = {"thread": thread, "post": post, "visibility": visibility, "seen_seq": seen, "way": way}
        reading = read_draft(session, draft, data)
        judged = assess(session.remembered, reading, actor=actor_of(actor.pk), data=data, at_ms=session.stamp)
        sent_ms.update((reply.seq, reply.at_ms) for reply in state.replies.values())
        findings.extend(each for each in judged["findings"] if each["criterion"] in HINTED)
        at_fault = {each["criterion"] for each in findings if each["points"] < 0 or each["critical"]}
        asked = {"thread": thread, "post": post, "criteria": [name for name in HINTED if name in at_fault]}
        event = session.add("HintAsked", asked, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
        session.follow_up()
        return event.seq

    # Without the text: a hash of it would tell whoever guesses the words that they were right.
    said = {"type": "hint", "thread": thread, "post": post, "visibility": visibility, **({"way": way} if way else {})}
    return Hint(run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=said), findings, sent_ms)
