"""Who lives in the demo: two cohorts, so that one can see what is invisible across them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody whom the demo signs in with one click."""

    username: str
    first_name: str
    last_name: str
    signature: str
    cohort: str
    role: str


EARLY, LATE = "Querlandbahn Frühdienst", "Querlandbahn Spätdienst"

DEMO_PEOPLE = (
    DemoPerson("tia", "Tia", "Brandt", "TB", EARLY, "trainee"),
    DemoPerson("theo", "Theo", "Lindner", "TL", EARLY, "trainee"),
    DemoPerson("carla", "Carla", "Nowak", "CN", EARLY, "coach"),
    DemoPerson("milan", "Milan", "Kovač", "MK", EARLY, "manager"),
    DemoPerson("ada", "Ada", "Yılmaz", "AY", EARLY, "administrator"),
    DemoPerson("sam", "Sam", "Okafor", "SO", LATE, "trainee"),
    DemoPerson("cem", "Cem", "Aydın", "CA", LATE, "coach"),
)
