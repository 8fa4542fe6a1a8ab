"""What the person who imports asks for."""

from dataclasses import dataclass

MOST_PER_HOUR = 3_600


@dataclass(frozen=True, slots=True)
class Wishes:
    """`brand` is the real account, any case; None takes the busiest.

    `aliases` are further names or accounts of it. `skip` and `limit` count threads in their real order. Channels get
    `first_target_s`, and one and a half times that for every further answer.
    """

    key: str
    brand: str | None = None
    brand_name: str | None = None
    aliases: tuple[str, ...] = ()
    skip: int = 0
    limit: int | None = None
    per_hour: int = 20
    seed: int = 1
    gap_cap_s: int = 180
    first_target_s: int = 240
    language: str | None = None
    title: str | None = None
