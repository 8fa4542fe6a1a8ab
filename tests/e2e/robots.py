"""A class of twelve that no person plays: robots over real sockets, each with a session of its own.

`make_class` runs in the site (manage.py shell); a `Robot` waits for its class as the page does, follows its run as the
desk does, again and again while its line is down, and answers what the test has told it.
"""

import json
import threading
import time
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import websockets
from django.conf import settings
from websockets.sync.client import ClientConnection, connect

from people.models import Cohort, Membership, Role, User
from tests.e2e.site import Site
from tests.simulator.tabs import sign_in

COHORT = "Querlandbahn Nachtdienst"
"""Theirs alone, so that nobody else's lists grow."""
NAMES = (
    "Alma Berg", "Bo Celik", "Cleo Dorn", "Dario Ernst", "Edda Falk", "Femi Gruber", "Gina Holm", "Hadi Iven",
    "Ida Jahn", "Juri Koch", "Kaja Lang", "Levi Moor",
)  # fmt: skip
COACHES = ("Nora Quandt", "Piet Ruhl")
TOKEN = "r" * 32
ASK_S = 0.2
"""How often it asks whether the class has begun; a socket that is gone is opened anew as soon."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the class, and the session in which they are signed in."""

    name: str
    session: str


def make_class() -> None:
    """Prints the sessions of all, trainees first."""
    cohort, _ = Cohort.objects.get_or_create(name=COHORT)
    for role, names in ((Role.TRAINEE, NAMES), (Role.COACH, COACHES)):
        for name in names:
            first, last = name.split()
            person = User.objects.create(
                username=first.lower(), first_name=first, last_name=last, signature=first[0] + last[0], language="de"
            )
            Membership.objects.create(user=person, cohort=cohort, role=role)
            print("member", json.dumps([name, sign_in(person)]))  # noqa: T201  to the test that has called this


def open_class(site: Site) -> tuple[list[Member], list[Member]]:
    """(trainees, coaches)."""
    said = site.manage("shell", "-c", "from tests.e2e.robots import make_class; make_class()")
    members = [
        Member(*json.loads(line.removeprefix("member "))) for line in said.splitlines() if line.startswith("member ")
    ]
    return members[: len(NAMES)], members[len(NAMES) :]


class Robot:
    """`answers` are what it replies to a post, by words of it; `heard` the events of its run that it was told of."""

    def __init__(self, member: Member, *, port: int, answers: Mapping[str, str]) -> None:
        self.member, self.answers = member, answers
        self.heard: list[Mapping[str, Any]] = []
        self.run: int | None = None
        self.failed: list[str] = []
        self._port, self._is_wanted, self._sent = port, True, 0
        self._socket: ClientConnection | None = None
        self._thread = threading.Thread(target=self._live, daemon=True)

    def come(self, exercise: int) -> None:
        """Waits for the class to begin, then plays."""
        self._exercise = exercise
        self._thread.start()

    def leave(self) -> None:
        self._is_wanted = False
        if self._socket is not None:
            with suppress(websockets.ConnectionClosed):
                self._socket.close()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def list_kinds(self) -> list[str]:
        return [frame["kind"] for frame in list(self.heard)]

    def _live(self) -> None:
        while self._is_wanted and self.run is None:
            desk = self._ask_for_desk()
            if desk is None:
                time.sleep(ASK_S)
            else:
                self.run = int(desk.strip("/").rpartition("/")[2])
        while self._is_wanted:
            self._play()

    def _ask_for_desk(self) -> str | None:
        request = urllib.request.Request(  # noqa: S310  our own address
            f"http://127.0.0.1:{self._port}/exercises/{self._exercise}/wait/",
            data=b"",
            headers={"Cookie": f"{self._cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310  our own address
            desk: str | None = json.load(answer)["desk"]
        return desk

    @property
    def _cookie(self) -> str:
        return f"{settings.SESSION_COOKIE_NAME}={self.member.session}"

    def _play(self) -> None:
        headers = {"Cookie": self._cookie, "Origin": f"http://127.0.0.1:{self._port}"}
        with (
            suppress(websockets.ConnectionClosed, OSError),
            connect(f"ws://127.0.0.1:{self._port}/ws/", additional_headers=headers, close_timeout=1) as self._socket,
        ):
            self._say({"type": "follow", "run": self.run, "after": self._seq})
            for text in self._socket:
                self._take(json.loads(text))
        time.sleep(ASK_S)

    @property
    def _seq(self) -> int:
        return self.heard[-1]["seq"] if self.heard else 0

    def _take(self, frame: Mapping[str, Any]) -> None:
        if frame["type"] == "heartbeat":
            self._say({"type": "heartbeat", "seen": {str(self.run): self._seq}})
        elif frame["type"] == "refused":
            self.failed.append(str(frame))
        elif frame["type"] == "event" and frame["after"] == self._seq:
            self.heard.append(frame)
            if frame["kind"] == "PostAppeared":
                self._answer(frame["data"], frame["data"]["text"] or frame.get("words", ""))

    def _answer(self, post: Mapping[str, Any], text: str) -> None:
        answer = next((answer for words, answer in self.answers.items() if words in text), None)
        if answer is None:
            return
        self._sent += 1
        self._say(
            {
                "type": "reply", "cmd_id": f"{self.member.session}-{self._sent}", "run": self.run,
                "thread": post["thread"], "post": post["post"], "visibility": "public",
                "text": answer.format(name=post["name"].split()[0]), "seen_seq": self._seq,
            }
        )  # fmt: skip

    def _say(self, message: Mapping[str, Any]) -> None:
        assert self._socket is not None
        self._socket.send(json.dumps(message))


def leave_all(robots: Sequence[Robot]) -> None:
    for robot in robots:
        robot.leave()
