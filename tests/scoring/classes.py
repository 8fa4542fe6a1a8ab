"""A class that was played: several trainees' replies to the same posts, in runs that their coaches may see."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from people.models import Cohort, User
from scenarios.core.timeline import Timeline
from simulator.models import Exercise, Run
from simulator.services import Plan, catch_up, end_run, join_exercise, reply, set_exercise
from simulator.services.clock import FixedClock
from tests.simulator.timelines import make_morning
from tests.simulator.worlds import publish, rehearsed

FINE = "Hallo Jana, das ist ärgerlich. Ich suche deinen Rucksack bis 17 Uhr im Fundbüro und schreibe dir dann hier."
CANNED = "Wir haben dein Anliegen aufgenommen und geben es an die Fachabteilung weiter."
ASKS = "Hallo, das ist ärgerlich. Schick uns mal deine Kundennummer."
Texts = Mapping[str, str]


def set_class(
    coach: User, cohort: Cohort, now: FixedClock, *, mode: str = "class", timeline: Timeline | None = None
) -> Exercise:
    version = rehearsed(publish(timeline or make_morning()))
    begin = datetime.fromtimestamp(now.now_ms / 1000, tz=UTC)
    plan = Plan(version, cohort, mode=mode, opens_at=begin, closes_at=begin + timedelta(hours=1))
    return set_exercise(plan, coach=coach)


def play_class(exercise: Exercise, said: Sequence[tuple[User, Texts]], now: FixedClock) -> list[Run]:
    """Each trainee answers the first posts of bag and train, with what `said` has for them, half a minute after these
    came; all runs have ended then."""
    runs = []
    for trainee, texts in said:
        run = join_exercise(exercise, trainee=trainee)
        now.advance(90_000)
        catch_up(run.pk)
        for nth, (post, text) in enumerate(texts.items()):
            reply(
                run.pk,
                actor=trainee,
                cmd_id=f"c{nth}",
                thread=post.partition("-")[0],
                post=post,
                visibility="public",
                text=text,
                seen_seq=99,
            )
        end_run(run.pk, actor=trainee, cmd_id="end")
        run.refresh_from_db()
        runs.append(run)
    return runs
