"""A sealed file: whole, or not; nothing between."""

import random
import string

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from scoring.core.sealing import NotSealed, name_key, open_sealed, seal

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key()
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 4 + b"\nxref\n0 1\ntrailer\n<<>>\nstartxref\n1033\n%%EOF\n"
PAYLOAD = '{"holder":"Tia Brändt","id":"abc"}'
FILE = seal(PDF, payload=PAYLOAD, key=KEY)


def code_of(file: bytes) -> str:
    with pytest.raises(NotSealed) as caught:
        open_sealed(file, key=PUBLIC)
    return caught.value.code


def test_a_whole_file_says_what_was_put_in_and_who_sealed_it():
    opened = open_sealed(FILE, key=PUBLIC)

    assert opened.payload == {"holder": "Tia Brändt", "id": "abc"}
    assert opened.key == name_key(PUBLIC)


def test_the_file_is_still_a_pdf_to_those_who_read_pdfs():
    """They look for the way to the table of contents in the last 1024 bytes."""
    assert FILE.startswith(PDF)
    assert b"\nstartxref\n1033\n%%EOF\n" in FILE[-1024:]


def test_every_bit_that_is_flipped_anywhere_is_found():
    for place in range(len(FILE)):
        for bit in range(8):
            changed = bytearray(FILE)
            changed[place] ^= 1 << bit
            assert code_of(bytes(changed)) in ("changed", "no_seal", "other_key"), (place, bit)


def test_what_is_cut_off_added_or_moved_is_found():
    assert {code_of(FILE[:end]) for end in range(0, len(FILE) - 1, 7)} == {"no_seal"}
    assert code_of(FILE + b"\n") == "no_seal"
    assert code_of(FILE + b"x") == "no_seal"
    assert code_of(b" " + FILE) == "changed"
    assert code_of(PDF) == "no_seal"


def test_no_other_spelling_of_the_signature_is_read():
    head, _, signature = FILE.rstrip(b"\n").rpartition(b" ")

    assert code_of(head + b" " + signature.upper() + b"\n") == "no_seal"


def test_the_seal_of_another_key_is_not_taken():
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    assert code_of(seal(PDF, payload=PAYLOAD, key=other)) == "other_key"


def test_a_thousand_files_with_a_random_byte_changed_are_all_found():
    dice = random.Random(7)  # noqa: S311  which byte is no secret
    found = 0
    for number in range(1000):
        payload = f'{{"id":"{number}","holder":"{dice.choice(string.ascii_letters)}"}}'
        file = bytearray(seal(PDF, payload=payload, key=KEY))
        place = dice.randrange(len(file))
        file[place] = (file[place] + dice.randrange(1, 256)) % 256
        found += bool(code_of(bytes(file)))
    assert found == 1000


def test_what_is_no_pdf_is_not_sealed():
    with pytest.raises(NotSealed):
        seal(b"hello", payload=PAYLOAD, key=KEY)
