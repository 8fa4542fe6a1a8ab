"""What a service says no with, and yes."""

from dataclasses import dataclass
from typing import Any

CODES = (
    "already_assigned",
    "already_deleted",
    "already_escalated",
    "already_known",
    "already_published",
    "already_resolved",
    "already_tagged",
    "already_treated",
    "bad_command",
    "bad_fact",
    "bad_heat",
    "bad_place",
    "bad_reach",
    "bad_reason",
    "bad_seq",
    "bad_speaker",
    "bad_speed",
    "bad_tag",
    "bad_text",
    "bad_time",
    "bad_treatment",
    "bad_visibility",
    "bad_wave",
    "bad_way",
    "bad_window",
    "certification",
    "conflict",
    "empty",
    "ended",
    "forbidden",
    "guided",
    "no_crowd",
    "no_help",
    "no_notice",
    "no_subject",
    "no_whisper",
    "nobody",
    "not_begun",
    "not_blocked",
    "not_class",
    "not_ended",
    "not_open",
    "not_paused",
    "not_practice",
    "not_rehearsed",
    "not_resolved",
    "not_shown",
    "not_tagged",
    "paused",
    "rehearsal_failed",
    "thread_closed",
    "too_long",
    "too_many_drafts",
    "unchanged",
    "unknown_actor",
    "unknown_channel",
    "unknown_desk",
    "unknown_fact",
    "unknown_persona",
    "unknown_post",
    "unknown_reply",
    "unknown_run",
    "unknown_thread",
    "unknown_topic",
    "unreachable",
)
"""Every code of a refusal (docs/run.md). Sentences are the edge's."""


@dataclass(frozen=True, slots=True)
class Ack:
    """Command `cmd_id` is in the log; `seq` is the last event that it wrote."""

    cmd_id: str
    seq: int


class Refused(Exception):  # noqa: N818  a refusal is an answer, not an error
    """The service did nothing, for the reason `code`, one of CODES; `params` fill the sentence."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params
