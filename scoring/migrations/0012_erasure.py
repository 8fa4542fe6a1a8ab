"""Lets the words of a certification go when a person is erased, and nothing else of it change.

The triggers of 0010 that froze whole rows are made anew: once an attempt is marked as erased, what was written on it
can be emptied, and a certificate can lose what it says together with saying when. A table that Django remakes on SQLite
loses its triggers: who adds a field to any of these makes them anew.
"""

from collections.abc import Iterator
from importlib import import_module

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

before = import_module("scoring.migrations.0010_certification_never_changes")

WORDS = {"remark": "text", "ruling": "reason", "criticalreview": "reason"}
"""Table → its column of words."""
KEPT = {
    "remark": ("id", "attempt_id", "kind", "made_at"),
    "ruling": ("id", "attempt_id", "proposal_id", "round", "by_id", "role", "verdict", "made_at"),
    "criticalreview": ("id", "attempt_id", "place", "reply", "rule", "upheld", "by_id", "made_at"),
}
ERASED = "EXISTS (SELECT 1 FROM scoring_attempt WHERE id = OLD.attempt_id AND erased_at IS NOT NULL)"
CHANGED_CERTIFICATE = before.CHANGED_CERTIFICATE.replace(
    "NEW.payload <> OLD.payload",
    "(NEW.payload <> OLD.payload AND NOT (NEW.payload = '' AND NEW.erased_at IS NOT NULL))"
    " OR (OLD.erased_at IS NOT NULL AND (NEW.erased_at IS NULL OR NEW.erased_at <> OLD.erased_at))",
)
REFUSE = f"BEGIN SELECT RAISE(ABORT, '{before.SAID}'); END"


def is_changed(table: str) -> str:
    kept = " AND ".join(f'NEW."{column}" = OLD."{column}"' for column in KEPT[table])
    return f"NOT ({kept} AND NEW.{WORDS[table]} = '')"


def list_sqlite() -> Iterator[str]:
    for table in WORDS:
        condition = f"{is_changed(table)} OR NOT {ERASED}"
        yield f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON scoring_{table} WHEN {condition} {REFUSE}"
    yield f"CREATE TRIGGER certificate_frozen BEFORE UPDATE ON scoring_certificate WHEN {CHANGED_CERTIFICATE} {REFUSE}"


def list_postgresql() -> Iterator[str]:
    refuse = f"RAISE EXCEPTION '{before.SAID}' USING ERRCODE = 'integrity_constraint_violation';"
    # A condition of a trigger cannot ask another table there.
    yield (
        "CREATE FUNCTION scoring_refuse_unerased() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN IF NOT {ERASED} THEN {refuse} END IF; RETURN NEW; END $$"
    )
    for table in WORDS:
        on = f"BEFORE UPDATE ON scoring_{table} FOR EACH ROW"
        yield f"CREATE TRIGGER {table}_frozen {on} WHEN ({is_changed(table)}) EXECUTE FUNCTION scoring_refuse()"
        yield f"CREATE TRIGGER {table}_unerased {on} EXECUTE FUNCTION scoring_refuse_unerased()"
    yield (
        "CREATE TRIGGER certificate_frozen BEFORE UPDATE ON scoring_certificate FOR EACH ROW"
        f" WHEN ({CHANGED_CERTIFICATE}) EXECUTE FUNCTION scoring_refuse()"
    )


def drop(schema_editor: BaseDatabaseSchemaEditor, names: list[tuple[str, str]]) -> None:
    on = schema_editor.connection.vendor != "sqlite"
    for name, table in names:
        schema_editor.execute(f"DROP TRIGGER {name}" + (f" ON scoring_{table}" if on else ""))


FROZEN = [(f"{table}_frozen", table) for table in (*WORDS, "certificate")]


def loosen(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    drop(schema_editor, FROZEN)
    statements = list_sqlite() if schema_editor.connection.vendor == "sqlite" else list_postgresql()
    for statement in statements:
        schema_editor.execute(statement, params=None)


def tighten(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on = schema_editor.connection.vendor != "sqlite"
    drop(schema_editor, [*FROZEN, *([(f"{table}_unerased", table) for table in WORDS] if on else [])])
    if on:
        schema_editor.execute("DROP FUNCTION scoring_refuse_unerased()")
    old = before.list_postgresql() if on else before.list_sqlite()
    for statement in old:
        if any(f"CREATE TRIGGER {name} " in statement for name, _ in FROZEN):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("scoring", "0011_draft_rehearsals")]

    operations = [
        migrations.AddField("attempt", "erased_at", models.DateTimeField(null=True)),
        migrations.AddField("certificate", "erased_at", models.DateTimeField(null=True)),
        migrations.RunPython(loosen, tighten),
    ]
