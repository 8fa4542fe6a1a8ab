"""Programmes and attempts for tests: the morning, played by somebody who answers its first post."""

from people.models import Cohort, User
from scenarios.core.timeline import Timeline
from scoring.core.terms import Terms
from scoring.models import Attempt, Programme, ProgrammeVersion
from scoring.services.attempts import begin_attempt, start_next
from scoring.services.programmes import add_programme
from simulator.models import Run
from simulator.services import end_run, reply
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

GOOD = (
    "Hallo Mara, es tut mir leid, dass der Koffer noch fehlt. Ich frage jetzt im Fundbüro nach und schreibe Ihnen"
    " bis 9 Uhr hier, was ich weiß. Viele Grüße, TI"
)
ASKS = "Hallo Mara, das ist ärgerlich. Schick uns mal deine Kundennummer."
CHECKED = {"socket": True, "ms": 40}


def make_terms(*timelines: Timeline, overall: int = 0, **more: object) -> Terms:
    """Terms that anybody meets, over `timelines` or the morning."""
    versions = [rehearsed(publish(each)) for each in timelines or (make_morning(),)]
    given = {"draw": len(versions), "criteria": {}, **more}
    return Terms(scenarios=tuple(each.pk for each in versions), overall=overall, **given)  # type: ignore[arg-type]  # as the test names them


def make_programme(cohort: Cohort, manager: User, *, terms: Terms | None = None, name: str = "Öffentlich") -> Programme:
    return make_version(cohort, manager, terms=terms, name=name).programme


def make_version(
    cohort: Cohort, manager: User, *, terms: Terms | None = None, name: str = "Öffentlich"
) -> ProgrammeVersion:
    return add_programme(name, cohort=cohort, terms=terms or make_terms(), manager=manager)


def begin(programme: Programme, trainee: User) -> Attempt:
    return begin_attempt(programme, trainee=trainee, acknowledged=True, checked=CHECKED)


def play_next(attempt: Attempt, now: FixedClock, *, text: str = GOOD) -> Run:
    """The next run of the attempt, from its start to its end."""
    trainee = attempt.trainee
    run = start_next(attempt, trainee=trainee)
    now.advance(30_000)
    reply(run.pk, actor=trainee, cmd_id="1", thread="bag", post="bag-1", visibility="public", text=text, seen_seq=2)
    now.advance(60_000)
    end_run(run.pk, actor=trainee, cmd_id="2")
    run.refresh_from_db()
    return run
