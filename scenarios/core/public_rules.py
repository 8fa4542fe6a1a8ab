"""How the public takes what is done or left undone, in every scenario that does not say otherwise.

Each rule is a Reaction whose condition leaves open whom it is about; a SCOPE narrows that down. Directions are those
of the sources named beside them (docs/simulation.md has all of them, and how to set the numbers per scenario);
magnitudes are small on purpose. Rules kept here: nothing about runs; a rule counts per person; a vindictive person's
anger is moved by no reply (Weitzl 2019).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from scenarios.core.conditions import (
    ANY,
    PATIENCE,
    AllOf,
    Answered,
    AnyOf,
    Escalated,
    Ignored,
    MovedToPrivate,
    NoAnswer,
    Not,
    NoticeIs,
    Replied,
    Stands,
    Treated,
)
from scenarios.core.public import Reaction
from scenarios.core.timeline import Timeline

SECOND = 1_000


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule holds, and who says its line.

    `roles` are those of the person it is about, `channels` kinds of channel, `mentions` of thread, `turns` the least
    number of public replies to this person. `correct`: the reply gave all facts that were called for, none too early,
    and promised nothing else. `goodwill`: it offers something. `right`: it states a right. `rumour`: the post carries
    a rumour that nobody has corrected. `points`: the reply points to the notice about the topic. `settled`: nobody in
    the thread waits. `rightly`: the treatment is one that the post may have. `calls`: the post calls for an answer,
    `alone`: it is one to leave alone, `danger`: one that people get hurt by. `of_ten` is the chance.

    `speaker` says the line: a role, "desk", or "" for the person it is about. `closes`: the thread is closed to the
    brand.
    """

    roles: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    turns: int = 0
    correct: bool | None = None
    goodwill: bool | None = None
    right: bool | None = None
    rumour: bool | None = None
    points: bool | None = None
    settled: bool | None = None
    rightly: bool | None = None
    calls: bool | None = None
    alone: bool | None = None
    danger: bool | None = None
    of_ten: int = 10
    speaker: str = ""
    closes: bool = False


_PUBLIC = Replied(visibility="public")
_IN_TIME = Answered(late=False)

GENERAL_RULES: tuple[Reaction, ...] = (
    # Ignoring a negative post is the worst of all answers (Herhausen et al. 2019).
    Reaction("impatient", "", NoAnswer(wait_ms=PATIENCE), line="waiting", mood=5),
    Reaction("ignored", "", NoAnswer(), after_ms=15 * SECOND, line="ignored", heat=2_000, crowd=10, mood=15),
    Reaction(
        "ignored_again", "", Ignored(times=2), 20 * SECOND, 2, line="ignored_again", heat=3_000, crowd=20, mood=20
    ),
    # Customers help each other where the brand is silent (Golmohammadi et al. 2021; a forum's everyday life).
    Reaction("advocate_helps", "", NoAnswer(), after_ms=45 * SECOND, line="advocate", heat=-500),
    # First and closing response matter (Istanbulluoglu 2017).
    Reaction("answered_late", "", Answered(late=True), 25 * SECOND, line="late", heat=500, mood=5),
    # An early apology, or an early move to another channel, cools (Herhausen et al. 2019).
    Reaction(
        "early_apology",
        "",
        AllOf((_IN_TIME, Replied(visibility="public", does=("apology",)))),
        heat=-1_500,
        crowd=-15,
        mood=-15,
    ),
    Reaction("moved_early", "", AllOf((_IN_TIME, MovedToPrivate(public_word=True))), heat=-1_000, crowd=-10, mood=-5),
    # Empathy and active listening cool even what is unsolved (Herhausen et al. 2023).
    Reaction("empathy", "", Replied(does=("feeling",)), at_most=2, heat=-800, crowd=-10, mood=-10),
    # Angrier posts need more explanation (Herhausen et al. 2019).
    Reaction(
        "unexplained",
        "",
        Replied(visibility="public", lacks=("explanation", "next_step", "question", "to_private")),
        at_most=2,
        heat=300,
        mood=5,
    ),
    # Visible success beats "taken offline"; visible failure is worst (Hogreve et al. 2019; Einwiller & Steilen 2015).
    Reaction("moved_wordless", "", MovedToPrivate(public_word=False), heat=800, mood=5),
    Reaction("moved_answered", "", MovedToPrivate(), 25 * SECOND, line="private"),
    Reaction("solved_in_private", "", Replied(visibility="private"), 60 * SECOND, line="solved", heat=-1_500, mood=-15),
    # Defence backfires with constructive complainants, silence hurts (Weitzl 2019).
    Reaction(
        "defensive",
        "",
        AnyOf((Replied(against=("blame",)), Replied(against=("denial",)), Replied(against=("condescension",)))),
        20 * SECOND,
        2,
        line="defended",
        heat=2_500,
        crowd=25,
        mood=20,
    ),
    Reaction(
        "insulted", "", Replied(against=("insult",)), 15 * SECOND, 2, line="insulted", heat=6_000, crowd=60, mood=40
    ),
    Reaction("tone_low", "", Replied(tone_below=350), at_most=2, heat=500, mood=8),
    # Canned text is noticed in public (Lange); more rote responses, fewer and lower reviews (Liu et al. 2021).
    Reaction(
        "template_reused", "", Replied(visibility="public", template=True), 25 * SECOND, line="canned", heat=500, mood=8
    ),
    # The same answer over and over in a grown storm heats (Herhausen et al. 2019).
    Reaction("same_sentence", "", Replied(visibility="public", repeats=3), at_most=0, heat=1_000, crowd=10),
    Reaction(
        "same_sentence_aloud", "", Replied(visibility="public", repeats=4), 20 * SECOND, line="copied", heat=1_500
    ),
    # What needs personal data leaves the public at once (Bock).
    Reaction(
        "personal_asked",
        "",
        Replied(visibility="public", personal="asked"),
        20 * SECOND,
        line="not_here",
        heat=1_000,
        mood=8,
    ),
    Reaction(
        "personal_shown",
        "",
        Replied(visibility="public", personal="shown"),
        15 * SECOND,
        line="exposed",
        heat=5_000,
        crowd=40,
        mood=35,
    ),
    # Goodwill offered early and in public is imitated; a right is information (Herhausen et al. 2019).
    Reaction("goodwill_early", "", AllOf((_IN_TIME, _PUBLIC)), heat=1_500, crowd=20),
    Reaction(
        "right_stated", "", Replied(visibility="public", states=ANY, known=True), at_most=2, heat=-300, calm=40, mood=-8
    ),
    # Stalling and not telling the truth are the worst (panel, Dettweiler).
    Reaction("overpromise", "", Replied(overpromises=True), at_most=0, heat=300),
    Reaction(
        "promise_broken", "", Replied(overpromises=True), 150 * SECOND, line="broken", heat=2_500, crowd=20, mood=10
    ),
    # Others see the same question and the answer (Lange, Sky Go): a correct public answer spares the next posts.
    Reaction("answered_well", "", _PUBLIC, 30 * SECOND, 2, line="thanks", heat=-1_000, crowd=-15, calm=150, mood=-20),
    # Many public back-and-forths bring more exposure and more complaints (Golmohammadi et al. 2021).
    Reaction("ping_pong", "", _PUBLIC, at_most=0, heat=600, crowd=8),
    # Say it, own it, and keep saying it (Lange, launch of 2011; Coombs 2007 on instructing information).
    Reaction("notice_published", "", NoticeIs("published"), heat=-3_000, crowd=-30, calm=250, mood=-8),
    Reaction("notice_updated", "", NoticeIs("updated"), at_most=0, heat=-800, calm=80, mood=-4),
    Reaction("notice_stale", "", NoticeIs("stale"), 10 * SECOND, 0, line="stale", heat=2_000, crowd=15),
    Reaction("notice_pointed", "", Replied(), at_most=2, heat=-300, calm=60, mood=-8),
    # Rumours become independent if nobody takes a stand (Lange).
    Reaction("rumour_unanswered", "", NoAnswer(wait_ms=120 * SECOND), heat=3_000, crowd=25),
    Reaction(
        "rumour_corrected", "", Replied(visibility="public", corrects=ANY), at_most=2, heat=-1_500, crowd=-10, calm=100
    ),
    Reaction("rumour_spread", "", Replied(visibility="public", spreads=ANY), at_most=0, heat=3_000, crowd=30),
    # A forum once threw the brand out for answers that read like advertising (panel).
    Reaction(
        "advertising", "", Replied(visibility="public", advertises=True), 20 * SECOND, line="thrown_out", heat=2_500
    ),
    # Help unasked, at the right moment, and not as advertising (Bock).
    Reaction(
        "found",
        "",
        AllOf((Replied(visibility="public", advertises=False), Not(Replied(tone_below=200)))),
        25 * SECOND,
        line="found",
        heat=-500,
        crowd=-5,
        mood=-10,
    ),
    # An unasked reply among peers is an intrusion (van Noort & Willemsen 2012).
    Reaction("unwelcome", "", _PUBLIC, 25 * SECOND, line="unwelcome", heat=1_000, mood=5),
    Reaction("intrusion", "", _PUBLIC, 25 * SECOND, line="not_you", heat=1_000),
    # Some only want to rage; answering them pours oil on the fire (Bock).
    Reaction("troll_fed", "", _PUBLIC, 15 * SECOND, 2, line="fed", heat=1_000, crowd=10),
    # Win advocates and know your critics before the storm (Lange).
    Reaction(
        "treated_well_early",
        "",
        AllOf((_IN_TIME, Replied(does=("feeling",)), Not(Replied(tone_below=500)))),
        240 * SECOND,
        line="speaks_up",
        heat=-2_000,
        crowd=-15,
        mood=-20,
    ),
    # Escalation to the right desk; a wrong one costs time (Zimmermann; Bock: experts step into the dialogue).
    Reaction("right_desk", "", Escalated(right=True), 45 * SECOND, 0, line="desk_right"),
    Reaction("wrong_desk", "", Escalated(right=False), 90 * SECOND, 0, line="desk_wrong"),
    # What people get hurt by and nobody takes on is seen by everybody (practice).
    Reaction("danger_stands", "", Stands(wait_ms=120 * SECOND), heat=3_000, crowd=20),
    # Less diversity and an unrestrained flow feed a firestorm: hidden criticism comes back (Pfeffer et al. 2014).
    Reaction("hidden_wrongly", "", Treated("hidden"), 30 * SECOND, 2, line="hidden", heat=3_000, crowd=30, mood=25),
    # Who is shut out for criticism says so elsewhere, and the critics grow more (the same; size as for hiding, ours).
    Reaction("blocked_wrongly", "", Treated("blocked"), 30 * SECOND, 2, line="blocked", heat=3_000, crowd=30, mood=25),
    # The closing response counts as well (Istanbulluoglu 2017).
    Reaction("resolved", "", Treated("resolved"), at_most=0, heat=-300, mood=-5),
    Reaction("resolved_open", "", Treated("resolved"), 20 * SECOND, 2, line="not_solved", heat=1_000, mood=15),
)
"""Heat in milli-heat, `crowd` and `calm` per mille, `mood` in points of 100."""

_CRITICS = ("critic", "advocate", "leader")

_TO_THE_BRAND = ("direct",)
"""Who has not spoken to the brand does not miss its answer."""

SCOPES: Mapping[str, Scope] = {
    "impatient": Scope(mentions=_TO_THE_BRAND),
    "ignored": Scope(mentions=_TO_THE_BRAND),
    "ignored_again": Scope(mentions=_TO_THE_BRAND),
    "advocate_helps": Scope(
        roles=("customer", "critic", "leader", "bystander"), mentions=_TO_THE_BRAND, of_ten=5, speaker="advocate"
    ),
    "answered_late": Scope(mentions=_TO_THE_BRAND, of_ten=4),
    "unexplained": Scope(roles=("customer", "critic", "leader", "journalist")),
    "solved_in_private": Scope(correct=True, of_ten=6),
    "same_sentence_aloud": Scope(speaker="bystander"),
    "goodwill_early": Scope(goodwill=True),
    "right_stated": Scope(right=True),
    "answered_well": Scope(correct=True),
    "ping_pong": Scope(turns=3),
    "notice_stale": Scope(speaker="bystander"),
    "notice_pointed": Scope(points=True),
    "rumour_unanswered": Scope(rumour=True),
    "advertising": Scope(channels=("forum",), speaker="moderator", closes=True),
    "found": Scope(mentions=("unasked",), calls=True),
    "unwelcome": Scope(mentions=("unasked",), alone=True),
    "intrusion": Scope(mentions=("noise",)),
    "troll_fed": Scope(roles=("troll",), turns=2),
    "treated_well_early": Scope(roles=_CRITICS),
    "right_desk": Scope(speaker="desk"),
    "wrong_desk": Scope(speaker="desk"),
    "danger_stands": Scope(danger=True),
    "hidden_wrongly": Scope(rightly=False),
    "blocked_wrongly": Scope(rightly=False),
    "resolved": Scope(settled=True),
    "resolved_open": Scope(settled=False),
}
"""Rule → where it holds; one that is not here holds for everybody, everywhere."""

NO_SCOPE = Scope()

ASKING_LINES = frozenset(
    {"waiting", "ignored", "ignored_again", "private", "defended", "exposed", "broken", "not_solved"}
)
"""Kinds of stock line that call for an answer as the post before them did. All others are only said."""

RULES: Mapping[str, Reaction] = {rule.key: rule for rule in GENERAL_RULES}
SETTABLE = tuple(
    each.name for each in fields(Reaction) if each.name in ("after_ms", "at_most", "heat", "crowd", "calm", "mood")
)
"""What a scenario may set in place of a rule's own numbers, beside `off`."""


def rules_of(timeline: Timeline) -> tuple[Reaction, ...]:
    """The general rules as `timeline` sets them. An author's reaction under a rule's name, which a key writes with
    hyphens, stands in its place.
    """
    own = {reaction.key.replace("-", "_") for reaction in timeline.reactions}
    settings = timeline.public.settings
    return tuple(
        _set(rule, settings.get(rule.key, {}))
        for rule in GENERAL_RULES
        if rule.key not in own and not settings.get(rule.key, {}).get("off")
    )


def scope_of(rule: str) -> Scope:
    return SCOPES.get(rule, NO_SCOPE)


def _set(rule: Reaction, values: Mapping[str, int]) -> Reaction:
    numbers: dict[str, Any] = {name: value for name, value in values.items() if name in SETTABLE}
    return replace(rule, **numbers) if numbers else rule
