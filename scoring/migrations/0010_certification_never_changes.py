"""Triggers that keep what was promised, proposed, decided and said of a certification, and what a certificate says.

A table that Django remakes on SQLite loses them: who adds a field to it makes them anew.
"""

from collections.abc import Iterator

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

OF_AN_ATTEMPT = ("proposal", "ruling", "remark", "criticalreview")
KEPT = "EXISTS (SELECT 1 FROM scoring_attempt WHERE id = OLD.attempt_id AND NOT purging)"
CHANGED_CERTIFICATE = (
    "NEW.payload <> OLD.payload OR NEW.public_id <> OLD.public_id OR NEW.holder_id <> OLD.holder_id"
    " OR NEW.issued_at <> OLD.issued_at OR NEW.expires_at <> OLD.expires_at"
    " OR (OLD.revoked_at IS NOT NULL AND (NEW.revoked_at IS NULL OR NEW.revoked_at <> OLD.revoked_at))"
)
SAID = "this never changes"


def list_sqlite() -> Iterator[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
    for table in OF_AN_ATTEMPT:
        yield f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON scoring_{table} {refuse}"
        yield f"CREATE TRIGGER {table}_kept BEFORE DELETE ON scoring_{table} WHEN {KEPT} {refuse}"
    yield f"CREATE TRIGGER programmeversion_frozen BEFORE UPDATE ON scoring_programmeversion {refuse}"
    yield (
        "CREATE TRIGGER programmeversion_not_replaced BEFORE INSERT ON scoring_programmeversion WHEN EXISTS ("
        "SELECT 1 FROM scoring_programmeversion AS old WHERE old.id = NEW.id"
        f" OR (old.programme_id = NEW.programme_id AND old.number = NEW.number)) {refuse}"
    )
    yield f"CREATE TRIGGER certificate_frozen BEFORE UPDATE ON scoring_certificate WHEN {CHANGED_CERTIFICATE} {refuse}"
    yield (
        "CREATE TRIGGER certificate_not_replaced BEFORE INSERT ON scoring_certificate WHEN EXISTS ("
        "SELECT 1 FROM scoring_certificate AS old WHERE old.id = NEW.id OR old.public_id = NEW.public_id"
        f" OR old.attempt_id = NEW.attempt_id) {refuse}"
    )


def list_postgresql() -> Iterator[str]:
    refuse = f"RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation';"
    yield f"CREATE FUNCTION scoring_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse} END $$"
    yield (
        "CREATE FUNCTION scoring_keep() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN IF {KEPT} THEN {refuse} END IF; RETURN OLD; END $$"
    )
    for table in (*OF_AN_ATTEMPT, "programmeversion"):
        yield (
            f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON scoring_{table}"
            " FOR EACH ROW EXECUTE FUNCTION scoring_refuse()"
        )
    for table in OF_AN_ATTEMPT:
        yield (
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON scoring_{table} FOR EACH ROW EXECUTE FUNCTION scoring_keep()"
        )
    yield (
        "CREATE TRIGGER certificate_frozen BEFORE UPDATE ON scoring_certificate FOR EACH ROW"
        f" WHEN ({CHANGED_CERTIFICATE}) EXECUTE FUNCTION scoring_refuse()"
    )


def freeze(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    statements = list_sqlite() if schema_editor.connection.vendor == "sqlite" else list_postgresql()
    for statement in statements:
        schema_editor.execute(statement, params=None)


def thaw(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    on = schema_editor.connection.vendor != "sqlite"
    names = [(f"{table}_{what}", table) for table in OF_AN_ATTEMPT for what in ("frozen", "kept")]
    names += [("programmeversion_frozen", "programmeversion"), ("certificate_frozen", "certificate")]
    if not on:
        names += [("programmeversion_not_replaced", ""), ("certificate_not_replaced", "")]
    for name, table in names:
        schema_editor.execute(f"DROP TRIGGER {name}" + (f" ON scoring_{table}" if on else ""))
    if on:
        schema_editor.execute("DROP FUNCTION scoring_keep()")
        schema_editor.execute("DROP FUNCTION scoring_refuse()")


class Migration(migrations.Migration):
    dependencies = [("scoring", "0009_certification")]

    operations = [migrations.RunPython(freeze, thaw)]
