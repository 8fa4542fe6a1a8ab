"""The seal of a certificate: what is appended to a PDF so that no byte of the file can change unseen.

A sealed file is the PDF as it was printed, then three lines of comment and the PDF's own way to its table of contents
once more, so that every reader still opens it:

    %generalprobe-payload BASE64URL\n
    startxref\nNUMBER\n%%EOF\n
    %generalprobe-seal KEY SIGNATURE\n

KEY names the public key (16 hex digits), SIGNATURE (128 hex digits) is Ed25519 over every byte before it. Nothing
stands behind but one line break. So the signature covers the whole file but for itself, and of itself no other spelling
is read.
"""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SEAL = re.compile(rb"\n%generalprobe-seal ([0-9a-f]{16}) ([0-9a-f]{128})\n\Z")
PAYLOAD = re.compile(rb"\n%generalprobe-payload ([A-Za-z0-9_-]+=*)\nstartxref\n[0-9]+\n%%EOF\n\Z")
START = re.compile(rb"startxref\s+([0-9]+)\s+%%EOF\s*\Z")


class NotSealed(Exception):
    """The file is not as it was issued. `code` is no_pdf, no_seal, other_key, changed or no_payload."""

    def __init__(self, code: str, *, key: str = "", own: str = "") -> None:
        super().__init__(code)
        self.code, self.key, self.own = code, key, own


@dataclass(frozen=True, slots=True)
class Opened:
    """What a whole file says. `key` is the name of the key that sealed it."""

    payload: Mapping[str, Any]
    key: str


def name_key(public: Ed25519PublicKey) -> str:
    """What names a key in a seal: the beginning of the sha256 of its 32 bytes."""
    return hashlib.sha256(public.public_bytes_raw()).hexdigest()[:16]


def seal(pdf: bytes, *, payload: str, key: Ed25519PrivateKey) -> bytes:
    """`pdf` with `payload` (canonical JSON) and its seal. Raises NotSealed (no_pdf) for what is no PDF."""
    start = START.search(pdf)
    if start is None:
        raise NotSealed("no_pdf")
    told = base64.urlsafe_b64encode(payload.encode())
    body = pdf.rstrip(b"\r\n") + b"\n%generalprobe-payload " + told + b"\nstartxref\n" + start[1] + b"\n%%EOF\n"
    signed = body.removesuffix(b"\n") + f"\n%generalprobe-seal {name_key(key.public_key())} ".encode()
    return signed + key.sign(signed).hex().encode() + b"\n"


def open_sealed(file: bytes, *, key: Ed25519PublicKey) -> Opened:
    """What a sealed file says, if every byte of it is as it was issued by the holder of `key`. Raises NotSealed."""
    found = SEAL.search(file)
    if found is None:
        raise NotSealed("no_seal")
    named, signature = found[1].decode(), bytes.fromhex(found[2].decode())
    if named != name_key(key):
        raise NotSealed("other_key", key=named, own=name_key(key))
    try:
        key.verify(signature, file[: found.start(2)])
    except InvalidSignature:
        raise NotSealed("changed", key=named) from None
    told = PAYLOAD.search(file[: found.start() + 1])
    try:
        payload = json.loads(base64.urlsafe_b64decode(told[1])) if told else None
    except (ValueError, binascii.Error):
        payload = None
    if not isinstance(payload, dict):
        raise NotSealed("no_payload", key=named)
    return Opened(payload, named)
