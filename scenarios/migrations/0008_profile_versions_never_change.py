"""Triggers that refuse any change to a version of a house profile. That a person's account goes is none."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FROZEN = "id, profile_id, number, text, notes, at"

SQLITE = [
    f"""
    CREATE TRIGGER profile_version_frozen BEFORE UPDATE OF {FROZEN} ON scenarios_profileversion
    BEGIN SELECT RAISE(ABORT, 'a version of a profile never changes'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER profile_version_frozen"]

POSTGRESQL = [
    """
    CREATE FUNCTION profile_version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a version of a profile never changes'
    USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    f"""
    CREATE TRIGGER profile_version_frozen BEFORE UPDATE OF {FROZEN} ON scenarios_profileversion
    FOR EACH ROW EXECUTE FUNCTION profile_version_refuse()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER profile_version_frozen ON scenarios_profileversion",
    "DROP FUNCTION profile_version_refuse()",
]


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scenarios", "0007_house_profiles")]

    operations = [migrations.RunPython(freeze, thaw)]
