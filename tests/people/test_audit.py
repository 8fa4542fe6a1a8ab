"""The audit record: whatever is done to it is found, and placed."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from people.models import AuditEntry, AuditHead, User
from people.services.auditing import record
from tests.unguarded import unguarded


@pytest.fixture
def written(tia: User, milan: User) -> list[AuditEntry]:
    """The third to the sixth entry: that Tia and Milan got their roles stands before them."""
    return [record("attempt.ruled", actor=milan, about=tia, number=number) for number in range(4)]


def verify(last: str = "") -> str:
    """ "" where the record holds; otherwise what is said."""
    said, errors = io.StringIO(), io.StringIO()
    try:
        call_command("verify_audit", last=last, stdout=said, stderr=errors)
    except CommandError:
        return errors.getvalue()
    return ""


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_whole_record_holds_and_goes_on_from_what_was_written_out(written: list[AuditEntry], milan: User):
    assert verify() == ""
    record("attempt.ruled", actor=milan)
    assert verify(last=written[-1].digest) == ""


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE people_auditentry SET verb = 'x' WHERE seq = 3",
        "DELETE FROM people_auditentry WHERE seq = 3",
        "DELETE FROM people_auditentry",
        "UPDATE people_audithead SET digest = 'x'",
        "DELETE FROM people_audithead",
    ],
)
def test_the_database_refuses_every_change(written: list[AuditEntry], sql: str):
    with pytest.raises(DatabaseError), transaction.atomic():
        run(sql)
    assert verify() == ""


def test_the_database_refuses_to_replace_and_to_empty(written: list[AuditEntry]):
    columns = "id, seq, at_ms, verb, actor, about, data"
    sqlite = f"INSERT OR REPLACE INTO people_auditentry SELECT {columns}, 'x' FROM people_auditentry"  # noqa: S608  our own words
    with pytest.raises(DatabaseError), transaction.atomic():
        run(sqlite if connection.vendor == "sqlite" else "TRUNCATE people_auditentry")
    assert verify() == ""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE people_auditentry SET data = '{}' WHERE seq = 3", "entry 3 was changed"),
        ("UPDATE people_auditentry SET actor = 99 WHERE seq = 1", "entry 1 was changed"),
        ("UPDATE people_auditentry SET at_ms = at_ms + 1 WHERE seq = 6", "entry 6 was changed"),
        ("DELETE FROM people_auditentry WHERE seq = 4", "an entry before 4 is missing"),
        ("DELETE FROM people_auditentry WHERE seq > 4", "the record ends before entry 5"),
        ("UPDATE people_audithead SET seq = 5", "the record ends before entry 7"),
    ],
)
def test_what_is_done_past_the_guards_is_found_and_placed(written: list[AuditEntry], sql: str, said: str):
    with unguarded():
        run(sql)
        found = verify()

    assert said in found


@pytest.mark.django_db(transaction=True)
def test_a_record_that_was_cut_off_with_its_head_is_found_by_the_last_digest(written: list[AuditEntry]):
    last = written[-1].digest
    with unguarded():
        run("DELETE FROM people_auditentry WHERE seq > 4")
        AuditHead.objects.update(seq=4, digest=written[1].digest)
        unknowing, knowing = verify(), verify(last=last)

    assert unknowing == ""
    assert "the digest that was given stands nowhere" in knowing
