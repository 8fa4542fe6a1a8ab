"""Triggers that refuse any change to what was said of a version's model replies; also by REPLACE, a hidden delete.

A table that Django remakes on SQLite loses them: who adds a field to it makes them anew.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = [
    """
    CREATE TRIGGER modelreplyassessments_frozen BEFORE UPDATE ON scenarios_modelreplyassessments
    BEGIN SELECT RAISE(ABORT, 'an assessment of model replies never changes'); END
    """,
    """
    CREATE TRIGGER modelreplyassessments_not_replaced BEFORE INSERT ON scenarios_modelreplyassessments
    WHEN EXISTS (
        SELECT 1 FROM scenarios_modelreplyassessments AS old
        WHERE old.id = NEW.id OR (old.version_id = NEW.version_id AND old.scoring_version = NEW.scoring_version)
    )
    BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: an assessment of model replies never changes'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER modelreplyassessments_frozen", "DROP TRIGGER modelreplyassessments_not_replaced"]

POSTGRESQL = [
    """
    CREATE FUNCTION modelreplyassessments_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'an assessment of model replies never changes'
        USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    """
    CREATE TRIGGER modelreplyassessments_frozen BEFORE UPDATE ON scenarios_modelreplyassessments
    FOR EACH ROW EXECUTE FUNCTION modelreplyassessments_refuse()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER modelreplyassessments_frozen ON scenarios_modelreplyassessments",
    "DROP FUNCTION modelreplyassessments_refuse()",
]


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scenarios", "0003_model_reply_assessments")]

    operations = [migrations.RunPython(freeze, thaw)]
