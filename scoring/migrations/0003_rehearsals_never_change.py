"""Triggers that refuse any change to what a rehearsal came to; also by REPLACE, which is a hidden delete.

A table that Django remakes on SQLite loses them: who adds a field to it makes them anew.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = [
    """
    CREATE TRIGGER rehearsal_frozen BEFORE UPDATE ON scoring_rehearsal
    BEGIN SELECT RAISE(ABORT, 'a rehearsal never changes'); END
    """,
    """
    CREATE TRIGGER rehearsal_not_replaced BEFORE INSERT ON scoring_rehearsal
    WHEN EXISTS (
        SELECT 1 FROM scoring_rehearsal AS old
        WHERE old.id = NEW.id OR (
            old.version_id = NEW.version_id
            AND old.engine_version = NEW.engine_version
            AND old.scoring_version = NEW.scoring_version
        )
    )
    BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: a rehearsal never changes'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER rehearsal_frozen", "DROP TRIGGER rehearsal_not_replaced"]

POSTGRESQL = [
    """
    CREATE FUNCTION rehearsal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a rehearsal never changes' USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    """
    CREATE TRIGGER rehearsal_frozen BEFORE UPDATE ON scoring_rehearsal
    FOR EACH ROW EXECUTE FUNCTION rehearsal_refuse()
    """,
]
POSTGRESQL_BACK = ["DROP TRIGGER rehearsal_frozen ON scoring_rehearsal", "DROP FUNCTION rehearsal_refuse()"]


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scoring", "0002_rehearsals_and_twins")]

    operations = [migrations.RunPython(freeze, thaw)]
