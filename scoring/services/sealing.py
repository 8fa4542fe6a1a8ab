"""The key that seals certificates: a file outside the database, read when a certificate is printed."""

from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from django.conf import settings


class NoKey(Exception):
    """There is no key that could seal or check, or none that can be read."""


def make_key(path: Path) -> Path:
    """A new key at `path`, readable by its owner only, and beside it the public one, whose path is returned. Raises
    FileExistsError: a key that sealed anything is not written over."""
    key = Ed25519PrivateKey.generate()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = path.with_suffix(".pub")
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return public


def load_key() -> Ed25519PrivateKey:
    """The key of CERTIFICATE_KEY. Raises NoKey."""
    if not settings.CERTIFICATE_KEY:
        raise NoKey("CERTIFICATE_KEY is not set")
    return _read_key(Path(settings.CERTIFICATE_KEY))


@lru_cache(maxsize=1)
def _read_key(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise NoKey(f"{path}: {error}") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise NoKey(f"{path} is no Ed25519 key")
    return key


def read_public_key(path: Path) -> Ed25519PublicKey:
    """The public key in `path` (PEM), of a private one too. Raises NoKey."""
    try:
        data = path.read_bytes()
        if b"PRIVATE" in data:
            return _read_key(path).public_key()
        key = load_pem_public_key(data)
    except (OSError, ValueError) as error:
        raise NoKey(f"{path}: {error}") from None
    if not isinstance(key, Ed25519PublicKey):
        raise NoKey(f"{path} is no Ed25519 key")
    return key
