"""The verbs of a run: the only writers. Each is one transaction, and safe to call twice."""

from simulator.services.acting import escalate, resolve, treat, unblock, write_note
from simulator.services.assigning import assign
from simulator.services.catching_up import catch_up, catch_up_due
from simulator.services.confiding import note_moment, whisper
from simulator.services.directing import raise_wave, skip, turn_heat
from simulator.services.drafting import Kept, keep_draft
from simulator.services.erasing import erase_words, purge_run
from simulator.services.exercises import Plan, arrive, begin_class, call_off, join_exercise, set_exercise
from simulator.services.forking import fork_run
from simulator.services.hinting import Hint, ask_hint
from simulator.services.injecting import inject_fact, inject_post
from simulator.services.notices import prepare_publishing, prepare_update, publish_notice, update_notice
from simulator.services.own_templates import (
    BadTemplate,
    change_template,
    delete_template,
    delete_templates,
    keep_templates,
)
from simulator.services.proposing import propose_article
from simulator.services.refusals import CODES, Ack, Refused
from simulator.services.replaying import replay, verify_chain
from simulator.services.replying import prepare_reply, reply
from simulator.services.restarting import forget_all
from simulator.services.revising import correct_reply, delete_reply, prepare_correction
from simulator.services.sharing import create_link, revoke_link
from simulator.services.starting import start_run
from simulator.services.steering import end_run, pause, resume, set_speed
from simulator.services.tagging import tag_post, untag_post

__all__ = [
    "CODES",
    "Ack",
    "Hint",
    "BadTemplate",
    "Kept",
    "Plan",
    "Refused",
    "ask_hint",
    "arrive",
    "assign",
    "begin_class",
    "call_off",
    "catch_up",
    "catch_up_due",
    "change_template",
    "correct_reply",
    "create_link",
    "delete_reply",
    "delete_template",
    "delete_templates",
    "end_run",
    "erase_words",
    "escalate",
    "forget_all",
    "fork_run",
    "join_exercise",
    "inject_fact",
    "inject_post",
    "keep_draft",
    "keep_templates",
    "note_moment",
    "pause",
    "prepare_correction",
    "prepare_publishing",
    "prepare_reply",
    "prepare_update",
    "propose_article",
    "publish_notice",
    "purge_run",
    "raise_wave",
    "replay",
    "reply",
    "resolve",
    "resume",
    "revoke_link",
    "set_exercise",
    "set_speed",
    "skip",
    "start_run",
    "tag_post",
    "treat",
    "turn_heat",
    "unblock",
    "untag_post",
    "update_notice",
    "verify_chain",
    "whisper",
    "write_note",
]
