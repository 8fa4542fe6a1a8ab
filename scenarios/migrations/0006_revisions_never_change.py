"""Triggers that refuse any change to what a revision of a draft holds. That a person's account goes is none."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FROZEN = "id, draft_id, number, edition, at, what, detail, text, added, removed"

SQLITE = [
    f"""
    CREATE TRIGGER revision_frozen BEFORE UPDATE OF {FROZEN} ON scenarios_revision
    BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER revision_frozen"]

POSTGRESQL = [
    """
    CREATE FUNCTION revision_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a revision never changes' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    f"""
    CREATE TRIGGER revision_frozen BEFORE UPDATE OF {FROZEN} ON scenarios_revision
    FOR EACH ROW EXECUTE FUNCTION revision_refuse()
    """,
]
POSTGRESQL_BACK = ["DROP TRIGGER revision_frozen ON scenarios_revision", "DROP FUNCTION revision_refuse()"]


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scenarios", "0005_drafts")]

    operations = [migrations.RunPython(freeze, thaw)]
