"""What the public does, and what is done about it, as frames."""

from simulator.core.view import Frame
from tests.vectors.frames import ALI, CEM, JANA, POSTS, START, make_frame, make_post, make_reply

PICTURE = {"kind": "board", "title": "Gleis 3", "alt": "Alle Züge fallen aus", "rows": [["18:04", "RE 4"]]}
CROWD = make_post(6, 7, "crowd_1", at_ms=70_000, thread="crowd_1", who=CEM, target_ms=None, crowd=True, reach=900)
NOTICE = make_frame(6, 7, "NoticePublished", at_ms=90_000, words="Signalstörung …", topic="outage", channel="page")
HANDOVER = make_frame(
    6, 7, "Escalated", at_ms=90_000, words="Bitte prüfen.", thread="rucksack", post="rucksack-1", desk="operations"
)


def treat(seq: int, post: str, act: str, *, at_ms: int, thread: str = "rucksack", reason: str = "troll") -> Frame:
    return make_frame(seq - 1, seq, "Treated", at_ms=at_ms, thread=thread, post=post, reason=reason, **{"as": act})


PUBLIC_CASES: dict[str, list[Frame]] = {
    "a fact that a newer one replaces stays and says so": [
        START,
        make_frame(1, 2, "FactReleased", at_ms=0, fact="eta", text="ab 18:40"),
        make_frame(2, 3, "FactReleased", at_ms=9_000, fact="eta-new", text="ab 19:45", replaces="eta", kind="right"),
    ],
    "the public is as heated at first as its scenario says": [{**START, "data": {**START["data"], "heat": 42}}],
    "the public's heat is what it was last said to be": [
        START,
        make_frame(1, 2, "MoodMoved", at_ms=2_000, heat=31),
        make_frame(2, 4, "MoodMoved", at_ms=4_000, heat=44, moods={"jana": 70}),
    ],
    "the crowd does not wait for an answer": [START, *POSTS, CROWD],
    "the crowd joins a thread and nobody waits longer for it": [
        START,
        *POSTS,
        {**CROWD, "data": {**CROWD["data"], "thread": "rucksack"}},
    ],
    "an answer to the crowd is an answer": [
        START,
        *POSTS,
        CROWD,
        make_reply(7, 8, at_ms=90_000, thread="crowd_1", post="crowd_1", words="Ja, leider."),
    ],
    "what does not mean the brand waits without a target": [
        START,
        make_post(1, 2, "bahn-1", at_ms=9_000, thread="bahn", who=ALI, target_ms=None, mention="noise"),
    ],
    "a private post, with a picture, by somebody many read": [
        START,
        *POSTS,
        make_post(
            6,
            7,
            "rucksack-4",
            at_ms=70_000,
            thread="rucksack",
            who=JANA,
            visibility="private",
            reach=40_000,
            role="leader",
            picture=PICTURE,
        ),
    ],
    "whoever identifies themselves has a record": [
        START,
        *POSTS,
        make_frame(
            6,
            7,
            "CustomerIdentified",
            at_ms=70_000,
            persona="jana",
            thread="rucksack",
            record={"customer_number": "4711"},
        ),
    ],
    "what they had to do with the house before comes along": [
        START,
        *POSTS,
        make_frame(
            6,
            7,
            "CustomerIdentified",
            at_ms=70_000,
            persona="jana",
            thread="rucksack",
            record={},
            history=["März: nach dem Fundbüro gefragt"],
        ),
    ],
    "handed over, it still waits for a word": [START, *POSTS, HANDOVER],
    "a desk answers in the thread": [
        START,
        *POSTS,
        HANDOVER,
        make_frame(
            7,
            9,
            "DeskAnswered",
            at_ms=120_000,
            desk="operations",
            thread="rucksack",
            post="rucksack-1",
            right=True,
            text="Der Zug steht in Altenried.",
        ),
    ],
    "a hand-over that was answered leaves the customer's turn, and the customer brings it back": [
        START,
        *POSTS,
        HANDOVER,
        make_reply(7, 8, at_ms=95_000, thread="rucksack", post="rucksack-1", words="Wir fragen nach."),
        make_reply(8, 9, at_ms=96_000, thread="rucksack", post="rucksack-2", words="Wir fragen nach."),
        make_post(9, 10, "rucksack-4", at_ms=99_000, thread="rucksack", who=ALI),
    ],
    "who is answered last decides where the thread stands": [
        START,
        POSTS[1],
        treat(4, "wlan-1", "hidden", at_ms=90_000, thread="wlan", reason="insult"),
        make_reply(4, 5, at_ms=95_000, thread="wlan", post="wlan-1", words="Was ist denn los?"),
    ],
    "a treated post waits no longer": [
        START,
        *POSTS,
        treat(7, "rucksack-2", "left_alone", at_ms=90_000),
        treat(8, "rucksack-2", "hidden", at_ms=91_000, reason="insult"),
    ],
    "who was blocked waits nowhere, comes back nowhere, and stays to be read": [
        START,
        *POSTS,
        treat(7, "rucksack-1", "blocked", at_ms=90_000, reason="hate"),
        make_post(8, 9, "rucksack-4", at_ms=99_000, thread="rucksack", who=JANA),
        make_post(9, 10, "neu-1", at_ms=99_500, thread="neu", who=JANA, visibility="private"),
        make_post(10, 11, "neu-2", at_ms=99_900, thread="neu", who=ALI),
    ],
    "who was unblocked waits again with what nobody answered or hid": [
        START,
        *POSTS,
        treat(7, "rucksack-1", "hidden", at_ms=89_000, reason="hate"),
        treat(8, "rucksack-1", "blocked", at_ms=90_000, reason="hate"),
        make_post(8, 9, "neu-1", at_ms=99_500, thread="neu", who=JANA, visibility="private"),
        make_frame(9, 10, "Unblocked", at_ms=100_000, thread="neu", post="neu-1"),
    ],
    "what was settled while somebody was blocked stays settled": [
        START,
        make_post(1, 2, "neu-1", at_ms=9_000, thread="neu", who=JANA),
        treat(3, "neu-1", "blocked", at_ms=10_000, thread="neu", reason="hate"),
        make_post(3, 4, "neu-2", at_ms=11_000, thread="neu", who=JANA),
        make_frame(4, 5, "Resolved", at_ms=12_000, thread="neu"),
        make_frame(5, 6, "Unblocked", at_ms=13_000, thread="neu", post="neu-2"),
    ],
    "who was unblocked after all was answered leaves nothing behind": [
        START,
        make_post(1, 2, "neu-1", at_ms=9_000, thread="neu", who=JANA),
        make_reply(2, 3, at_ms=20_000, thread="neu", post="neu-1", words="Gern."),
        treat(4, "neu-1", "blocked", at_ms=30_000, thread="neu", reason="hate"),
        make_frame(4, 5, "Unblocked", at_ms=40_000, thread="neu", post="neu-1"),
        make_post(5, 6, "neu-2", at_ms=50_000, thread="neu", who=JANA),
    ],
    "a resolved thread does not wait": [
        START,
        *POSTS,
        make_frame(6, 7, "Resolved", at_ms=90_000, thread="rucksack"),
    ],
    "a resolved thread comes back when somebody of its people writes": [
        START,
        *POSTS,
        make_frame(6, 7, "Resolved", at_ms=90_000, thread="rucksack"),
        {**CROWD, "seq": 8, "after": 7, "data": {**CROWD["data"], "thread": "rucksack"}},
        make_post(8, 9, "rucksack-4", at_ms=99_000, thread="rucksack", who=ALI),
    ],
    "nothing waits in a thread that was closed": [
        START,
        *POSTS,
        make_frame(6, 7, "ThreadClosed", at_ms=90_000, thread="rucksack", reason="advertising"),
        make_post(7, 8, "rucksack-4", at_ms=99_000, thread="rucksack", who=ALI),
    ],
    "what is private waits in a thread that was closed all the same": [
        START,
        *POSTS,
        make_post(6, 7, "rucksack-4", at_ms=70_000, thread="rucksack", who=JANA, visibility="private", way="call"),
        make_frame(7, 8, "ThreadClosed", at_ms=90_000, thread="rucksack", reason="advertising"),
        make_post(8, 9, "rucksack-5", at_ms=99_000, thread="rucksack", who=ALI, visibility="private"),
    ],
    "a notice is published": [START, *POSTS, NOTICE],
    "a notice says what it said last": [
        START,
        *POSTS,
        NOTICE,
        make_frame(7, 9, "NoticeUpdated", at_ms=180_000, words="Ab 19:45 geht es weiter.", topic="outage"),
    ],
    "an erased note and an erased notice keep their places": [
        START,
        *POSTS,
        {key: value for key, value in HANDOVER.items() if key != "words"},
        {key: value for key, value in NOTICE.items() if key != "words"} | {"seq": 8, "after": 7},
    ],
}
