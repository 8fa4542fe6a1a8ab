"""One bit flipped anywhere in a record of a thousand entries: every one is found, at its entry."""

import random
from dataclasses import replace

import pytest

from people.core.audit import CUT, FIRST, Entry, digest_of, find_faults

pytestmark = pytest.mark.thorough

ENTRIES = 1_000
FLIPS = 1_000


def make_record(*, cut: int = 0) -> list[Entry]:
    """A thousand entries as they are stored, the newest of which tells that the record begins after `cut`."""
    chance, entries, before = random.Random(7), [], FIRST  # noqa: S311  drawn again alike
    for seq in range(1, ENTRIES + 1):
        about = chance.choice([None, chance.randrange(1, 2_000)])
        told = {
            "seq": seq,
            "at_ms": 1_700_000_000_000 + seq * 977,
            "verb": chance.choice(["attempt.ruled", "signed.in"]),
        }
        told |= {
            "actor": chance.randrange(1, 2_000),
            "about": about,
            "data": f'{{"attempt":{chance.randrange(10**6)}}}',
        }
        if cut and seq == ENTRIES:
            told |= {"verb": CUT, "data": f'{{"digest":"{entries[cut - 1].digest}","seq":{cut}}}'}
        entry = Entry(**told, digest=digest_of(before, **told))  # type: ignore[arg-type]  # as they are named
        entries.append(entry)
        before = entry.digest
    return entries


def flip(entry: Entry, chance: random.Random) -> Entry:
    """The entry with one bit of one of its values another."""
    name = chance.choice([each for each in Entry.__slots__ if getattr(entry, each) is not None])
    value = getattr(entry, name)
    if isinstance(value, int):
        return replace(entry, **{name: value ^ (1 << chance.randrange(max(1, value.bit_length())))})
    data = bytearray(value, "ascii")
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(7)
    return replace(entry, **{name: data.decode("ascii")})


def test_every_flipped_bit_is_found_where_it_is():
    entries, chance = make_record(), random.Random(11)  # noqa: S311  drawn again alike
    head = {"head_seq": ENTRIES, "head_digest": entries[-1].digest}
    assert find_faults(entries, **head) == []
    missed = []
    for _ in range(FLIPS):
        place = chance.randrange(ENTRIES)
        changed = [*entries[:place], flip(entries[place], chance), *entries[place + 1 :]]
        # A changed digest shows where it stands, and in what goes on from it.
        if place + 1 not in [fault.seq for fault in find_faults(changed, **head)]:
            missed.append((place, changed[place]))
    assert missed == []


def test_so_it_is_in_a_record_that_was_cut():
    whole, chance = make_record(cut=400), random.Random(13)  # noqa: S311  drawn again alike
    entries = whole[400:]
    head = {"head_seq": ENTRIES, "head_digest": whole[-1].digest}
    cut = {"cut_seq": 400, "cut_digest": whole[399].digest}
    assert find_faults(entries, **head, **cut) == []
    for place in chance.sample(range(len(entries)), 100):
        changed = [*entries[:place], flip(entries[place], chance), *entries[place + 1 :]]
        assert find_faults(changed, **head, **cut) != [], changed[place]
    for wrong in ({"cut_seq": 401}, {"cut_digest": whole[398].digest}, {"cut_seq": 0, "cut_digest": FIRST}):
        assert find_faults(entries, **head, **(cut | wrong)) != []
