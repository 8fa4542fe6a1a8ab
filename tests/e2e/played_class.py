"""A class that Tia and Theo have played, in the database of the site: coaches mark more replies than a browser types.

Run there: manage.py shell -c "from tests.e2e.played_class import play_class; play_class()"."""

from datetime import UTC, datetime, timedelta

from people.core.demo import EARLY
from people.models import Cohort, User
from scenarios.models import ScenarioVersion
from scenarios.queries import load_timeline
from simulator.core.engine import fold_all
from simulator.core.state import PostState
from simulator.models import Run
from simulator.queries import read_log
from simulator.services import Plan, catch_up, clock, end_run, join_exercise, reply, set_exercise

SCENARIO = "quiet-morning"
AGO_MS = 3_600_000
STEP_MS = 30_000
TEXTS = {
    "tia": (
        "Schicken Sie uns hier bitte Ihre Kundennummer.",
        "Guten Morgen, wie ärgerlich. Ich frage sofort nach.",
    ),
    "theo": ("Guten Morgen, das tut mir leid. Ich melde mich gleich hier.", "Das kann nicht sein."),
}
REPLIES = 4


def play_class() -> None:
    """Prints the number of the exercise, and of Tia's run."""
    # The one that ships: another test may have published the cohort's own edition of it.
    version = ScenarioVersion.objects.get(scenario__key=SCENARIO, scenario__language="de", scenario__cohort=None)
    cohort, carla = Cohort.objects.get(name=EARLY), User.objects.get(username="carla")
    with clock.fixed() as now:
        now.now_ms = begin = round(datetime.now(tz=UTC).timestamp() * 1000) - AGO_MS
        opens_at = datetime.fromtimestamp(begin / 1000, tz=UTC)
        plan = Plan(version, cohort, mode="class", opens_at=opens_at, closes_at=opens_at + timedelta(minutes=30))
        exercise = set_exercise(plan, coach=carla)
        runs = []
        for name, texts in TEXTS.items():
            now.now_ms = begin
            trainee = User.objects.get(username=name)
            run = join_exercise(exercise, trainee=trainee)
            for nth in range(REPLIES):
                answer_first(run, trainee, texts[nth % len(texts)], nth, now)
            end_run(run.pk, actor=trainee, cmd_id="end")
            runs.append(run.pk)
    print(exercise.pk, runs[0])  # noqa: T201  to the test that has called this


def answer_first(run: Run, trainee: User, text: str, nth: int, now: clock.FixedClock) -> None:
    """Waits until somebody needs an answer, and gives them `text`."""
    waiting: list[PostState] = []
    while not waiting:
        now.advance(STEP_MS)
        catch_up(run.pk)
        state = fold_all(load_timeline(run.version), read_log(run.pk))
        waiting = [post for post in state.posts.values() if post.needs.answer and not post.answered_by]
    first = min(waiting, key=lambda post: post.seq)
    reply(
        run.pk, actor=trainee, cmd_id=f"c{nth}", thread=first.thread, post=first.key, visibility="public",
        text=f"{text} {nth}", seen_seq=9999,
    )  # fmt: skip
