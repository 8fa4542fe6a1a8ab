"""Triggers that keep a log append-only: no event changes, none goes away unless its run is marked for it, words are
emptied and never changed. `recursive_triggers` makes SQLite's INSERT OR REPLACE meet them too."""

from django.db import migrations

UNMARKED = "EXISTS (SELECT 1 FROM simulator_run WHERE id = OLD.run_id AND NOT purging)"
CHANGED_WORDS = "NOT (NEW.text IS NULL AND NEW.salt IS NULL AND NEW.id = OLD.id)"

SQLITE = [
    """
    CREATE TRIGGER runevent_unchanged BEFORE UPDATE ON simulator_runevent
    BEGIN SELECT RAISE(ABORT, 'an event never changes'); END
    """,
    f"""
    CREATE TRIGGER runevent_kept BEFORE DELETE ON simulator_runevent WHEN {UNMARKED}
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END
    """,
    """
    CREATE TRIGGER run_kept BEFORE DELETE ON simulator_run WHEN NOT OLD.purging
    BEGIN SELECT RAISE(ABORT, 'a run is marked before it is deleted'); END
    """,
    f"""
    CREATE TRIGGER words_unchanged BEFORE UPDATE ON simulator_words WHEN {CHANGED_WORDS}
    BEGIN SELECT RAISE(ABORT, 'words are erased and never changed'); END
    """,
]
SQLITE_BACK = [
    "DROP TRIGGER words_unchanged",
    "DROP TRIGGER run_kept",
    "DROP TRIGGER runevent_kept",
    "DROP TRIGGER runevent_unchanged",
]

POSTGRESQL = [
    """
    CREATE FUNCTION simulator_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    f"""
    CREATE FUNCTION simulator_keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {UNMARKED} THEN
            RAISE EXCEPTION 'an event is never deleted' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER runevent_unchanged BEFORE UPDATE ON simulator_runevent
    FOR EACH ROW EXECUTE FUNCTION simulator_refuse('an event never changes')
    """,
    """
    CREATE TRIGGER runevent_kept BEFORE DELETE ON simulator_runevent
    FOR EACH ROW EXECUTE FUNCTION simulator_keep_event()
    """,
    """
    CREATE TRIGGER run_kept BEFORE DELETE ON simulator_run FOR EACH ROW WHEN (NOT OLD.purging)
    EXECUTE FUNCTION simulator_refuse('a run is marked before it is deleted')
    """,
    f"""
    CREATE TRIGGER words_unchanged BEFORE UPDATE ON simulator_words FOR EACH ROW WHEN ({CHANGED_WORDS})
    EXECUTE FUNCTION simulator_refuse('words are erased and never changed')
    """,
]
POSTGRESQL_BACK = [
    "DROP TRIGGER words_unchanged ON simulator_words",
    "DROP TRIGGER run_kept ON simulator_run",
    "DROP TRIGGER runevent_kept ON simulator_runevent",
    "DROP TRIGGER runevent_unchanged ON simulator_runevent",
    "DROP FUNCTION simulator_keep_event()",
    "DROP FUNCTION simulator_refuse()",
]


def guard(apps, schema_editor):
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def unguard(apps, schema_editor):
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("simulator", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
