"""Triggers that refuse any change to what a published version holds; also by REPLACE, which is a hidden delete."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FROZEN = "id, scenario_id, number, digest, source, brand_source, timeline_json, published_at"

SQLITE = [
    f"""
    CREATE TRIGGER scenarioversion_frozen BEFORE UPDATE OF {FROZEN} ON scenarios_scenarioversion
    BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END
    """,
    """
    CREATE TRIGGER scenarioversion_not_replaced BEFORE INSERT ON scenarios_scenarioversion
    WHEN EXISTS (
        SELECT 1 FROM scenarios_scenarioversion AS old
        WHERE old.id = NEW.id OR (old.scenario_id = NEW.scenario_id AND (old.number = NEW.number OR old.digest = NEW.digest))
    )
    BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: a published version never changes'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER scenarioversion_frozen", "DROP TRIGGER scenarioversion_not_replaced"]

POSTGRESQL = [
    """
    CREATE FUNCTION scenarioversion_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a published version never changes' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    f"""
    CREATE TRIGGER scenarioversion_frozen BEFORE UPDATE OF {FROZEN} ON scenarios_scenarioversion
    FOR EACH ROW EXECUTE FUNCTION scenarioversion_refuse()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER scenarioversion_frozen ON scenarios_scenarioversion",
    "DROP FUNCTION scenarioversion_refuse()",
]


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scenarios", "0001_initial")]

    operations = [migrations.RunPython(freeze, thaw)]
