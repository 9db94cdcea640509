"""Makes the database itself refuse to change the record: triggers for SQLite and PostgreSQL.

A speed bump for whoever holds the database, not a wall: what shows a change is the chain. A migration that alters
one of the two tables on SQLite rebuilds it and loses its triggers: call `protect` at its end.
"""

import re

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_NAME = re.compile(r"CREATE TRIGGER (\w+)")
_RECORD = "catatan tidak dapat diubah atau dihapus"
_PAYLOAD = "isi catatan hanya dapat dihapus isinya"

_SQLITE = (
    f"""CREATE TRIGGER perdes_record_no_update BEFORE UPDATE ON perdes_record
        BEGIN SELECT RAISE(ABORT, '{_RECORD}'); END""",
    f"""CREATE TRIGGER perdes_record_no_delete BEFORE DELETE ON perdes_record
        BEGIN SELECT RAISE(ABORT, '{_RECORD}'); END""",
    # INSERT OR REPLACE removes rows without firing a DELETE trigger: refuse before it comes to that.
    f"""CREATE TRIGGER perdes_record_no_replace BEFORE INSERT ON perdes_record
        WHEN EXISTS (SELECT 1 FROM perdes_record WHERE village = NEW.village AND seq >= NEW.seq)
          OR EXISTS (SELECT 1 FROM perdes_record
                     WHERE village = NEW.village AND "key" = NEW."key" AND part = NEW.part)
          OR EXISTS (SELECT 1 FROM perdes_record WHERE rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, '{_RECORD}'); END""",
    f"""CREATE TRIGGER perdes_payload_only_erase BEFORE UPDATE ON perdes_payload
        WHEN NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL
          OR NEW.village <> OLD.village OR NEW.seq <> OLD.seq
        BEGIN SELECT RAISE(ABORT, '{_PAYLOAD}'); END""",
    f"""CREATE TRIGGER perdes_payload_no_delete BEFORE DELETE ON perdes_payload
        BEGIN SELECT RAISE(ABORT, '{_PAYLOAD}'); END""",
    f"""CREATE TRIGGER perdes_payload_no_replace BEFORE INSERT ON perdes_payload
        WHEN EXISTS (SELECT 1 FROM perdes_payload WHERE village = NEW.village AND seq = NEW.seq)
          OR EXISTS (SELECT 1 FROM perdes_payload WHERE rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, '{_PAYLOAD}'); END""",
)

_POSTGRESQL = (
    f"""CREATE FUNCTION perdes_record_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{_RECORD}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE FUNCTION perdes_payload_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{_PAYLOAD}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER perdes_record_no_change BEFORE UPDATE OR DELETE ON perdes_record
        FOR EACH ROW EXECUTE FUNCTION perdes_record_refuse()""",
    """CREATE TRIGGER perdes_record_no_truncate BEFORE TRUNCATE ON perdes_record
        FOR EACH STATEMENT EXECUTE FUNCTION perdes_record_refuse()""",
    """CREATE TRIGGER perdes_payload_only_erase BEFORE UPDATE ON perdes_payload FOR EACH ROW
        WHEN (NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL
              OR NEW.village <> OLD.village OR NEW.seq <> OLD.seq)
        EXECUTE FUNCTION perdes_payload_refuse()""",
    """CREATE TRIGGER perdes_payload_no_delete BEFORE DELETE ON perdes_payload
        FOR EACH ROW EXECUTE FUNCTION perdes_payload_refuse()""",
    """CREATE TRIGGER perdes_payload_no_truncate BEFORE TRUNCATE ON perdes_payload
        FOR EACH STATEMENT EXECUTE FUNCTION perdes_payload_refuse()""",
)

_STATEMENTS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


def guards(vendor: str) -> frozenset[str]:
    """The names of the triggers that a database must have."""
    return frozenset(_NAME.findall(" ".join(_STATEMENTS[vendor])))


def protect(editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on tables that have none; KeyError on a database that is neither SQLite nor PostgreSQL."""
    for statement in _STATEMENTS[editor.connection.vendor]:
        editor.execute(statement)
