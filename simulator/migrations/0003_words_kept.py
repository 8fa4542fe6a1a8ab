"""Words stay as long as an event holds them whose run is not marked to be deleted. Without this, replacing their row
(delete, then insert under the same id) would change them past the trigger that refuses an update."""

from django.db import migrations

HELD = (
    "EXISTS (SELECT 1 FROM simulator_runevent event JOIN simulator_run run ON run.id = event.run_id"
    " WHERE event.words_id = OLD.id AND NOT run.purging)"
)

SQLITE = [
    f"""
    CREATE TRIGGER words_kept BEFORE DELETE ON simulator_words WHEN {HELD}
    BEGIN SELECT RAISE(ABORT, 'words that an event holds are never deleted'); END
    """,
]
SQLITE_BACK = ["DROP TRIGGER words_kept"]

POSTGRESQL = [
    f"""
    CREATE FUNCTION simulator_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {HELD} THEN
            RAISE EXCEPTION 'words that an event holds are never deleted'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER words_kept BEFORE DELETE ON simulator_words
    FOR EACH ROW EXECUTE FUNCTION simulator_keep_words()
    """,
]
POSTGRESQL_BACK = ["DROP TRIGGER words_kept ON simulator_words", "DROP FUNCTION simulator_keep_words()"]


def guard(apps, schema_editor):
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def unguard(apps, schema_editor):
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("simulator", "0002_append_only")]

    operations = [migrations.RunPython(guard, unguard)]
