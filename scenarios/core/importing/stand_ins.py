"""What takes the place of people, accounts and numbers. The core only asks; who answers draws from a seed (Faker does).

Every method gives the same answer to the same question, and different answers to different ones where that is promised.
"""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person. `handle` has no @; `gender` is f or m."""

    name: str
    first_name: str
    handle: str
    gender: str


@dataclass(frozen=True, slots=True)
class Company:
    """An invented company with an account. `handle` has no @."""

    name: str
    handle: str


class StandIns(Protocol):
    """Answers by identity: whoever `identity` names is always replaced by the same."""

    @property
    def language(self) -> str:
        """de or en: of the texts, and of what takes a place in them."""
        ...

    def draw_person(self, identity: str) -> Person:
        """Names and handles differ between identities."""
        ...

    def draw_company(self, identity: str) -> Company:
        """Names and handles differ between identities."""
        ...

    def replace_first_name(self, name: str) -> str: ...

    def replace_last_name(self, name: str) -> str: ...

    def replace_initials(self, initials: str) -> str:
        """As many letters as there were."""
        ...

    def replace_phone(self, phone: str) -> str:
        """A number from a range that is reserved for fiction."""
        ...

    def replace_mail(self, mail: str) -> str: ...

    def replace_link(self, link: str) -> str: ...

    def replace_code(self, code: str) -> str:
        """Digits for digits, letters for letters; what is neither stays."""
        ...

    def replace_plate(self, plate: str) -> str:
        """A number plate of a district that does not exist."""
        ...

    def replace_street(self, street: str) -> str:
        """A street and a number."""
        ...

    def replace_place(self, place: str) -> str:
        """A postcode that is not in use, with a town where there was one."""
        ...

    def replace_postcode(self, postcode: str) -> str:
        """A British postcode of an area that does not exist."""
        ...

    def is_first_name(self, word: str) -> bool: ...

    def is_last_name(self, word: str) -> bool: ...

    def is_word(self, word: str) -> bool:
        """Whether a dictionary has it, in any case; names that are words too are."""
        ...


def draw_below(limit: int, *, seed: int, purpose: str, identity: str) -> int:
    """A number from 0 to `limit` - 1 that depends on nothing but the arguments."""
    digest = blake2b(f"{seed}|{purpose}|{identity}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % limit
