"""Texts without the people in them: handles, mail addresses, links, phone and order numbers, names, signatures.

Rules kept here: what stands at one place is replaced once, by the first rule that finds it; the same original gets the
same stand-in everywhere in the file; braces become parentheses, since they would be variables of the scenario.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import regex

from scenarios.core.importing import name_patterns, patterns
from scenarios.core.importing.addresses import find_addresses
from scenarios.core.importing.cleaning import clean_text
from scenarios.core.importing.dates import draw_shift, shift_dates
from scenarios.core.importing.doubts import find_doubts
from scenarios.core.importing.identifiers import find_identifiers, find_phones, is_birth_date
from scenarios.core.importing.known_names import add_names
from scenarios.core.importing.stand_ins import Company, Person, StandIns, draw_below

PLACEHOLDERS = frozenset({"user"})
"""Handles that stand for anybody in files that were masked before; each occurrence is someone else."""

_AGENT_WORDS = re.compile(r"^ask_?|_?(?:help(?:ers)?|support|cares?|tweets|assist|service)$|_", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z][a-z])(?=[A-Z])")


class Spans:
    """Places of one text and what goes there; a place that is taken stays as it is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_taken = bytearray(len(text))
        self._found: list[tuple[int, int, str]] = []

    def add(self, start: int, end: int, replacement: str) -> None:
        if not any(self._is_taken[start:end]):
            self._is_taken[start:end] = b"\1" * (end - start)
            self._found.append((start, end, replacement))

    def add_all(self, pattern: regex.Pattern[str], replace: Callable[[str], str]) -> None:
        """Every `it` of `pattern`, replaced by what `replace` makes of it."""
        for match in pattern.finditer(self._text):
            self.add(*match.span("it"), replace(match["it"]))

    @property
    def is_taken(self) -> bytearray:
        """A byte for each character, not zero where something takes its place."""
        return self._is_taken

    def apply(self) -> str:
        parts: list[str] = []
        at = 0
        for start, end, replacement in sorted(self._found):
            parts += self._text[at:start], replacement
            at = end
        return "".join((*parts, self._text[at:]))


class Masker:
    """Masks every text of one import. `companies` are the real handles of service accounts."""

    def __init__(
        self,
        stand_ins: StandIns,
        *,
        brand: str,
        company: Company,
        companies: Iterable[str],
        aliases: Sequence[str],
        seed: int = 1,
        language: str = "en",
    ) -> None:
        """`aliases` are further names or accounts of the brand. `doubts` fills up: words → what they may be."""
        self._stand_ins = stand_ins
        self._seed = seed
        self._language = language
        self._days = draw_shift(seed)
        self.doubts: dict[str, str] = {}
        self._companies = {real.lower(): self.find_company(real) for real in sorted(companies)}
        self._companies |= {handle.lower(): company for handle in (brand, *aliases)}
        self._words = {real: company.name for real, company in self._companies.items()}
        self._words |= {alias.lower(): company.name for alias in (*derive_aliases(brand), *aliases)}
        longest_first = sorted(self._words, key=lambda word: (-len(word), word))
        self._word = regex.compile(
            rf"(?<![\w@])(?P<it>{'|'.join(regex.escape(word, special_only=True) for word in longest_first)})(?!\w)",
            regex.IGNORECASE,
        )

    def find_company(self, real: str) -> Company:
        """The company that takes the place of a service account."""
        return self._stand_ins.draw_company(real.lower())

    def find_person(self, author: str) -> Person:
        """The person who takes the place of an author or of someone mentioned."""
        return self._stand_ins.draw_person(author.lower())

    def mask(self, text: str, *, identity: str, names: Mapping[str, str], by_agent: bool) -> str:
        """`text` as it may be shown. `identity` names the post; `names` are the thread's (`collect_names`)."""
        text = clean_text(text)
        spans = Spans(text)
        stand_ins = self._stand_ins
        spans.add_all(patterns.MAIL, stand_ins.replace_mail)
        spans.add_all(patterns.SPELT_MAIL, lambda mail: stand_ins.replace_mail(patterns.join_mail(mail)))
        spans.add_all(patterns.LINK, stand_ins.replace_link)
        for number, match in enumerate(patterns.MENTION.finditer(text)):
            spans.add(*match.span("it"), self._find_handle(match["it"], identity=f"{identity}#{number}"))
        if any(char.isdigit() for char in text) or "<tel>" in text or "__phone__" in text:
            self._add_numbers(spans, text)
        spans.add_all(patterns.BOOKING, stand_ins.replace_code)
        spans.add_all(name_patterns.HANDLE_CUE, self._replace_bare_handle)
        spans.add_all(name_patterns.HANDLE, self._replace_bare_handle)
        if by_agent:
            spans.add_all(patterns.SIGNATURE, self._replace_signature)
        spans.add_all(self._word, lambda word: self._words[word.lower()])
        add_names(text, names, spans.add)
        for words, why in find_doubts(text, is_taken=spans.is_taken, language=self._language, stand_ins=stand_ins):
            self.doubts.setdefault(words.replace("{", "(").replace("}", ")"), why)
        return spans.apply().replace("{", "(").replace("}", ")")

    def _add_numbers(self, spans: Spans, text: str) -> None:
        stand_ins = self._stand_ins
        replace = {"plate": stand_ins.replace_plate, "street": stand_ins.replace_street}
        replace |= {"place": stand_ins.replace_place, "postcode": stand_ins.replace_postcode}
        for kind, start, end in (*find_identifiers(text), *find_addresses(text)):
            spans.add(start, end, replace.get(kind, stand_ins.replace_code)(text[start:end]))
        for start, end, moved in shift_dates(text, days=self._days):
            if is_birth_date(text, start):
                moved = self._move_birth_date(text[start:end])
            spans.add(start, end, moved)
        spans.add_all(patterns.BANK, stand_ins.replace_code)
        spans.add_all(patterns.PHONE_SURE, stand_ins.replace_phone)
        spans.add_all(patterns.PHONE_CUE, stand_ins.replace_phone)
        for start, end in find_phones(text, language=self._language):
            spans.add(start, end, stand_ins.replace_phone(text[start:end]))
        spans.add_all(patterns.CODE, stand_ins.replace_code)
        spans.add_all(patterns.PHONE, stand_ins.replace_phone)

    def _move_birth_date(self, written: str) -> str:
        """By as many days as nobody can count back."""
        days = -30 - draw_below(3_000, seed=self._seed, purpose="birth date", identity=written)
        return next(moved for _, _, moved in shift_dates(written, days=days))

    def _replace_bare_handle(self, handle: str) -> str:
        return handle if handle.isdigit() else self._find_handle(handle, identity=handle)

    def _find_handle(self, real: str, *, identity: str) -> str:
        company = self._companies.get(real.lower())
        if company:
            return company.handle
        return self.find_person(f"{real}/{identity}" if real.lower() in PLACEHOLDERS else real).handle

    def _replace_signature(self, signature: str) -> str:
        if len(signature) <= 3 and (signature.isupper() or signature.islower()):
            return self._stand_ins.replace_initials(signature)
        return self._stand_ins.replace_first_name(signature)


def derive_aliases(handle: str) -> tuple[str, ...]:
    """What people call the company behind a service account.

    British_Airways → British Airways, AskeBay → eBay, SpotifyCares → Spotify.
    """
    bare = _AGENT_WORDS.sub(lambda match: " " if match[0] == "_" else "", handle).strip()
    spaced = _CAMEL.sub(" ", bare)
    return tuple(sorted({word for word in (bare, spaced) if len(word) >= 4}))
