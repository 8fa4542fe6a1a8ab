"""Statements run by the driver itself keep what Django promises."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError

from simulator.models import Words
from simulator.services import statements, store

ADD = "INSERT INTO simulator_words (text, salt) VALUES (%s, %s)"
LIST = "SELECT text, salt FROM simulator_words ORDER BY id"


@pytest.mark.django_db
@pytest.mark.parametrize("is_watched", [False, True])
def test_they_write_and_read_the_same_whether_or_not_somebody_watches(is_watched):
    seen = []

    def watch(execute, sql, params, many, context):
        seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch) if is_watched else transaction.atomic():
        statements.run_many(ADD, [("Hallo 100 %", "a"), (None, None)])
        found = statements.select(LIST, ())

    assert [tuple(row) for row in found] == [("Hallo 100 %", "a"), (None, None)]
    assert seen == ([ADD, LIST] if is_watched else [])


@pytest.mark.django_db
def test_a_table_that_refuses_does_so_as_it_would_refuse_a_model():
    words = store.add_words("Hallo", salt="a")
    twice = "INSERT INTO simulator_words (id, text, salt) VALUES (%s, %s, %s)"

    for write in (statements.select, lambda sql, row: statements.run_many(sql, [row])):
        with pytest.raises(IntegrityError), transaction.atomic():
            write(twice, (words, "Hallo", "a"))

    assert Words.objects.count() == 1


@pytest.mark.django_db
def test_a_broken_transaction_takes_no_more_statements():
    with transaction.atomic():
        transaction.set_rollback(True)
        for read in (lambda: statements.select(LIST, ()), lambda: statements.run_many(ADD, [("Hallo", "a")])):
            with pytest.raises(TransactionManagementError):
                read()
