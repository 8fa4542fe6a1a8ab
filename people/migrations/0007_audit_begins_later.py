"""Lets the audit record lose its oldest entries, once its head says up to which, and nothing else.

The triggers of 0006 are made anew: an entry goes only up to `cut_seq`, which only grows, stays behind the end, and
moves by itself, never together with the end. A table that Django remakes on SQLite loses its triggers: who adds a field
to any of these makes them anew.
"""

from importlib import import_module

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

before = import_module("people.migrations.0006_audit_only_grows")

UNCUT = "OLD.seq > COALESCE((SELECT cut_seq FROM people_audithead WHERE id = 1), 0)"
GROWS = "NEW.seq = OLD.seq + 1 AND NEW.cut_seq = OLD.cut_seq AND NEW.cut_digest = OLD.cut_digest"
CUTS = "NEW.seq = OLD.seq AND NEW.digest = OLD.digest AND NEW.cut_seq > OLD.cut_seq AND NEW.cut_seq < NEW.seq"
WRONG = f"NOT (NEW.id = OLD.id AND (({GROWS}) OR ({CUTS})))"
SQLITE = [
    f"CREATE TRIGGER audit_unchanged BEFORE UPDATE ON people_auditentry {before.REFUSE}",
    f"CREATE TRIGGER audit_kept BEFORE DELETE ON people_auditentry WHEN {UNCUT} {before.REFUSE}",
    f"CREATE TRIGGER audithead_forward BEFORE UPDATE ON people_audithead WHEN {WRONG} {before.REFUSE}",
    f"CREATE TRIGGER audithead_kept BEFORE DELETE ON people_audithead {before.REFUSE}",
]
SQLITE_BACK = before.SQLITE_BACK


def rewrite(statement: str) -> str:
    """A statement of 0006 for PostgreSQL as it is now."""
    if "audithead_forward" in statement:
        return statement.replace(before.BACK, WRONG)
    if "TRIGGER audit_kept" in statement:
        return statement.replace("people_refuse()", "people_refuse_uncut()")
    return statement


POSTGRESQL = [
    f"""
    CREATE FUNCTION people_refuse_uncut() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {UNCUT} THEN
            RAISE EXCEPTION '{before.SAID}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END $$
    """,
    *map(rewrite, before.POSTGRESQL),
]
POSTGRESQL_BACK = [*before.POSTGRESQL_BACK, "DROP FUNCTION people_refuse_uncut()"]


def leave_old(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    before.unguard(apps, schema_editor)


def guard_old(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    before.guard(apps, schema_editor)


def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    before.run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def unguard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    before.run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("people", "0006_audit_only_grows")]

    operations = [
        migrations.RunPython(leave_old, guard_old),
        migrations.AddField("audithead", "cut_seq", models.BigIntegerField(default=0)),
        migrations.AddField("audithead", "cut_digest", models.CharField(blank=True, default="", max_length=64)),
        migrations.RunPython(guard, unguard),
    ]
