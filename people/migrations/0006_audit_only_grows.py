"""Triggers that let the audit record only grow: no entry changes or goes, its end never moves back, and on PostgreSQL
the tables cannot be emptied. `recursive_triggers` makes SQLite's INSERT OR REPLACE meet them too."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SAID = "the audit record only grows"
BACK = "NEW.seq <> OLD.seq + 1"
REFUSE = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
SQLITE = [
    f"CREATE TRIGGER audit_unchanged BEFORE UPDATE ON people_auditentry {REFUSE}",
    f"CREATE TRIGGER audit_kept BEFORE DELETE ON people_auditentry {REFUSE}",
    f"CREATE TRIGGER audithead_forward BEFORE UPDATE ON people_audithead WHEN {BACK} {REFUSE}",
    f"CREATE TRIGGER audithead_kept BEFORE DELETE ON people_audithead {REFUSE}",
]
NAMES = (
    ("audit_unchanged", "people_auditentry"),
    ("audit_kept", "people_auditentry"),
    ("audithead_forward", "people_audithead"),
    ("audithead_kept", "people_audithead"),
)
POSTGRESQL = [
    f"""
    CREATE FUNCTION people_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    # What is empty may be emptied: a test leaves its tables so.
    f"""
    CREATE FUNCTION people_refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE holds boolean;
    BEGIN
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', TG_TABLE_NAME) INTO holds;
        IF holds THEN RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
        RETURN NULL;
    END $$
    """,
    "CREATE TRIGGER audit_unchanged BEFORE UPDATE ON people_auditentry FOR EACH ROW EXECUTE FUNCTION people_refuse()",
    "CREATE TRIGGER audit_kept BEFORE DELETE ON people_auditentry FOR EACH ROW EXECUTE FUNCTION people_refuse()",
    "CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON people_auditentry EXECUTE FUNCTION people_refuse_emptying()",
    f"""
    CREATE TRIGGER audithead_forward BEFORE UPDATE ON people_audithead FOR EACH ROW WHEN ({BACK})
    EXECUTE FUNCTION people_refuse()
    """,
    "CREATE TRIGGER audithead_kept BEFORE DELETE ON people_audithead FOR EACH ROW EXECUTE FUNCTION people_refuse()",
    "CREATE TRIGGER audithead_not_emptied BEFORE TRUNCATE ON people_audithead EXECUTE FUNCTION people_refuse_emptying()",
]


EMPTIED = (("audit_not_emptied", "people_auditentry"), ("audithead_not_emptied", "people_audithead"))
SQLITE_BACK = [f"DROP TRIGGER {name}" for name, _ in NAMES]
POSTGRESQL_BACK = [
    *(f"DROP TRIGGER {name} ON {table}" for name, table in (*NAMES, *EMPTIED)),
    "DROP FUNCTION people_refuse()",
    "DROP FUNCTION people_refuse_emptying()",
]


def guard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def unguard(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    run(schema_editor, SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK)


def run(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("people", "0005_audit")]

    operations = [migrations.RunPython(guard, unguard)]
