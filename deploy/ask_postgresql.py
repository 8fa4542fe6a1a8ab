"""Whether a PostgreSQL server lets us in and make databases: exit code 0 or 1.

python deploy/ask_postgresql.py postgres://user@host:port/database
"""

import sys

import psycopg

QUESTION = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"


def may_create_databases(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            row = connection.execute(QUESTION).fetchone()
    except psycopg.OperationalError:
        return False
    return bool(row and row[0])


if __name__ == "__main__":
    sys.exit(0 if may_create_databases(sys.argv[1]) else 1)
