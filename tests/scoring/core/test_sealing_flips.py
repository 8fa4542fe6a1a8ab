"""A thousand certificates, and one bit flipped anywhere in each: every one is found."""

import json
import random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from scoring.core.sealing import NotSealed, open_sealed, seal

pytestmark = pytest.mark.thorough

CERTIFICATES = 1_000
FLIPS = 8
"""In each, at places drawn by chance."""


def make_certificate(number: int, key: Ed25519PrivateKey) -> bytes:
    """A sealed file with as many bytes of print as a real one has, and what it says."""
    chance = random.Random(number)  # noqa: S311  drawn again alike
    printed = b"%PDF-1.7\n" + chance.randbytes(30_000) + b"\nstartxref\n9\n%%EOF\n"
    return seal(printed, payload=json.dumps({"holder": f"Person {number}", "id": f"{number:x}"}), key=key)


def is_opened(data: bytes, key: Ed25519PrivateKey) -> bool:
    try:
        open_sealed(data, key=key.public_key())
    except NotSealed:
        return False
    return True


def test_every_flipped_bit_of_a_thousand_is_found():
    key, chance, missed = Ed25519PrivateKey.generate(), random.Random(3), []  # noqa: S311  drawn again alike
    for number in range(CERTIFICATES):
        data = bytearray(make_certificate(number, key))
        assert is_opened(bytes(data), key)
        for _ in range(FLIPS):
            place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
            data[place] ^= bit
            if is_opened(bytes(data), key):
                missed.append((number, place, bit))
            data[place] ^= bit
    assert missed == []
