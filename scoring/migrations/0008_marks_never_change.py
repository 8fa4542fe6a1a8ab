"""Triggers that keep marks as they were given, and that take a coach's words along when those of the reply are erased.

A mark, its notes and its verdicts only ever lose their words, and only all of them. Nobody who erases words knows of
marks: the simulator stands below the score. A table that Django remakes on SQLite loses its triggers: who adds a field
to any of these makes them anew.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TEXTS = {"scoring_mark": "remark", "scoring_marginnote": "text", "scoring_override": "reason"}
"""Table → its column of words."""
KEPT = {
    "scoring_mark": (
        "id", "run_id", "reply", "wording", "coach_id", "rubric_digest", "scoring_version", "steps", "saw_findings",
        "given_at",
    ),
    "scoring_marginnote": ("id", "mark_id", "start", "end"),
    "scoring_override": ("id", "mark_id", "wording", "rule", "params", "verdict"),
}
ERASED = """
    SELECT 1 FROM simulator_runevent AS event
    WHERE event.words_id = NEW.id AND event.run_id = mark.run_id AND event.seq IN (mark.reply, mark.wording)
"""
FORGET = [
    f"""
    UPDATE scoring_mark SET remark = '' WHERE remark <> '' AND id IN (
        SELECT mark.id FROM scoring_mark AS mark WHERE EXISTS ({ERASED})
    )
    """,
    *(
        f"""
        UPDATE {table} SET {TEXTS[table]} = '' WHERE {TEXTS[table]} <> '' AND mark_id IN (
            SELECT mark.id FROM scoring_mark AS mark WHERE EXISTS ({ERASED})
        )
        """
        for table in ("scoring_marginnote", "scoring_override")
    ),
]


def is_changed(table: str) -> str:
    kept = " AND ".join(f'NEW."{column}" = OLD."{column}"' for column in KEPT[table])
    return f"NOT ({kept} AND (NEW.{TEXTS[table]} = '' OR NEW.{TEXTS[table]} = OLD.{TEXTS[table]}))"


SQLITE = [
    f"CREATE TRIGGER words_erased_with_marks AFTER UPDATE OF text ON simulator_words"
    f" WHEN NEW.text IS NULL AND OLD.text IS NOT NULL BEGIN {';'.join(FORGET)}; END",
    *(
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} WHEN {is_changed(table)}"
        f" BEGIN SELECT RAISE(ABORT, 'a mark never changes'); END"
        for table in TEXTS
    ),
    *(
        f"CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table}"
        f" WHEN EXISTS (SELECT 1 FROM {table} AS old WHERE old.id = NEW.id)"
        f" BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: a mark never changes'); END"
        for table in TEXTS
    ),
]
SQLITE_BACK = [
    "DROP TRIGGER words_erased_with_marks",
    *(f"DROP TRIGGER {table}_{name}" for table in TEXTS for name in ("frozen", "not_replaced")),
]

POSTGRESQL = [
    f"""
    CREATE FUNCTION marks_forget() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {";".join(FORGET)};
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER words_erased_with_marks AFTER UPDATE OF text ON simulator_words
    FOR EACH ROW WHEN (NEW.text IS NULL AND OLD.text IS NOT NULL) EXECUTE FUNCTION marks_forget()
    """,
    """
    CREATE FUNCTION mark_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a mark never changes' USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    *(
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({is_changed(table)})"
        f" EXECUTE FUNCTION mark_refuse()"
        for table in TEXTS
    ),
]
POSTGRESQL_BACK = [
    *(f"DROP TRIGGER {table}_frozen ON {table}" for table in TEXTS),
    "DROP FUNCTION mark_refuse()",
    "DROP TRIGGER words_erased_with_marks ON simulator_words",
    "DROP FUNCTION marks_forget()",
]


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("scoring", "0007_marks"), ("simulator", "0003_words_kept")]

    operations = [migrations.RunPython(freeze, thaw)]
