"""The product side of a benchmark: a fresh database, people who are signed in, timelines of any size, runs.

Django is set up by `tests.bench.__main__` before this is imported, with the database that the server will use too.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from people.models import Cohort, Membership, Role, User
from scenarios.core import codec
from scenarios.core.timeline import Brand, Channel, Needs, Persona, Post, Template, Thread, Timeline
from scenarios.models import Scenario, ScenarioVersion
from tests.bench.servers import ROOT

SENTENCES = (
    "Seit wann steht der Zug in Altenried, und kommt heute noch einer?",
    "Ich warte am Gleis vier und niemand sagt uns etwas.",
    "Mein Anschluss in Seebrück ist weg, was mache ich jetzt?",
    "Gilt meine Fahrkarte auch für den nächsten Zug?",
)
NO_NEEDS = Needs(False, (), (), False, "normal", None, None)
ANSWER = Needs(True, (), ("greeting",), False, "normal", "Hallo {name}, wir kümmern uns. {agent}", None)


LONGEST_MS = 900_000
"""As long as the longest shipped scenario: what a run keeps, and what its public costs, grows with its seconds."""


def migrate() -> None:
    """Makes the tables of the database that the environment names."""
    subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], cwd=ROOT, env=os.environ, check=True)


def make_timeline(offsets_ms: Sequence[int], *, duration_ms: int, key: str, threads: int = 20) -> Timeline:
    """Posts exactly at `offsets_ms`, spread over `threads` threads; every fourth needs an answer."""
    brand = Brand(
        key="bench",
        name="Benchbahn",
        handle="@benchbahn",
        address="sie",
        sign_off="initials",
        service_name="Service",
        private_addresses=(),
        channels=(Channel("microblog", "Microblog", "microblog", 280, 240_000, 360_000),),
        templates=(Template("dank", "Dank", "Hallo {name}, danke für den Hinweis. {agent}"),),
    )
    posts = tuple(
        Post(
            key=f"x{n:05d}",
            thread=f"t{n % threads}",
            persona=f"p{n % threads}",
            at_ms=at_ms,
            reply_to=None,
            text=SENTENCES[n % 4],
            needs=NO_NEEDS if n % 4 else ANSWER,
        )
        for n, at_ms in enumerate(offsets_ms)
    )
    return Timeline(
        format=1,
        key=key,
        language="de",
        title={"de": "Messung", "en": "Benchmark"},
        brief={"de": "Messung", "en": "Benchmark"},
        situation="normal",
        duration_ms=duration_ms,
        weights={"speed": 1, "tone": 1, "individuality": 1},
        brand=brand,
        personas=tuple(Persona(f"p{n}", "customer", 100, 2, f"Gast {n}", f"@gast{n}", "x") for n in range(threads)),
        facts=(),
        templates=(),
        threads=tuple(Thread(f"t{n}", "microblog", "bench") for n in range(threads)),
        posts=posts,
        reactions=(),
    )


def store_version(timeline: Timeline) -> ScenarioVersion:
    """Publishes a timeline that no text stands behind: posts to the millisecond, which the format does not offer."""
    scenario, _ = Scenario.objects.get_or_create(key=timeline.key, language=timeline.language, cohort=None)
    return ScenarioVersion.objects.create(
        scenario=scenario,
        number=scenario.versions.count() + 1,
        digest=codec.digest(timeline),
        source="",
        brand_source="",
        timeline_json=codec.dumps(timeline),
        published_at=timezone.now(),
    )


def make_people(*, trainees: int) -> tuple[Cohort, list[User], User]:
    """A cohort with so many trainees and one coach."""
    cohort, _ = Cohort.objects.get_or_create(name="Bench")
    group = uuid4().hex[:12]
    people = [User.objects.create(username=f"trainee-{group}-{n}", signature="TB") for n in range(trainees)]
    coach = User.objects.create(username=f"coach-{group}")
    Membership.objects.bulk_create(Membership(user=user, cohort=cohort, role=Role.TRAINEE) for user in people)
    Membership.objects.create(user=coach, cohort=cohort, role=Role.COACH)
    return cohort, people, coach


def sign_in(user: User) -> str:
    """A session for `user`, as the Cookie header that carries it."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
