"""Whether a receipt of an erasure is true: against the record, the logs, and what is there of the person now."""

from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from people.models import AuditEntry, AuditHead, User
from scoring.services.erasing import ERASED, digest_receipt, find_left
from simulator.core.events import canonical
from simulator.models import Run, Words
from simulator.services import verify_chain


def check_receipt(receipt: Mapping[str, Any], *, key: Ed25519PublicKey | None = None) -> list[tuple[str, str]]:
    """What is not as the receipt says, as (code, of what); none where all of it is. With `key` its seal is asked, too.

    Codes: changed (the receipt), seal, record (the audit record has no such entry), chain (of a run that stays), log
    (it is another than it was), words (some are there), left (something that should be gone). A run whose time was over
    since is no fault, nor is an entry that the record has been cut behind.
    """
    if digest_receipt(receipt) != receipt.get("digest"):
        return [("changed", "digest")]
    faults = [] if key is None or _is_sealed(receipt, key) else [("seal", "")]
    if not _is_recorded(receipt):
        faults.append(("record", str(receipt["record"]["seq"])))
    for told in receipt["runs"]:
        faults += _check_run(told)
    person = User.objects.filter(pk=receipt["person"]).first()
    if person is not None:
        faults += [("left", name) for name in find_left(person)]
    return faults


def _is_sealed(receipt: Mapping[str, Any], key: Ed25519PublicKey) -> bool:
    said = {name: value for name, value in receipt.items() if name != "seal"}
    try:
        key.verify(bytes.fromhex(receipt.get("seal", "")), canonical(said).encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _is_recorded(receipt: Mapping[str, Any]) -> bool:
    told = receipt["record"]
    head = AuditHead.objects.filter(pk=1).first()
    if head is not None and head.cut_seq >= told["seq"]:
        return True
    data = canonical({"digest": receipt["digest"]})
    entry = AuditEntry.objects.filter(seq=told["seq"], verb=ERASED, about=receipt["person"], digest=told["digest"])
    return entry.filter(data=data).exists()


def _check_run(told: Mapping[str, Any]) -> list[tuple[str, str]]:
    run = Run.objects.filter(pk=told["run"]).first()
    if run is None:
        return []
    name, faults = f"run {run.pk}", []
    if verify_chain(run.pk) is not None:
        faults.append(("chain", name))
    if (run.head_seq, run.head_digest) != (told["events"], told["log_digest"]):
        faults.append(("log", name))
    if Words.objects.filter(events__run=run, text__isnull=False).exists():
        faults.append(("words", name))
    return faults
