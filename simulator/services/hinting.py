"""Hints on demand: what the score would find in a draft in tone, reuse and privacy, before it is sent.

Rules kept here: of the draft nothing is kept, not even a hash; the log says that somebody asked, where, and in which
criteria something was found. Only where the run was begun with help, and never in a certification.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Unpack

from people.models import User
from scenarios.core.vocabulary import HELPED, HINTED
from simulator.core.events import actor_of
from simulator.models import CERTIFICATION
from simulator.services.assess import assess
from simulator.services.commands import require_running, run_command
from simulator.services.refusals import Ack, Refused
from simulator.services.replying import (
    Asked,
    check_asked,
    find_post,
    list_place,
    list_said,
    prepare_draft,
    read_draft,
)
from simulator.services.session import Session


@dataclass(frozen=True, slots=True)
class Hint:
    """`findings` are those of the criteria that hints are about, as ReplyAssessed has them; none where the command had
    been acknowledged before: what was found then is not kept. `sent_ms` is when each reply was sent, by seq."""

    ack: Ack
    findings: Sequence[Mapping[str, Any]]
    sent_ms: Mapping[int, int]


def ask_hint(run_id: int, *, actor: User, cmd_id: str, **asked: Unpack[Asked]) -> Hint:
    """What would be found in the words if they were sent now.

    Raises Refused: empty, bad_text, too_long, bad_visibility, bad_way, no_help, not_shown, unknown_thread,
    unknown_post, paused, ended, forbidden, conflict, unknown_run.
    """
    check_asked(asked)
    draft = prepare_draft(run_id, asked["text"], way=asked.get("way", ""))
    findings: list[Mapping[str, Any]] = []
    sent_ms: dict[int, int] = {}

    def act(session: Session, body: str) -> int:
        state = session.state
        if state.mode == CERTIFICATION or state.help not in HELPED:
            raise Refused("no_help")
        require_running(session)
        found = find_post(state, thread=asked["thread"], post=asked["post"])
        data = {**list_place(asked), "seen_seq": min(max(asked["seen_seq"], found.seq), state.seq)}
        reading = read_draft(session, draft, data)
        judged = assess(session.remembered, reading, actor=actor_of(actor.pk), data=data, at_ms=session.stamp)
        sent_ms.update((reply.seq, reply.at_ms) for reply in state.replies.values())
        findings.extend(each for each in judged["findings"] if each["criterion"] in HINTED)
        at_fault = {each["criterion"] for each in findings if each["points"] < 0 or each["critical"]}
        criteria = [name for name in HINTED if name in at_fault]
        noted = {"thread": asked["thread"], "post": asked["post"], "criteria": criteria}
        event = session.add("HintAsked", noted, actor=actor_of(actor.pk), cmd_id=cmd_id, body=body)
        session.follow_up()
        return event.seq

    # Without the text: a hash of it would tell whoever guesses the words that they were right.
    said = list_said("hint", asked)
    return Hint(run_command(run_id, act, actor=actor, cmd_id=cmd_id, body=said), findings, sent_ms)
