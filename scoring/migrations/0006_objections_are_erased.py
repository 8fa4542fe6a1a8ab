"""Triggers that take the reason of an objection along when the words that it is about are erased, whoever erases them.

A reason is written by the person whose words they are, and nobody who erases those knows of objections: the simulator
stands below the score. A table that Django remakes on SQLite loses its triggers: who adds a field to simulator.Words
makes this one anew.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FORGET = """
    UPDATE scoring_objection SET reason = '' WHERE reason <> '' AND EXISTS (
        SELECT 1 FROM simulator_runevent AS event
        WHERE event.run_id = scoring_objection.run_id AND event.seq = scoring_objection.reply AND {erased}
    )
"""
ONE = "event.words_id = NEW.id"
ALREADY = "event.words_id IN (SELECT id FROM simulator_words WHERE text IS NULL)"

SQLITE = [
    f"""
    CREATE TRIGGER words_erased_with_objections AFTER UPDATE OF text ON simulator_words
    WHEN NEW.text IS NULL AND OLD.text IS NOT NULL
    BEGIN {FORGET.format(erased=ONE)}; END
    """,
]
SQLITE_BACK = ["DROP TRIGGER words_erased_with_objections"]

POSTGRESQL = [
    f"""
    CREATE FUNCTION objections_forget() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {FORGET.format(erased=ONE)};
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER words_erased_with_objections AFTER UPDATE OF text ON simulator_words
    FOR EACH ROW WHEN (NEW.text IS NULL AND OLD.text IS NOT NULL) EXECUTE FUNCTION objections_forget()
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER words_erased_with_objections ON simulator_words",
    "DROP FUNCTION objections_forget()",
]


def watch(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(FORGET.format(erased=ALREADY))
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def leave(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scoring", "0005_objections"), ("simulator", "0003_words_kept")]

    operations = [migrations.RunPython(watch, leave)]
