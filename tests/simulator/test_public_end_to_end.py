"""The public of a rough night (`tests.simulator.rough_night`), from the words of a reply to what follows."""

from collections.abc import Callable
from typing import Any

import pytest

from people.models import User
from people.services import set_comparing
from simulator import queries, services
from simulator.core.events import Event
from simulator.models import Run
from simulator.services import Refused
from simulator.services.clock import FixedClock
from tests.simulator.rough_night import make_night
from tests.simulator.worlds import start

SECOND = 1_000
NEW_ETA = "Guten Abend Omar, die Weiterfahrt ist für 19:45 Uhr vorgesehen. ^TI"
OLD_ETA = "Guten Abend Omar, der Zug fährt um 18:00 Uhr weiter. ^TI"
REFUND = "Guten Abend Ivo, ungefragt von der Seenbahn: Ja, es gibt ein Viertel des Fahrpreises zurück. ^TI"
AD = "Guten Abend Ivo, jetzt buchen: In unserem Shop gibt es ein tolles Angebot und 20 % Rabatt! ^TI"
NOTICE = "In Altenried ist ein Signal gestört. Es geht um 18:00 Uhr weiter."


class Night:
    """Somebody's run of the night, act by act, at run times in seconds."""

    def __init__(self, tia: User, now: FixedClock, *, seed: int = 7) -> None:
        self.tia, self.now, self.second, self.count = tia, now, 0, 0
        self.run: Run = start(tia, timeline=make_night(), seed=seed)

    @property
    def log(self) -> list[Event]:
        return list(queries.read_log(self.run.pk))

    def at(self, second: int) -> "Night":
        self.now.advance((second - self.second) * SECOND)
        self.second = second
        services.catch_up(self.run.pk)
        return self

    def reply(self, post: str, text: str, *, visibility: str = "public") -> int:
        thread = next(event.data["thread"] for event in self.log if event.data.get("post") == post)
        return self._do(services.reply, thread=thread, post=post, visibility=visibility, text=text, seen_seq=10**6)

    def escalate(self, post: str, desk: str) -> int:
        thread = post.rpartition("-")[0]
        return self._do(services.escalate, thread=thread, post=post, desk=desk, note="Bitte ansehen.")

    def treat(self, post: str, act: str, reason: str) -> int:
        return self._do(services.treat, thread=post.rpartition("-")[0], post=post, as_=act, reason=reason)

    def publish(self, text: str) -> int:
        return self._do(services.publish_notice, topic="Ausfall", channel="forum", text=text)

    def update(self, text: str) -> int:
        return self._do(services.update_notice, topic="Ausfall", text=text)

    def _do(self, verb: Callable[..., Any], **asked: Any) -> int:
        self.count += 1
        seq: int = verb(self.run.pk, actor=self.tia, cmd_id=f"c{self.count}", **asked).seq
        return seq

    def events(self, kind: str, **data: Any) -> list[Event]:
        return [
            event
            for event in self.log
            if event.kind == kind and all(event.data.get(name) == value for name, value in data.items())
        ]

    def fired(self, rule: str) -> list[tuple[int, str]]:
        """(second, post) of each time that it fired."""
        return [(each.at_ms // SECOND, each.data["post"]) for each in self.events("ReactionFired", reaction=rule)]

    def heard(self) -> dict[str, Any]:
        found: dict[str, Any] = self.events("ReplyAssessed")[-1].data["heard"]
        return found


@pytest.fixture
def night(tia, now) -> Night:
    return Night(tia, now)


def test_a_wrong_desk_costs_time_and_the_right_one_brings_the_fact_that_replaces_another(night):
    night.at(20).escalate("train-1", "press")
    night.at(30).escalate("train-1", "operations")
    night.at(120)

    answers = [
        (each.at_ms // SECOND, each.data["desk"], each.data.get("fact")) for each in night.events("DeskAnswered")
    ]
    (released,) = night.events("FactReleased", fact="eta-new")
    assert answers == [(60, "operations", "eta-new"), (110, "press", None)]
    assert (released.at_ms // SECOND, released.data["replaces"]) == (60, "eta")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (NEW_ETA, "answered_well"),
        (OLD_ETA, "overpromise"),
        ("Es fährt ab 19:45 Uhr weiter, Omar. ^TI", "answered_well"),
    ],
    ids=["approved", "outdated", "paraphrased"],
)
def test_once_the_forecast_has_moved_only_the_new_one_is_a_good_answer(night, text, rule):
    night.at(20).escalate("train-1", "operations")
    night.at(60).reply("train-1", text)
    night.at(100)

    assert [each for each in ("answered_well", "overpromise") if night.fired(each)] == [rule]


def test_what_had_not_been_seen_to_move_is_no_fault(night):
    night.at(20).escalate("train-1", "operations")
    seen = len(night.log)
    night.at(60)
    services.reply(
        night.run.pk, actor=night.tia, cmd_id="late", thread="train", post="train-1", visibility="public",
        text=OLD_ETA, seen_seq=seen,
    )  # fmt: skip

    assert (night.fired("answered_well"), night.fired("overpromise")) == ([(60, "train-1")], [])


def test_a_fact_is_known_only_once_it_is_released(night):
    text = "Guten Abend Omar, um 20:10 Uhr fährt ein Bus ab Altenried. ^TI"
    night.at(70).reply("train-1", text)
    early = night.heard()["early"]
    night.at(560).reply("train-1", text)

    assert (early, night.heard().get("early")) == (["bus"], None)
    assert night.fired("train-early") == [(70, "train-1")]


def test_an_advocate_who_is_wrong_is_set_right_once_in_public(night):
    night.at(70).reply("train-2", "Guten Abend Ada, es gab keinen Zusammenstoß, alle Züge stehen sicher. ^TI")
    night.at(300)

    assert [each.data["rumour"] for each in night.events("RumourEnded")] == ["crash"]
    assert (night.fired("rumour_corrected"), night.fired("rumour_unanswered")) == ([(70, "train-2")], [])


def test_a_rumour_grows_in_silence_and_by_who_repeats_it(night):
    night.at(70).reply("train-1", "Guten Abend Omar, leider sind zwei Züge zusammengestoßen. ^TI")
    night.at(300)

    assert night.fired("rumour_spread") == [(70, "train-1")]
    assert night.fired("rumour_unanswered") == [(160, "train-2")]
    assert night.events("RumourEnded") == []


def test_a_notice_grows_stale_until_it_says_what_is_so(night):
    night.at(15).publish(NOTICE)
    night.at(20).escalate("train-1", "operations")
    night.at(115)
    first = night.fired("notice_stale")
    night.at(120).update(f"{NOTICE} Wir bleiben dran.")
    night.at(185)
    second = night.fired("notice_stale")
    night.at(190).update("Ein Signal ist gestört. Die Weiterfahrt ist für 19:45 Uhr vorgesehen.")
    night.at(400)

    assert (first, second) == ([(110, "")], [(110, ""), (180, "")])
    assert night.fired("notice_stale") == second


def test_a_notice_that_says_the_same_again_is_refused(night):
    night.at(15).publish(NOTICE)
    length = len(night.log)

    with pytest.raises(Refused, match="unchanged"):
        night.update(f" {NOTICE.replace(' ', '  ')}\n")

    assert len(night.log) == length


def test_who_sees_the_notice_or_is_pointed_to_it_calms_down(night):
    night.at(15)
    night.publish(NOTICE)
    night.at(30).reply("train-1", "Guten Abend Omar, alles dazu steht in unserer Meldung, sie ist oben angeheftet. ^TI")
    night.at(40)

    moods = [
        event.data["moods"]["omar"] for event in night.events("MoodMoved") if "omar" in event.data.get("moods", {})
    ]
    assert moods[0] == 45 - 8
    assert night.fired("notice_pointed") == [(30, "train-1")]


def test_before_a_notice_is_out_nobody_can_be_pointed_to_it(night):
    night.at(30).reply("train-1", "Guten Abend Omar, alles dazu steht in unserer Meldung. ^TI")

    assert night.fired("notice_pointed") == []


def test_a_private_conversation_identifies_asks_again_and_ends_in_public(night):
    night.at(20).reply("bag-1", "Hallo Jana, ach je! Schreiben Sie uns bitte eine private Nachricht. ^TI")
    before = [event for event in night.log if "4711" in str(event.data)]
    night.at(41)
    (known,) = night.events("CustomerIdentified", persona="jana")
    night.at(110)
    night.reply("bag-2", "Wir suchen ihn, Jana. ^TI", visibility="private")
    night.at(150)

    assert before == []
    assert (known.at_ms // SECOND, known.data["record"]) == (40, {"customer_number": "4711"})
    posts = [
        (each.data["post"], each.data.get("visibility", "public"))
        for each in night.events("PostAppeared", thread="bag")
    ]
    assert posts == [("bag-1", "public"), ("bag-2", "private"), ("bag-3", "private"), ("bag-4", "public")]


def test_a_message_without_a_public_word_is_taken_amiss(night):
    night.at(20).reply("bag-1", "Hallo Jana, welche Farbe hat er? ^TI", visibility="private")

    assert (len(night.fired("moved_wordless")), night.fired("moved_early")) == (1, [])


def test_advertising_closes_a_forum_in_public_and_nothing_else(night):
    night.at(30).reply("tip-1", AD)
    night.at(60)

    assert [each.data["thread"] for each in night.events("ThreadClosed")] == ["tip"]
    assert night.fired("found") == []
    with pytest.raises(Refused, match="thread_closed"):
        night.reply("tip-1", REFUND)
    night.reply("tip-1", "Guten Abend Ivo, das war daneben, Entschuldigung. ^TI", visibility="private")
    night.escalate("tip-1", "press")
    night.at(200)
    assert [each.data["desk"] for each in night.events("DeskAnswered")] == ["press"]


def test_who_asked_nobody_is_glad_to_be_found_and_who_chats_is_not(night):
    night.at(40).reply("tip-1", REFUND)
    night.reply("chat-1", "Guten Abend, die Bahn ist immer eine gute Wahl. ^TI")
    night.reply("noise-1", "Guten Abend Kim, danke für das Lob. ^TI")
    night.at(100)

    assert [night.fired(rule) for rule in ("found", "unwelcome", "intrusion")] == [
        [(40, "tip-1")],
        [(40, "chat-1")],
        [(40, "noise-1")],
    ]
    lines = {each.data["reaction"] for each in night.events("PostAppeared") if "reaction" in each.data}
    assert {"found", "unwelcome", "intrusion"} <= lines


def test_who_asked_nobody_does_not_miss_an_answer(night):
    night.at(600)

    assert [
        rule
        for rule in ("impatient", "ignored", "ignored_again", "advocate_helps")
        if any(post.startswith(("tip", "chat", "noise")) for _, post in night.fired(rule))
    ] == []


def test_who_probes_for_the_person_behind_the_agent_may_succeed(night):
    night.at(50).reply("probe-1", "Mein Name ist Tina Iffland. ^TI")
    night.at(70)

    assert [each.data["post"] for each in night.events("PostAppeared", reaction="probe-told")] == ["probe-2"]


def test_a_critic_who_was_treated_well_early_speaks_up_later(night):
    text = (
        "Guten Abend Omar, ich verstehe Ihren Ärger, das Warten ist zermürbend. Der Zug fährt um 18:00 Uhr weiter. ^TI"
    )
    night.at(60).reply("train-1", text)
    night.at(320)

    (line,) = night.events("PostAppeared", reaction="treated_well_early")
    assert (line.at_ms // SECOND, line.data["persona"]) == (300, "omar")


def test_beside_danger_nobody_says_what_no_author_wrote(night):
    night.at(60).reply("bench-1", "Guten Abend, wir bitten Sie um etwas Geduld und sehen gerade für Sie nach. ^TI")
    night.at(70).reply("bench-1", "Guten Abend, wir bitten Sie um etwas Geduld und sehen gerade für Sie nach. ^TI")
    night.at(75).reply("bench-1", "Guten Abend, wir bitten Sie um etwas Geduld und sehen gerade für Sie nach. ^TI")
    night.at(800)

    said = [
        each.data["post"] for each in night.events("PostAppeared") if each.data["thread"] in ("bench", "home", "menace")
    ]
    assert night.fired("template_reused") != []
    assert said == ["menace-1", "bench-1", "home-1", "bench-2", "home-2"]
    dangerous = {"ben", "uwe", "rex"}
    assert [
        each for each in night.events("PostAppeared") if "_" in each.data["post"] and each.data["persona"] in dangerous
    ] == []


def test_without_the_look_at_danger_somebody_would_say_something(night, monkeypatch):
    monkeypatch.setattr("simulator.core.lines.is_grave", lambda state, thread, persona: False)

    with pytest.raises(AssertionError):
        test_beside_danger_nobody_says_what_no_author_wrote(night)


def test_danger_that_stands_heats_and_who_takes_it_on_keeps_it_from_that(night):
    night.at(60).treat("menace-1", "reported", "threat")
    night.treat("home-1", "hidden", "personal_data")
    night.at(300)

    assert night.fired("danger_stands") == [(170, "bench-1")]
    assert night.fired("bench-stands") == [(230, "bench-1")]


def test_danger_that_was_handed_over_does_not_stand(night):
    night.at(60).escalate("bench-1", "security")
    night.at(300)

    assert night.fired("bench-stands") == []
    assert [post for _, post in night.fired("danger_stands")] == ["menace-1", "home-1"]


def test_a_post_is_hidden_and_reported_and_answered(night):
    night.at(60).treat("home-1", "hidden", "personal_data")
    night.treat("home-1", "reported", "personal_data")
    night.reply(
        "home-1", "Guten Abend, ein Viertel des Fahrpreises bekommen Sie zurück. Adressen bleiben hier weg. ^TI"
    )
    night.at(600)

    assert night.fired("answered_well") == [(60, "home-1")]
    assert (night.fired("home-left"), night.fired("hidden_wrongly")) == ([], [])
    with pytest.raises(Refused, match="already_treated"):
        night.treat("home-1", "hidden", "personal_data")


def test_who_is_blocked_for_a_question_makes_the_public_cross_and_who_broke_the_rules_does_not(night):
    night.at(60).treat("home-1", "blocked", "personal_data")
    night.at(120)
    assert night.fired("blocked_wrongly") == []

    night.treat("bag-1", "blocked", "spam")
    night.at(600)

    assert night.fired("blocked_wrongly") == [(120, "bag-1")]


def test_danger_that_names_no_desk_is_right_at_any(night):
    night.at(60).escalate("menace-1", "press")
    night.at(120)

    assert [each.data["right"] for each in night.events("DeskAnswered")] == [True]


def test_a_desk_does_not_tell_what_nobody_knows_yet(night):
    night.at(60).escalate("bench-1", "security")
    night.at(100)
    (answer,) = night.events("DeskAnswered")
    night.at(570)

    assert (answer.data["right"], answer.data.get("fact"), "Streife" in answer.data["text"]) == (True, None, False)
    assert [each.at_ms // SECOND for each in night.events("FactReleased", fact="safe-home")] == [560]


def test_a_reaction_of_the_author_stands_in_the_place_of_the_general_rule(night):
    same = "Wir haben in dieser Nacht alle Hände voll zu tun und melden uns."
    for second, post in ((60, "train-1"), (62, "bag-1"), (64, "tip-1"), (66, "train-2")):
        night.at(second).reply(post, f"{same} ^TI")
    night.at(120)

    assert night.fired("same_sentence_aloud") == []
    assert len(night.fired("same-sentence-aloud")) == 2
    assert [each.at_ms // SECOND for each in night.events("PostAppeared", post="aloud-1")] == [64]


def test_any_all_not_and_at_most_hold_together(night):
    night.at(60).treat("menace-1", "reported", "threat")
    night.treat("home-1", "reported", "personal_data")
    night.treat("bench-1", "reported", "self_harm")
    twice = len(night.fired("hot-or-press"))
    night.publish(NOTICE)

    assert twice == 2


def test_after_the_notice_what_waits_for_none_stays_away(night):
    night.at(60).publish(NOTICE)
    night.treat("menace-1", "reported", "threat")

    assert night.fired("hot-or-press") == []


def play_it(night: Night) -> list[Event]:
    """A bit of everything."""
    night.at(16).publish(NOTICE)
    night.at(20).escalate("train-1", "press")
    night.at(25).escalate("train-1", "operations")
    night.at(61).reply("train-1", OLD_ETA)
    night.at(63).reply("tip-1", AD)
    night.at(70).reply("bag-1", "Hallo Jana, schreiben Sie uns bitte eine private Nachricht. ^TI")
    night.at(75).treat("home-1", "hidden", "personal_data")
    night.at(76).reply("home-1", REFUND)
    night.at(170).reply("bag-2", "Wir suchen ihn. ^TI", visibility="private")
    return night.at(840).log


def test_looking_late_gives_the_same_log_as_looking_often(tia, now, monkeypatch):
    # Twice the same replies by the same person would not be the same run.
    set_comparing(tia, compares=False)
    late = play_it(Night(tia, now))
    often = Night(tia, now)
    step = Night.at

    def look_often(night: Night, second: int) -> Night:
        for between in range(night.second + 1, second):
            step(night, between)
        return step(night, second)

    monkeypatch.setattr(Night, "at", look_often)

    assert [(event.at_ms, event.kind, event.data) for event in play_it(often)][1:] == [
        (event.at_ms, event.kind, event.data) for event in late
    ][1:]
    assert [(event.kind, event.data) for event in services.replay(often.run.pk)] == [
        (event.kind, event.data) for event in often.log
    ]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Hallo Jana, ach je! Rufen Sie uns bitte an. ^TI", "call"),
        ("Hallo Jana, ach je! Schreiben Sie bitte an service@seenbahn.example. ^TI", "mail"),
        ("Hallo Jana, ach je! Schreiben Sie uns bitte eine private Nachricht. ^TI", None),
    ],
    ids=["call", "mail", "message"],
)
def test_the_conversation_goes_on_where_it_was_moved_to(night, text, way):
    night.at(20).reply("bag-1", text)
    night.at(45)

    (post,) = night.events("PostAppeared", post="bag-2")
    assert post.data.get("way") == way


def test_who_has_linked_account_and_record_is_known_from_the_first_post_on(night):
    night.at(30)

    (known,) = night.events("CustomerIdentified")
    assert (known.at_ms // SECOND, known.data["record"]) == (25, {"customer_number": "4712"})


def test_what_an_author_wrote_about_one_aspect_of_a_reply_leaves_the_others_to_the_public(night):
    """The author only wrote what follows where somebody gives the bus away (train-early)."""
    night.at(60).reply("train-1", OLD_ETA)
    night.reply("bag-1", "Hallo Jana, da sind Sie selbst schuld. ^TI")
    night.reply("train-1", "Guten Abend Omar, daran sind Sie selbst schuld. ^TI")
    night.at(100)

    said = [each.data["reaction"] for each in night.events("PostAppeared", persona="omar") if "reaction" in each.data]
    assert said == ["defensive"]
